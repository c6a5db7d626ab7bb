import { forbidden, invalid, misformatted, named, required } from '../../../fields/validation/causes';
import { dnsLabel, dnsSubdomain, labelValue } from '../../../fields/validation/formats';
import { validateLabelKey, validateLabelSelector } from '../../../fields/validation/labels';
import type { FieldCause } from '../../../refusals';
import type { Affinity, NodeSelector, NodeSelectorRequirement, NodeSelectorTerm } from '../pod';

const NO_OPERATOR = 'not a valid selector operator';

const validateExpression = (
  { key, operator, values = [] }: NodeSelectorRequirement,
  lenient: boolean,
  field: string,
): FieldCause[] => {
  const causes: FieldCause[] = [];
  switch (operator) {
    case 'In':
    case 'NotIn':
      if (values.length === 0) {
        causes.push(required(`${field}.values`, "must be specified when `operator` is 'In' or 'NotIn'"));
      }
      break;
    case 'Exists':
    case 'DoesNotExist':
      if (values.length > 0) {
        causes.push(
          forbidden(`${field}.values`, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'"),
        );
      }
      break;
    case 'Gt':
    case 'Lt':
      if (values.length !== 1) {
        causes.push(
          required(`${field}.values`, "must be specified single value when `operator` is 'Lt' or 'Gt'"),
        );
      }
      break;
    default:
      causes.push(invalid(`${field}.operator`, named(operator), NO_OPERATOR));
  }
  causes.push(...validateLabelKey(key, `${field}.key`));
  if (lenient) return causes;
  values.forEach((value, index) => {
    causes.push(...misformatted(`${field}.values[${index}]`, value, labelValue(value)));
  });
  return causes;
};

const validateFieldRequirement = (
  { key, operator, values = [] }: NodeSelectorRequirement,
  field: string,
): FieldCause[] => {
  const causes: FieldCause[] = [];
  if (operator !== 'In' && operator !== 'NotIn') {
    causes.push(invalid(`${field}.operator`, named(operator), NO_OPERATOR));
  } else if (values.length !== 1) {
    causes.push(
      required(
        `${field}.values`,
        "must be only one value when `operator` is 'In' or 'NotIn' for node field selector",
      ),
    );
  }
  if (key !== 'metadata.name') {
    causes.push(invalid(`${field}.key`, key ?? '', 'not a valid field selector key'));
    return causes;
  }
  values.forEach((value, index) => {
    causes.push(...misformatted(`${field}.values[${index}]`, value, dnsSubdomain(value)));
  });
  return causes;
};

const validateTerm = (
  { matchExpressions = [], matchFields = [] }: NodeSelectorTerm,
  lenient: boolean,
  field: string,
): FieldCause[] => [
  ...matchExpressions.flatMap((each, index) =>
    validateExpression(each, lenient, `${field}.matchExpressions[${index}]`),
  ),
  ...matchFields.flatMap((each, index) => validateFieldRequirement(each, `${field}.matchFields[${index}]`)),
];

/** Terms that nodes must meet, at least one of them. */
export const validateNodeSelector = ({ nodeSelectorTerms }: NodeSelector, field: string): FieldCause[] => {
  const at = `${field}.nodeSelectorTerms`;
  const terms = nodeSelectorTerms ?? [];
  return terms.length === 0
    ? [required(at, 'must have at least one node selector term')]
    : terms.flatMap((term, index) => validateTerm(term, false, `${at}[${index}]`));
};

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';

const weight = (value: number | undefined, field: string): FieldCause[] =>
  value === undefined || value < 1 || value > 100
    ? [invalid(`${field}.weight`, value ?? 0, 'must be in the range 1-100')]
    : [];

const validateNodeAffinity = (
  affinity: NonNullable<Affinity['nodeAffinity']>,
  field: string,
): FieldCause[] => [
  ...(affinity[REQUIRED] ? validateNodeSelector(affinity[REQUIRED], `${field}.${REQUIRED}`) : []),
  ...(affinity[PREFERRED] ?? []).flatMap((term, index) => {
    const at = `${field}.${PREFERRED}[${index}]`;
    return [...weight(term.weight, at), ...validateTerm(term.preference ?? {}, true, `${at}.preference`)];
  }),
];

type PodAffinity = NonNullable<Affinity['podAffinity']>;
type PodTerm = NonNullable<PodAffinity[typeof REQUIRED]>[number];

const labelKeys = (
  keys: readonly string[] | undefined,
  selector: PodTerm['labelSelector'],
  field: string,
): FieldCause[] => {
  if (keys === undefined || keys.length === 0) return [];
  if (selector === undefined)
    return [forbidden(field, 'must not be specified when labelSelector is not set')];
  return keys.flatMap((key, index) => validateLabelKey(key, `${field}[${index}]`));
};

/** Label keys whose values are taken from the pod itself. They may not be selected on as well. */
export const validateMatchLabelKeys = (
  {
    matchLabelKeys = [],
    mismatchLabelKeys = [],
    labelSelector,
  }: Pick<PodTerm, 'matchLabelKeys' | 'mismatchLabelKeys' | 'labelSelector'>,
  field: string,
): FieldCause[] => {
  const causes = [
    ...labelKeys(matchLabelKeys, labelSelector, `${field}.matchLabelKeys`),
    ...labelKeys(mismatchLabelKeys, labelSelector, `${field}.mismatchLabelKeys`),
  ];
  const selected = new Set(Object.keys(labelSelector?.matchLabels ?? {}));
  for (const { key } of labelSelector?.matchExpressions ?? []) {
    const index = matchLabelKeys.lastIndexOf(key);
    if (index >= 0 && selected.has(key)) {
      causes.push(invalid(`${field}[${index}]`, key, 'exists in both matchLabelKeys and labelSelector'));
    }
    selected.add(key);
  }
  matchLabelKeys.forEach((key, index) => {
    if (!mismatchLabelKeys.includes(key)) return;
    causes.push(
      invalid(
        `${field}.matchLabelKeys[${index}]`,
        key,
        'exists in both matchLabelKeys and mismatchLabelKeys',
      ),
    );
  });
  return causes;
};

const validatePodTerm = (term: PodTerm, field: string): FieldCause[] => [
  ...validateLabelSelector(term.labelSelector, `${field}.labelSelector`),
  ...validateLabelSelector(term.namespaceSelector, `${field}.namespaceSelector`),
  ...(term.namespaces ?? []).flatMap((name) => misformatted(`${field}.namespace`, name, dnsLabel(name))),
  ...validateMatchLabelKeys(term, field),
  ...(term.topologyKey ? [] : [required(`${field}.topologyKey`, 'can not be empty')]),
  ...validateLabelKey(term.topologyKey, `${field}.topologyKey`),
];

const validatePodAffinity = (affinity: PodAffinity, field: string): FieldCause[] => [
  ...(affinity[REQUIRED] ?? []).flatMap((term, index) =>
    validatePodTerm(term, `${field}.${REQUIRED}[${index}]`),
  ),
  ...(affinity[PREFERRED] ?? []).flatMap((term, index) => {
    const at = `${field}.${PREFERRED}[${index}]`;
    return [
      ...weight(term.weight, at),
      ...validatePodTerm(term.podAffinityTerm ?? ({} as PodTerm), `${at}.podAffinityTerm`),
    ];
  }),
];

/** Where a pod must, should, or should not run: node terms, and terms about other pods. */
export const validateAffinity = (affinity: Affinity | undefined, field: string): FieldCause[] => {
  if (affinity === undefined) return [];
  const { nodeAffinity, podAffinity, podAntiAffinity } = affinity;
  return [
    ...(nodeAffinity ? validateNodeAffinity(nodeAffinity, `${field}.nodeAffinity`) : []),
    ...(podAffinity ? validatePodAffinity(podAffinity, `${field}.podAffinity`) : []),
    ...(podAntiAffinity ? validatePodAffinity(podAntiAffinity, `${field}.podAntiAffinity`) : []),
  ];
};
