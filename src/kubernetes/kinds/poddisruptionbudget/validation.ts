import { type Amount, validateAmount, validateAtMostAll } from '../../fields/validation/amounts';
import {
  asStruct,
  duplicate,
  invalid,
  misformatted,
  notSupported,
  required,
  tooLong,
} from '../../fields/validation/causes';
import { labelKey, pathSegment } from '../../fields/validation/formats';
import { validateLabelSelector } from '../../fields/validation/labels';
import {
  type MetadataRules,
  notNegative,
  validateMetadata,
  validateMetadataUpdate,
} from '../../fields/validation/metadata';
import type { FieldCause } from '../../refusals';
import type { Condition, PodDisruptionBudget } from './podDisruptionBudget';

/** Nobody checks the metadata of a budget but for what every store needs. */
const METADATA: MetadataRules = { namespaced: true, name: pathSegment, anyFinalizer: true };

type Spec = PodDisruptionBudget['spec'];

/** As Go prints a budget: its own names for the fields, all of them, in its own order. */
const printed = (spec: Spec) =>
  asStruct({
    MinAvailable: spec.minAvailable,
    Selector: spec.selector ?? null,
    MaxUnavailable: spec.maxUnavailable,
    UnhealthyPodEvictionPolicy: spec.unhealthyPodEvictionPolicy ?? null,
  });

const validateBound = (amount: Amount | undefined, field: string): FieldCause[] => [
  ...validateAmount(amount, field),
  ...validateAtMostAll(amount, field),
];

const POLICIES = ['AlwaysAllow', 'IfHealthyBudget'];

const validateSpec = (spec: Spec): FieldCause[] => {
  const { minAvailable, maxUnavailable, selector, unhealthyPodEvictionPolicy: policy } = spec;
  return [
    ...(minAvailable !== undefined && maxUnavailable !== undefined
      ? [invalid('spec', printed(spec), 'minAvailable and maxUnavailable cannot be both set')]
      : []),
    ...validateBound(minAvailable, 'spec.minAvailable'),
    ...validateBound(maxUnavailable, 'spec.maxUnavailable'),
    ...validateLabelSelector(selector, 'spec.selector'),
    ...(policy !== undefined && !POLICIES.includes(policy)
      ? [notSupported('spec.unhealthyPodEvictionPolicy', policy, POLICIES)]
      : []),
  ];
};

/**
 * A new budget.
 * @see k8s.io/kubernetes/pkg/apis/policy/validation ValidatePodDisruptionBudget
 */
export const validateBudget = ({ metadata, spec }: PodDisruptionBudget): FieldCause[] => [
  ...validateMetadata(metadata, METADATA),
  ...validateSpec(spec),
];

/** A changed budget: everything about it may change. */
export const validateBudgetUpdate = (
  next: PodDisruptionBudget,
  current: PodDisruptionBudget,
): FieldCause[] => [
  ...validateMetadataUpdate(next.metadata, current.metadata, METADATA),
  ...validateSpec(next.spec),
];

const MOST_REASON = 1024;
const MOST_MESSAGE = 32_768;
const REASON = /^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$/;
const REASON_FORM =
  "a condition reason must start with alphabetic character, optionally followed by a string of alphanumeric characters or '_,:', and must end with an alphanumeric character or '_' (e.g. 'my_name',  or 'MY_NAME',  or 'MyName',  or 'ReasonA,ReasonB',  or 'ReasonA:ReasonB', regex used for validation is '[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?')";
const STATUSES = ['False', 'True', 'Unknown'];

const validateCondition = (condition: Condition, at: string): FieldCause[] => {
  const {
    type = '',
    status,
    observedGeneration = 0,
    lastTransitionTime,
    reason = '',
    message = '',
  } = condition;
  return [
    ...misformatted(`${at}.type`, type, labelKey(type)),
    ...(STATUSES.includes(status) ? [] : [notSupported(`${at}.status`, status, STATUSES)]),
    ...(observedGeneration < 0
      ? [invalid(`${at}.observedGeneration`, observedGeneration, 'must be greater than or equal to zero')]
      : []),
    ...(lastTransitionTime ? [] : [required(`${at}.lastTransitionTime`)]),
    ...(reason === ''
      ? [required(`${at}.reason`)]
      : misformatted(`${at}.reason`, reason, REASON.test(reason) ? [] : [REASON_FORM])),
    ...(reason.length > MOST_REASON ? [tooLong(`${at}.reason`, MOST_REASON)] : []),
    ...(message.length > MOST_MESSAGE ? [tooLong(`${at}.message`, MOST_MESSAGE)] : []),
  ];
};

const validateConditions = (conditions: readonly Condition[], at: string): FieldCause[] =>
  conditions.flatMap((condition, index) => [
    ...(conditions.slice(0, index).some(({ type }) => type === condition.type)
      ? [duplicate(`${at}[${index}].type`, condition.type)]
      : []),
    ...validateCondition(condition, `${at}[${index}]`),
  ]);

const COUNTS = ['disruptionsAllowed', 'currentHealthy', 'desiredHealthy', 'expectedPods'] as const;

/**
 * A write of the status.
 * @see k8s.io/kubernetes/pkg/apis/policy/validation ValidatePodDisruptionBudgetStatusUpdate
 */
export const validateBudgetStatusUpdate = (
  next: PodDisruptionBudget,
  current: PodDisruptionBudget,
): FieldCause[] => [
  ...validateMetadataUpdate(next.metadata, current.metadata, METADATA),
  ...validateConditions(next.status.conditions ?? [], 'status.conditions'),
  ...COUNTS.flatMap((count) => notNegative(next.status[count], `status.${count}`)),
];
