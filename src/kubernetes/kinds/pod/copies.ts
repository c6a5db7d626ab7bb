import type { Draft } from '../../fields/copies';
import type { PodSpec, PodStatus } from './pod';

const commonPodSpec = (spec: PodSpec): Draft<PodSpec> => ({
  affinity: spec.affinity,
  automountServiceAccountToken: spec.automountServiceAccountToken,
  containers: spec.containers,
  dnsPolicy: spec.dnsPolicy,
  enableServiceLinks: spec.enableServiceLinks,
  hostNetwork: spec.hostNetwork,
  initContainers: spec.initContainers,
  nodeName: spec.nodeName,
  nodeSelector: spec.nodeSelector,
  preemptionPolicy: spec.preemptionPolicy,
  priority: spec.priority,
  priorityClassName: spec.priorityClassName,
  restartPolicy: spec.restartPolicy,
  schedulerName: spec.schedulerName,
  securityContext: spec.securityContext,
  serviceAccount: spec.serviceAccount,
  serviceAccountName: spec.serviceAccountName,
  terminationGracePeriodSeconds: spec.terminationGracePeriodSeconds,
  tolerations: spec.tolerations,
  volumes: spec.volumes,
});

const hasRarePodSpec = (spec: PodSpec): boolean =>
  spec.activeDeadlineSeconds !== undefined ||
  spec.dnsConfig !== undefined ||
  spec.ephemeralContainers !== undefined ||
  spec.hostAliases !== undefined ||
  spec.hostIPC !== undefined ||
  spec.hostPID !== undefined ||
  spec.hostUsers !== undefined ||
  spec.hostname !== undefined ||
  spec.hostnameOverride !== undefined ||
  spec.imagePullSecrets !== undefined ||
  spec.os !== undefined ||
  spec.overhead !== undefined ||
  spec.readinessGates !== undefined ||
  spec.resourceClaims !== undefined ||
  spec.resources !== undefined ||
  spec.runtimeClassName !== undefined ||
  spec.schedulingGates !== undefined ||
  spec.schedulingGroup !== undefined ||
  spec.setHostnameAsFQDN !== undefined ||
  spec.shareProcessNamespace !== undefined ||
  spec.subdomain !== undefined ||
  spec.topologySpreadConstraints !== undefined;

const wholePodSpec = (spec: PodSpec): Draft<PodSpec> => ({
  ...commonPodSpec(spec),
  activeDeadlineSeconds: spec.activeDeadlineSeconds,
  dnsConfig: spec.dnsConfig,
  ephemeralContainers: spec.ephemeralContainers,
  hostAliases: spec.hostAliases,
  hostIPC: spec.hostIPC,
  hostPID: spec.hostPID,
  hostUsers: spec.hostUsers,
  hostname: spec.hostname,
  hostnameOverride: spec.hostnameOverride,
  imagePullSecrets: spec.imagePullSecrets,
  os: spec.os,
  overhead: spec.overhead,
  readinessGates: spec.readinessGates,
  resourceClaims: spec.resourceClaims,
  resources: spec.resources,
  runtimeClassName: spec.runtimeClassName,
  schedulingGates: spec.schedulingGates,
  schedulingGroup: spec.schedulingGroup,
  setHostnameAsFQDN: spec.setHostnameAsFQDN,
  shareProcessNamespace: spec.shareProcessNamespace,
  subdomain: spec.subdomain,
  topologySpreadConstraints: spec.topologySpreadConstraints,
});

/** A copy with every field of the API, or with all but the rare ones if it has none of them. */
export const copyPodSpec = (spec: PodSpec): Draft<PodSpec> =>
  hasRarePodSpec(spec) ? wholePodSpec(spec) : commonPodSpec(spec);

const commonPodStatus = (status: PodStatus): Draft<PodStatus> => ({
  conditions: status.conditions,
  containerStatuses: status.containerStatuses,
  hostIP: status.hostIP,
  initContainerStatuses: status.initContainerStatuses,
  message: status.message,
  nominatedNodeName: status.nominatedNodeName,
  phase: status.phase,
  podIP: status.podIP,
  podIPs: status.podIPs,
  qosClass: status.qosClass,
  reason: status.reason,
  startTime: status.startTime,
});

const hasRarePodStatus = (status: PodStatus): boolean =>
  status.allocatedResources !== undefined ||
  status.ephemeralContainerStatuses !== undefined ||
  status.extendedResourceClaimStatus !== undefined ||
  status.hostIPs !== undefined ||
  status.nodeAllocatableResourceClaimStatuses !== undefined ||
  status.observedGeneration !== undefined ||
  status.resize !== undefined ||
  status.resourceClaimStatuses !== undefined ||
  status.resources !== undefined;

const wholePodStatus = (status: PodStatus): Draft<PodStatus> => ({
  ...commonPodStatus(status),
  allocatedResources: status.allocatedResources,
  ephemeralContainerStatuses: status.ephemeralContainerStatuses,
  extendedResourceClaimStatus: status.extendedResourceClaimStatus,
  hostIPs: status.hostIPs,
  nodeAllocatableResourceClaimStatuses: status.nodeAllocatableResourceClaimStatuses,
  observedGeneration: status.observedGeneration,
  resize: status.resize,
  resourceClaimStatuses: status.resourceClaimStatuses,
  resources: status.resources,
});

/** A copy with every field of the API, or with all but the rare ones if it has none of them. */
export const copyPodStatus = (status: PodStatus): Draft<PodStatus> =>
  hasRarePodStatus(status) ? wholePodStatus(status) : commonPodStatus(status);
