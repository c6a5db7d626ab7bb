import { absent, type Part } from '../../../fields/fill';
import { duplicate, invalid, misformatted, required, tooMany } from '../../../fields/validation/causes';
import { dns1035Label, dnsSubdomain, labelKey, portNumber } from '../../../fields/validation/formats';
import type { FieldCause } from '../../../refusals';
import {
  eachOneOf,
  formed,
  needs,
  needsAny,
  needsOneOf,
  oneOf,
  type Rule,
  selector,
  type TypeRules,
  under,
} from './rule';

const OPERATIONS = ['*', 'CONNECT', 'CREATE', 'DELETE', 'UPDATE'];
const REVIEW_VERSIONS = ['v1', 'v1beta1'];
const FAILURE_POLICIES = ['Fail', 'Ignore'];
const MATCH_POLICIES = ['Equivalent', 'Exact'];
const NO_SIDE_EFFECTS = ['None', 'NoneOnDryRun'];
const SCOPES = ['*', 'Cluster', 'Namespaced'];

const textsIn = (part: Part, field: string): readonly string[] => (part[field] ?? []) as readonly string[];

/** A domain of at least three parts. */
const qualifiedName: Rule = (hook, at) => {
  const name = String(hook.name ?? '');
  const field = under(at, 'name');
  if (name === '') return [required(field)];
  const problems = dnsSubdomain(name);
  if (problems.length > 0) return [invalid(field, name, problems.join(','))];
  return name.split('.').length < 3
    ? [invalid(field, name, 'should be a domain with at least three segments separated by dots')]
    : [];
};

const aloneIfAny =
  (field: string, what: string): Rule =>
  (part, at) => {
    const values = textsIn(part, field);
    return values.length > 1 && values.includes('*')
      ? [invalid(under(at, field), values, `if '*' is present, must not specify other ${what}`)]
      : [];
  };

const noneEmpty =
  (field: string): Rule =>
  (part, at) =>
    textsIn(part, field).flatMap((text, index) =>
      text === '' ? [required(`${under(at, field)}[${index}]`)] : [],
    );

const rule = (operations: readonly string[]): readonly Rule[] => [
  needs('operations'),
  aloneIfAny('operations', 'operations'),
  eachOneOf('operations', operations),
  needs('apiGroups'),
  aloneIfAny('apiGroups', 'API groups'),
  needs('apiVersions'),
  aloneIfAny('apiVersions', 'API versions'),
  noneEmpty('apiVersions'),
  needs('resources'),
  noneEmpty('resources'),
  oneOf('scope', SCOPES),
];

const sideEffects: Rule = (hook, at) =>
  absent(hook.sideEffects)
    ? [required(under(at, 'sideEffects'), `must specify one of ${NO_SIDE_EFFECTS.join(', ')}`)]
    : oneOf('sideEffects', NO_SIDE_EFFECTS)(hook, at);

const timeout: Rule = (hook, at) => {
  const seconds = hook.timeoutSeconds as number | undefined;
  return absent(seconds) || (seconds >= 1 && seconds <= 30)
    ? []
    : [invalid(under(at, 'timeoutSeconds'), seconds, 'the timeout value must be between 1 and 30 seconds')];
};

/** Where a webhook is: at a URL, or behind a service. */
const clientConfig: Rule = (hook, at) => {
  const { url, service } = (hook.clientConfig ?? {}) as { readonly url?: string; readonly service?: Part };
  const where = under(at, 'clientConfig');
  if (absent(url) === absent(service)) return [required(where, 'exactly one of url or service is required')];
  if (service) {
    const { port = 0, path } = service as { readonly port?: number; readonly path?: string };
    return [
      ...needs('namespace')(service, `${where}.service`),
      ...needs('name')(service, `${where}.service`),
      ...misformatted(
        `${where}.service.port`,
        port,
        portNumber(port).map((problem) => `port is not valid: ${problem}`),
      ),
      ...(absent(path) ? [] : servicePath(path, `${where}.service.path`)),
    ];
  }
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url ?? '')?.[1]?.toLowerCase() ?? '';
  return scheme === 'https'
    ? []
    : [
        invalid(
          `${where}.url`,
          scheme,
          "'https' is the only allowed URL scheme; desired format: https://host[/path]",
        ),
      ];
};

/** A path on a service: each part of it has the form of a DNS name. */
const servicePath = (path: string, field: string): readonly FieldCause[] => {
  if (path === '' || path === '/') return [];
  if (path === '//') return [invalid(field, path, 'segment[0] may not be empty')];
  return [
    ...(path.startsWith('/') ? [] : [invalid(field, path, "must start with a '/'")]),
    ...path
      .slice(1)
      .replace(/\/$/, '')
      .split('/')
      .flatMap((segment, index) =>
        segment === ''
          ? [invalid(field, path, `segment[${index}] may not be empty`)]
          : dnsSubdomain(segment).map((problem) => invalid(field, path, `segment[${index}]: ${problem}`)),
      ),
  ];
};

const reviewVersions: Rule = (hook, at) => {
  const versions = textsIn(hook, 'admissionReviewVersions');
  const field = under(at, 'admissionReviewVersions');
  if (versions.length === 0) return [required(field, `must specify one of ${REVIEW_VERSIONS.join(', ')}`)];
  return [
    ...versions.flatMap((version, index) =>
      versions.indexOf(version) < index
        ? [invalid(`${field}[${index}]`, version, 'duplicate version')]
        : misformatted(`${field}[${index}]`, version, dns1035Label(version)),
    ),
    ...(versions.some((version) => REVIEW_VERSIONS.includes(version))
      ? []
      : [invalid(field, versions, `must include at least one of ${REVIEW_VERSIONS.join(', ')}`)]),
  ];
};

