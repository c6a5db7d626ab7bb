import { referenced, type Schema } from './schema';

/**
 * Fields whose Go type is a name of its own, where the schema only says `string`. Decoding errors use that name.
 * Keyed by the type that holds the field, then by field.
 */
const NAMED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  DaemonSetUpdateStrategy: { type: 'v1.DaemonSetUpdateStrategyType' },
  DaemonSetCondition: { type: 'v1.DaemonSetConditionType', status: 'v1.ConditionStatus' },
  ObjectMeta: { uid: 'types.UID' },
  OwnerReference: { uid: 'types.UID' },
  ObjectReference: { uid: 'types.UID' },
  LabelSelectorRequirement: { operator: 'v1.LabelSelectorOperator' },
  ManagedFieldsEntry: { operation: 'v1.ManagedFieldsOperationType' },
  PodSpec: {
    restartPolicy: 'v1.RestartPolicy',
    dnsPolicy: 'v1.DNSPolicy',
    preemptionPolicy: 'v1.PreemptionPolicy',
    overhead: 'v1.ResourceList',
  },
  PodOS: { name: 'v1.OSName' },
  PodReadinessGate: { conditionType: 'v1.PodConditionType' },
  PodSecurityContext: {
    fsGroupChangePolicy: 'v1.PodFSGroupChangePolicy',
    supplementalGroupsPolicy: 'v1.SupplementalGroupsPolicy',
    seLinuxChangePolicy: 'v1.PodSELinuxChangePolicy',
  },
  PodStatus: { phase: 'v1.PodPhase', qosClass: 'v1.PodQOSClass', resize: 'v1.PodResizeStatus' },
  PodCondition: { type: 'v1.PodConditionType', status: 'v1.ConditionStatus' },
  Container: {
    imagePullPolicy: 'v1.PullPolicy',
    restartPolicy: 'v1.ContainerRestartPolicy',
    terminationMessagePolicy: 'v1.TerminationMessagePolicy',
  },
  EphemeralContainer: {
    imagePullPolicy: 'v1.PullPolicy',
    restartPolicy: 'v1.ContainerRestartPolicy',
    terminationMessagePolicy: 'v1.TerminationMessagePolicy',
  },
  ContainerRestartRule: { action: 'v1.ContainerRestartRuleAction' },
  ContainerRestartRuleOnExitCodes: { operator: 'v1.ContainerRestartRuleOnExitCodesOperator' },
  ContainerResizePolicy: { resourceName: 'v1.ResourceName', restartPolicy: 'v1.ResourceResizeRestartPolicy' },
  ContainerPort: { protocol: 'v1.Protocol' },
  ResourceRequirements: { limits: 'v1.ResourceList', requests: 'v1.ResourceList' },
  VolumeResourceRequirements: { limits: 'v1.ResourceList', requests: 'v1.ResourceList' },
  Capabilities: { add: '[]v1.Capability', drop: '[]v1.Capability' },
  SecurityContext: { procMount: 'v1.ProcMountType' },
  SeccompProfile: { type: 'v1.SeccompProfileType' },
  AppArmorProfile: { type: 'v1.AppArmorProfileType' },
  HTTPGetAction: { scheme: 'v1.URIScheme' },
  Lifecycle: { stopSignal: 'v1.Signal' },
  VolumeMount: { mountPropagation: 'v1.MountPropagationMode', recursiveReadOnly: 'v1.RecursiveReadOnlyMode' },
  HostPathVolumeSource: { type: 'v1.HostPathType' },
  EmptyDirVolumeSource: { medium: 'v1.StorageMedium' },
  AzureDiskVolumeSource: { cachingMode: 'v1.AzureDataDiskCachingMode', kind: 'v1.AzureDataDiskKind' },
  ImageVolumeSource: { pullPolicy: 'v1.PullPolicy' },
  PersistentVolumeClaimSpec: {
    accessModes: '[]v1.PersistentVolumeAccessMode',
    volumeMode: 'v1.PersistentVolumeMode',
  },
  Taint: { effect: 'v1.TaintEffect' },
  Toleration: { effect: 'v1.TaintEffect', operator: 'v1.TolerationOperator' },
  NodeSelectorRequirement: { operator: 'v1.NodeSelectorOperator' },
  TopologySpreadConstraint: {
    whenUnsatisfiable: 'v1.UnsatisfiableConstraintAction',
    nodeAffinityPolicy: 'v1.NodeInclusionPolicy',
    nodeTaintsPolicy: 'v1.NodeInclusionPolicy',
  },
  NodeStatus: {
    phase: 'v1.NodePhase',
    capacity: 'v1.ResourceList',
    allocatable: 'v1.ResourceList',
    volumesInUse: '[]v1.UniqueVolumeName',
  },
  NodeAddress: { type: 'v1.NodeAddressType' },
  NodeCondition: { type: 'v1.NodeConditionType', status: 'v1.ConditionStatus' },
  AttachedVolume: { name: 'v1.UniqueVolumeName' },
  NamespaceSpec: { finalizers: '[]v1.FinalizerName' },
  NamespaceStatus: { phase: 'v1.NamespacePhase' },
  NamespaceCondition: { type: 'v1.NamespaceConditionType', status: 'v1.ConditionStatus' },
  ResourceQuotaSpec: { hard: 'v1.ResourceList', scopes: '[]v1.ResourceQuotaScope' },
  ResourceQuotaStatus: { hard: 'v1.ResourceList', used: 'v1.ResourceList' },
  ScopedResourceSelectorRequirement: {
    scopeName: 'v1.ResourceQuotaScope',
    operator: 'v1.ScopeSelectorOperator',
  },
  ContainerStatus: { allocatedResources: 'v1.ResourceList', stopSignal: 'v1.Signal' },
  PriorityClass: { preemptionPolicy: 'v1.PreemptionPolicy' },
  LeaseSpec: { strategy: 'v1.CoordinatedLeaseStrategy' },
  CSIDriverSpec: { fsGroupPolicy: 'v1.FSGroupPolicy', volumeLifecycleModes: '[]v1.VolumeLifecycleMode' },
};

