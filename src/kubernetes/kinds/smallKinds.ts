import { byteLength, decodedLength } from '../fields/bytes';
import { deepEqual } from '../fields/equality';
import {
  asStruct,
  forbidden,
  invalid,
  misformatted,
  named,
  notSupported,
  required,
  tooLong,
} from '../fields/validation/causes';
import { configKey, dnsLabel, dnsSubdomain, labelKey } from '../fields/validation/formats';
import {
  immutable,
  type MetadataRules,
  notNegative,
  validateFinalizerKind,
  validateMetadata,
  validateMetadataUpdate,
} from '../fields/validation/metadata';
import type { KubeObject } from '../object';
import type { FieldCause } from '../refusals';
import type { ControllerRevision } from './controllerrevision/controllerRevision';
import type { Lease } from './lease/lease';
import type { Namespace } from './namespace/namespace';
import type { PriorityClass } from './priorityclass/priorityClass';

export const NAMESPACED: MetadataRules = { namespaced: true, name: dnsSubdomain };
export const CLUSTER_WIDE: MetadataRules = { namespaced: false, name: dnsSubdomain };
const NAMESPACE_METADATA: MetadataRules = { namespaced: false, name: dnsLabel };

const HIGHEST_USER_PRIORITY = 1_000_000_000;
const SYSTEM_PRIORITIES: Readonly<Record<string, number>> = {
  'system-node-critical': 2_000_001_000,
  'system-cluster-critical': 2_000_000_000,
};
const PREEMPTION_POLICIES = ['PreemptLowerPriority', 'Never'];
const MOST_CONFIG_BYTES = 1024 * 1024;

/** A new namespace: its name is a DNS label. */
export const validateNamespace = (namespace: Namespace): FieldCause[] => [
  ...validateMetadata(namespace.metadata, NAMESPACE_METADATA),
  ...(namespace.spec?.finalizers ?? []).flatMap((finalizer) => [
    ...misformatted('spec.finalizers', finalizer, labelKey(finalizer)),
    ...validateFinalizerKind(finalizer, 'spec.finalizers'),
  ]),
];

export const validateNamespaceUpdate = (next: Namespace, current: Namespace): FieldCause[] => [
  ...validateNamespace(next),
  ...validateMetadataUpdate(next.metadata, current.metadata),
];

/** A namespace's phase follows from whether it is being deleted. */
export const validateNamespaceStatusUpdate = (next: Namespace, current: Namespace): FieldCause[] => {
  const going = next.metadata.deletionTimestamp !== undefined;
  const phase = next.status?.phase;
  const wanted = going ? 'Terminating' : 'Active';
  return [
    ...validateMetadataUpdate(next.metadata, current.metadata),
    ...(phase === wanted
      ? []
      : [
          invalid(
            'status.Phase',
            named(phase),
            `may only be '${wanted}' if \`deletionTimestamp\` is ${going ? 'not empty' : 'empty'}`,
          ),
        ]),
  ];
};

/** A new revision: it must hold data. */
export const validateRevision = (revision: ControllerRevision): FieldCause[] => [
  ...validateMetadata(revision.metadata, NAMESPACED),
  ...(revision.data === undefined || revision.data === null ? [required('data', 'data is mandatory')] : []),
  ...notNegative(revision.revision, 'revision'),
];

/** A changed revision: its data stays. */
export const validateRevisionUpdate = (
  next: ControllerRevision,
  current: ControllerRevision,
): FieldCause[] => [
  ...validateMetadataUpdate(next.metadata, current.metadata),
  ...validateRevision(next),
  ...immutable(next.data, current.data, 'data', asStruct(next.data ?? null)),
];

const validatePreemption = (policy: string | undefined): FieldCause[] => {
  if (policy === undefined) return [];
  if (policy === '') return [required('preemptionPolicy')];
  return PREEMPTION_POLICIES.includes(policy)
    ? []
    : [notSupported('preemptionPolicy', policy, PREEMPTION_POLICIES)];
};

/** A new priority class. Names that begin with `system-` are Kubernetes' own. */
export const validatePriorityClass = (priority: PriorityClass): FieldCause[] => {
  const { name } = priority.metadata;
  const causes = validateMetadata(priority.metadata, CLUSTER_WIDE);
  if (name?.startsWith('system-')) {
    const known = SYSTEM_PRIORITIES[name];
    const why =
      known === undefined
        ? `${name} is not a known system priority class`
        : known === priority.value
          ? undefined
          : `value of ${name} PriorityClass must be ${known}`;
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

/** A lease. */
export const validateLease = (lease: Lease): FieldCause[] => {
  const seconds = lease.spec?.leaseDurationSeconds;
  return [
    ...validateMetadata(lease.metadata, NAMESPACED),
    ...(seconds !== undefined && seconds <= 0
      ? [invalid('spec.leaseDurationSeconds', seconds, 'must be greater than 0')]
      : []),
    ...notNegative(lease.spec?.leaseTransitions, 'spec.leaseTransitions'),
  ];
};

interface ConfigMap extends KubeObject {
  readonly data?: Readonly<Record<string, string>>;
  readonly binaryData?: Readonly<Record<string, string>>;
  readonly immutable?: boolean;
}

/** A config map: keys in form, each in one place, not more than 1 MiB in all. */
export const validateConfigMap = (object: KubeObject): FieldCause[] => {
  const { data = {}, binaryData = {} } = object as ConfigMap;
  const causes = validateMetadata(object.metadata, NAMESPACED);
  let size = 0;
  for (const key of Object.keys(data).sort()) {
    causes.push(...misformatted(`data[${key}]`, key, configKey(key)));
    if (key in binaryData)
      causes.push(invalid(`data[${key}]`, key, 'duplicate of key present in binaryData'));
    size += byteLength(data[key] ?? '');
  }
  for (const key of Object.keys(binaryData).sort()) {
    causes.push(...misformatted(`binaryData[${key}]`, key, configKey(key)));
    size += decodedLength(binaryData[key] ?? '');
  }
  return size > MOST_CONFIG_BYTES ? [...causes, tooLong('[]', MOST_CONFIG_BYTES)] : causes;
};

/** A changed config map: nothing changes in one that says it is immutable. */
export const validateConfigMapUpdate = (next: KubeObject, current: KubeObject): FieldCause[] => {
  const [after, before] = [next as ConfigMap, current as ConfigMap];
  const causes = validateMetadataUpdate(next.metadata, current.metadata);
  if (before.immutable === true) {
    const fixed = (field: string) => forbidden(field, 'field is immutable when `immutable` is set');
    if (after.immutable !== true) causes.push(fixed('immutable'));
    if (!deepEqual(after.data ?? {}, before.data ?? {})) causes.push(fixed('data'));
    if (!deepEqual(after.binaryData ?? {}, before.binaryData ?? {})) causes.push(fixed('binaryData'));
  }
  return [...causes, ...validateConfigMap(next)];
};