/** An expression, not blanks alone. */
const expression: Rule = (condition, at) =>
  needs('expression')({ expression: String(condition.expression ?? '').trim() }, at);

const MATCH_CONDITION: readonly Rule[] = [expression, needs('name'), formed('name', labelKey)];
const MOST_CONDITIONS = 64;

/** Conditions have names of their own. Their expressions are not read. */
const matchConditions: Rule = (hook, at) => {
  const conditions = (hook.matchConditions ?? []) as readonly Part[];
  const field = under(at, 'matchConditions');
  const names = conditions.map(({ name }) => name);
  return [
    ...(conditions.length > MOST_CONDITIONS ? [tooMany(field, conditions.length, MOST_CONDITIONS)] : []),
    ...conditions.flatMap((condition, index) => [
      ...MATCH_CONDITION.flatMap((each) => each(condition, `${field}[${index}]`)),
      ...(condition.name && names.indexOf(condition.name) < index
        ? [duplicate(`${field}[${index}].name`, condition.name)]
        : []),
    ]),
  ];
};

/** The requests that a webhook is asked about. They are looked at before what it does with them. */
const webhookRules: Rule = (hook, at) =>
  ((hook.rules ?? []) as readonly Part[]).flatMap((asked, index) =>
    rule(OPERATIONS).flatMap((each) => each(asked, `${under(at, 'rules')}[${index}]`)),
  );

const WEBHOOK: readonly Rule[] = [
  qualifiedName,
  webhookRules,
  oneOf('failurePolicy', FAILURE_POLICIES),
  oneOf('matchPolicy', MATCH_POLICIES),
  sideEffects,
  timeout,
  selector('namespaceSelector'),
  selector('objectSelector'),
];

const uniqueNames: Rule = (configuration) => {
  const names = ((configuration.webhooks ?? []) as readonly Part[]).map(({ name }) => name);
  return names.flatMap((name, index) =>
    name && names.indexOf(name) < index ? [duplicate(`webhooks[${index}].name`, name)] : [],
  );
};

const validationsOrAnnotations: Rule = (spec, at) => {
  if (textsIn(spec, 'validations').length + textsIn(spec, 'auditAnnotations').length > 0) return [];
  const detail = 'validations or auditAnnotations must contain at least one item';
  return [required(under(at, 'validations'), detail), required(under(at, 'auditAnnotations'), detail)];
};

const somethingToMatch: Rule = (spec, at) => {
  const constraints = spec.matchConstraints as Part | undefined | null;
  if (absent(constraints)) return [required(under(at, 'matchConstraints'))];
  return textsIn(constraints, 'resourceRules').length === 0
    ? [required(under(at, 'matchConstraints.resourceRules'))]
    : [];
};

const PARAM_REFERENCE: Rule = (reference, at) => [
  ...(absent(reference.name) && absent(reference.selector)
    ? [required(at, 'one of name or selector must be specified')]
    : []),
  ...needsAny('parameterNotFoundAction')(reference, at),
];

const group = (type: string): string => `io.k8s.api.admissionregistration.v1.${type}`;

/**
 * The rules of webhooks and admission policies. Their expressions are not read.
 * @see k8s.io/kubernetes/pkg/apis/admissionregistration/validation
 */
export const admissionRules: TypeRules = {
  [group('ValidatingWebhookConfiguration')]: [uniqueNames],
  [group('MutatingWebhookConfiguration')]: [uniqueNames],
  [group('ValidatingWebhook')]: [...WEBHOOK, clientConfig, matchConditions, reviewVersions],
  [group('MutatingWebhook')]: [
    ...WEBHOOK,
    oneOf('reinvocationPolicy', ['IfNeeded', 'Never']),
    clientConfig,
    matchConditions,
    reviewVersions,
  ],
  [group('NamedRuleWithOperations')]: rule(OPERATIONS),
  [group('MatchResources')]: [selector('namespaceSelector'), selector('objectSelector')],
  [group('ValidatingAdmissionPolicySpec')]: [
    needsOneOf('failurePolicy', FAILURE_POLICIES),
    somethingToMatch,
    validationsOrAnnotations,
  ],
  [group('MutatingAdmissionPolicySpec')]: [
    needsOneOf('failurePolicy', FAILURE_POLICIES),
    somethingToMatch,
    needs('mutations', 'mutations must contain at least one item'),
    needsOneOf('reinvocationPolicy', ['IfNeeded', 'Never']),
  ],
  [group('Validation')]: [needs('expression', 'expression is not specified')],
  [group('MatchCondition')]: MATCH_CONDITION,
  [group('Variable')]: [
    needs('name', 'name is not specified'),
    needs('expression', 'expression is not specified'),
  ],
  [group('Mutation')]: [needsOneOf('patchType', ['ApplyConfiguration', 'JSONPatch'])],
  [group('ParamKind')]: [needs('apiVersion'), needs('kind')],
  [group('ParamRef')]: [PARAM_REFERENCE],
  [group('ValidatingAdmissionPolicyBindingSpec')]: [
    needs('policyName'),
    formed('policyName', dnsSubdomain),
    needs('validationActions', 'at least one validation action is required'),
    eachOneOf('validationActions', ['Audit', 'Deny', 'Warn']),
  ],
  [group('MutatingAdmissionPolicyBindingSpec')]: [needs('policyName'), formed('policyName', dnsSubdomain)],
};
