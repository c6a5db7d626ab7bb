import { absent, type Part } from '../../../fields/fill';
import type { Toleration } from '../../../fields/taints';
import { asStruct, duplicate, invalid, misformatted, required } from '../../../fields/validation/causes';
import {
  configKey,
  dns1035Label,
  dnsLabel,
  dnsSubdomain,
  portNumber,
} from '../../../fields/validation/formats';
import { validateContainerResources } from '../../../fields/validation/resources';
import { validateTolerations } from '../../../fields/validation/tolerations';
import { limits } from './limits';
import {
  alwaysFormed,
  formed,
  labels,
  needs,
  needsOneOf,
  oneOf,
  type Rule,
  type TypeRules,
  under,
  within,
} from './rule';

/** What a secret of a certain type must hold. */
const CONTENTS: Readonly<Record<string, readonly string[]>> = {
  'kubernetes.io/dockercfg': ['.dockercfg'],
  'kubernetes.io/dockerconfigjson': ['.dockerconfigjson'],
  'kubernetes.io/ssh-auth': ['ssh-privatekey'],
  'kubernetes.io/tls': ['tls.crt', 'tls.key'],
};
const OF_SERVICE_ACCOUNT = 'kubernetes.io/service-account.name';
const BASIC_AUTH = ['username', 'password'];

const secret: Rule = (object) => {
  const data = (object.data ?? {}) as Readonly<Record<string, string>>;
  const type = String(object.type ?? '');
  const missing = (keys: readonly string[]) =>
    keys.flatMap((key) => (key in data ? [] : [required(`data[${key}]`)]));
  const { annotations } = (object.metadata ?? {}) as { readonly annotations?: Part };
  return [
    ...Object.keys(data)
      .sort()
      .flatMap((key) => misformatted(`data[${key}]`, key, configKey(key))),
    ...missing(CONTENTS[type] ?? []),
    ...(type === 'kubernetes.io/basic-auth' && !BASIC_AUTH.some((key) => key in data)
      ? missing(BASIC_AUTH)
      : []),
    ...(type === 'kubernetes.io/service-account-token' && !annotations?.[OF_SERVICE_ACCOUNT]
      ? [required(`metadata.annotations[${OF_SERVICE_ACCOUNT}]`)]
      : []),
  ];
};

const ofNoGroup: Rule = (spec, at) =>
  spec.group || spec.version === 'v1'
    ? []
    : [required(under(at, 'group'), 'only v1 may have an empty group and it better be legacy kube')];

const servicePort: Rule = (service, at) => {
  const port = (service.port ?? 0) as number;
  return misformatted(
    under(at, 'port'),
    port,
    portNumber(port).map((problem) => `port is not valid: ${problem}`),
  );
};

const trust: Rule = (spec, at) =>
  !absent(spec.service) && spec.insecureSkipTLSVerify === true && spec.caBundle
    ? [invalid(under(at, 'insecureSkipTLSVerify'), true, 'may not be true if caBundle is present')]
    : [];

const someRules: Rule = (rule, at) =>
  ['resourceRules', 'nonResourceRules'].some(
    (field) => ((rule[field] ?? []) as readonly unknown[]).length > 0,
  )
    ? []
    : [required(at, 'at least one of resourceRules and nonResourceRules has to be non-empty')];

const level: Rule = (reference, at) =>
  reference.name
    ? formed('name', dnsSubdomain)(reference, at)
    : [required(under(at, 'name'), 'must reference a priority level')];

const MOST_PRECEDENCE = 10_000;

const precedence: Rule = (spec, at) => {
  const value = (spec.matchingPrecedence ?? 0) as number;
  const field = under(at, 'matchingPrecedence');
  if (value <= 0) return [invalid(field, value, 'must be a positive value')];
  return value > MOST_PRECEDENCE
    ? [invalid(field, value, `must not be greater than ${MOST_PRECEDENCE}`)]
    : [];
};

const deviceRequest: Rule = (request, at) => {
  const [several, exactly] = [
    ((request.firstAvailable ?? []) as readonly unknown[]).length > 0,
    !absent(request.exactly),
  ];
  if (several !== exactly) return [];
  const detail = 'exactly one of `exactly` or `firstAvailable` is required';
  return several ? [invalid(at, null, `${detail}, but multiple fields are set`)] : [required(at, detail)];
};

