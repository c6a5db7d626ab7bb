import { forbidden, notSupported, required } from '../../fields/validation/causes';
import { dnsSubdomain } from '../../fields/validation/formats';
import {
  immutable,
  type MetadataRules,
  validateMetadata,
  validateMetadataUpdate,
} from '../../fields/validation/metadata';
import type { FieldCause } from '../../refusals';
import type { PriorityClass } from './priorityClass';
import { SYSTEM_PRIORITIES } from './system';

const METADATA: MetadataRules = { namespaced: false, name: dnsSubdomain };
const HIGHEST_USER_PRIORITY = 1_000_000_000;
const PREEMPTION_POLICIES = ['PreemptLowerPriority', 'Never'];

const validatePreemption = (policy: string | undefined): FieldCause[] => {
  if (policy === undefined) return [];
  if (policy === '') return [required('preemptionPolicy')];
  return PREEMPTION_POLICIES.includes(policy)
    ? []
    : [notSupported('preemptionPolicy', policy, PREEMPTION_POLICIES)];
};

/** What is wrong with a class of one of the names that Kubernetes keeps for its own. */
const problemOfSystemClass = (name: string, { value, globalDefault }: PriorityClass): string | undefined => {
  const known = SYSTEM_PRIORITIES[name];
  if (known === undefined) return `${name} is not a known system priority class`;
  if (known !== (value ?? 0)) return `value of ${name} PriorityClass must be ${known}`;
  return globalDefault ? `globalDefault of ${name} PriorityClass must be false` : undefined;
};

/**
 * A new priority class. Names that begin with `system-` are Kubernetes' own.
 * @see pkg/apis/scheduling/validation/validation.go ValidatePriorityClass
 */
export const validatePriorityClass = (priority: PriorityClass): FieldCause[] => {
  const { name } = priority.metadata;
  const causes = validateMetadata(priority.metadata, METADATA);
  if (name?.startsWith('system-')) {
    const why = problemOfSystemClass(name, priority);
    if (why) {
      causes.push(
        forbidden(
          'metadata.name',
          `priority class names with 'system-' prefix are reserved for system use only. error: ${why}`,
        ),
      );
    }
  } else if (priority.value > HIGHEST_USER_PRIORITY) {
    causes.push(
      forbidden('value', `maximum allowed value of a user defined priority is ${HIGHEST_USER_PRIORITY}`),
    );
  }
  return [...causes, ...validatePreemption(priority.preemptionPolicy)];
};

/** A changed priority class: its value and its way with others stay. */
export const validatePriorityClassUpdate = (next: PriorityClass, current: PriorityClass): FieldCause[] => [
  ...validateMetadataUpdate(next.metadata, current.metadata),
  ...((next.value ?? 0) === (current.value ?? 0)
    ? []
    : [forbidden('value', 'may not be changed in an update.')]),
  ...immutable(next.preemptionPolicy, current.preemptionPolicy, 'preemptionPolicy'),
];