/** Types that embed another one in Go and so have no schema of their own under the name Go prints. */
const shortName = (definition: string): string => definition.slice(definition.lastIndexOf('.') + 1);

/** `v1.PodSpec` for `io.k8s.api.core.v1.PodSpec`; quantities and the like live in packages of their own. */
const packaged = (definition: string): string => {
  const parts = definition.split('.');
  return parts.slice(-2).join('.');
};

/** The name of the Go struct behind a definition: `PodSpec`. */
export const structName = (definition: string): string => shortName(definition);

const PLAIN: Readonly<Record<string, string>> = { boolean: 'bool', string: 'string', object: 'object' };

/**
 * How Go prints the type of a field: `[]v1.Container`, `map[string]string`, `int32`, `v1.RestartPolicy`.
 * Pointers do not show: the decoder names what they point to.
 */
export const goType = (holder: string, field: string, schema: Schema): string => {
  let type = types.get(schema);
  if (type === undefined) {
    type = NAMED[shortName(holder)]?.[field] ?? unnamed(schema);
    types.set(schema, type);
  }
  return type;
};

/** By the schema of the field, which is a part of its holder's alone. */
const types = new WeakMap<Schema, string>();

const unnamed = (schema: Schema): string => {
  const definition = referenced(schema);
  if (definition) return packaged(definition.name);
  switch (schema.type) {
    case 'array':
      return schema.items ? `[]${unnamed(schema.items)}` : '[]interface {}';
    case 'object':
      return schema.additionalProperties ? `map[string]${unnamed(schema.additionalProperties)}` : 'object';
    case 'integer':
      return schema.format ?? 'int64';
    default:
      return schema.format === 'byte' ? '[]uint8' : (PLAIN[schema.type ?? ''] ?? 'interface {}');
  }
};

/** The Go type of a list's items or a map's values, given the type of the whole. */
export const elementType = (whole: string, schema: Schema): string =>
  whole.startsWith('[]')
    ? whole.slice(2)
    : whole.startsWith('map[string]')
      ? whole.slice(11)
      : unnamed(schema);