const DEVICE: readonly Rule[] = [
  needs('deviceClassName'),
  formed('deviceClassName', dnsSubdomain),
  oneOf('allocationMode', ['All', 'ExactCount']),
];

/** What a class costs beside the containers, said as a limit. */
const overhead: Rule = (runtimeClass) => {
  const limits = ((runtimeClass.overhead ?? {}) as Part).podFixed as
    | Readonly<Record<string, string>>
    | undefined;
  return absent(limits) ? [] : validateContainerResources({ limits }, [], 'overhead');
};

/** Where a class is to be had: no toleration is there twice. */
const classScheduling: Rule = (runtimeClass) => {
  const scheduling = (runtimeClass.scheduling ?? {}) as Part;
  const tolerations = (scheduling.tolerations ?? []) as readonly Toleration[];
  const seen = new Set<string>();
  return [
    ...labels('nodeSelector')(scheduling, 'scheduling'),
    ...validateTolerations(tolerations, 'scheduling.tolerations'),
    ...tolerations.flatMap(
      ({ key = '', operator = '', value = '', effect = '', tolerationSeconds }, index) => {
        const same = JSON.stringify([key, operator, value, effect]);
        const again = seen.has(same);
        seen.add(same);
        const printed = asStruct({
          Key: key,
          Operator: operator,
          Value: value,
          Effect: effect,
          TolerationSeconds: tolerationSeconds ?? null,
        });
        return again ? [duplicate(`scheduling.tolerations[${index}]`, printed)] : [];
      },
    ),
  ];
};

const aggregator = (type: string): string => `io.k8s.kube-aggregator.pkg.apis.apiregistration.v1.${type}`;
const flow = (type: string): string => `io.k8s.api.flowcontrol.v1.${type}`;
const resource = (type: string): string => `io.k8s.api.resource.v1.${type}`;

/**
 * The rules of all other kinds.
 * @see k8s.io/kubernetes/pkg/apis, in each group's validation, and k8s.io/kube-aggregator
 */
export const otherRules: TypeRules = {
  'io.k8s.api.core.v1.Secret': [secret],
  'io.k8s.api.core.v1.LimitRangeSpec': [limits],
  [aggregator('APIServiceSpec')]: [
    ofNoGroup,
    formed('group', dnsSubdomain),
    alwaysFormed('version', dns1035Label),
    within('groupPriorityMinimum', 1, 20_000, 'must be positive and less than 20000'),
    within('versionPriority', 1, 1000, 'must be positive and less than 1000'),
    trust,
  ],
  [aggregator('ServiceReference')]: [needs('namespace'), needs('name'), servicePort],
  'io.k8s.api.node.v1.RuntimeClass': [
    needs('handler'),
    formed('handler', dnsLabel),
    overhead,
    classScheduling,
  ],
  'io.k8s.api.certificates.v1.CertificateSigningRequestSpec': [needs('usages')],
  [flow('FlowSchemaSpec')]: [precedence],
  [flow('PriorityLevelConfigurationReference')]: [level],
  [flow('PolicyRulesWithSubjects')]: [
    needs('subjects', 'subjects must contain at least one value'),
    someRules,
  ],
  [flow('ResourcePolicyRule')]: [
    needs('verbs', 'verbs must contain at least one value'),
    needs('apiGroups', 'resource rules must supply at least one api group'),
    needs('resources', 'resource rules must supply at least one resource'),
  ],
  [flow('NonResourcePolicyRule')]: [
    needs('verbs', 'verbs must contain at least one value'),
    needs('nonResourceURLs', 'nonResourceURLs must contain at least one value'),
  ],
  [flow('PriorityLevelConfigurationSpec')]: [needsOneOf('type', ['Exempt', 'Limited'])],
  [resource('DeviceRequest')]: [alwaysFormed('name', dnsLabel), deviceRequest],
  [resource('ExactDeviceRequest')]: DEVICE,
  [resource('DeviceSubRequest')]: [alwaysFormed('name', dnsLabel), ...DEVICE],
  [resource('DeviceSelector')]: [needs('cel')],
  [resource('ResourceSliceSpec')]: [needs('driver')],
  [resource('ResourcePool')]: [needs('name')],
};
