import type { KubeObject, ObjectMeta, PodSpec, PodStatus } from './objects';

/*
 * Copies for who changes one of many thousand objects. They list every field in one order, whether it says anything
 * or not: engines read and copy objects of one shape many times faster, and spread syntax, which seems to do the same,
 * makes a new shape with every copy of a copy.
 */

/** A fresh copy, which its maker may still change before anybody else sees it. */
export type Draft<T> = { -readonly [Field in keyof T]: T[Field] };

/** A copy with every field that stored metadata can have. */
export const copyMetadata = (metadata: ObjectMeta): Draft<ObjectMeta> => ({
  name: metadata.name,
  generateName: metadata.generateName,
  namespace: metadata.namespace,
  uid: metadata.uid,
  resourceVersion: metadata.resourceVersion,
  generation: metadata.generation,
  creationTimestamp: metadata.creationTimestamp,
  deletionTimestamp: metadata.deletionTimestamp,
  deletionGracePeriodSeconds: metadata.deletionGracePeriodSeconds,
  labels: metadata.labels,
  annotations: metadata.annotations,
  ownerReferences: metadata.ownerReferences,
  finalizers: metadata.finalizers,
});

/** A copy with every field of the API. */
export const copyPodSpec = (spec: PodSpec): Draft<PodSpec> => ({
  activeDeadlineSeconds: spec.activeDeadlineSeconds,
  affinity: spec.affinity,
  automountServiceAccountToken: spec.automountServiceAccountToken,
  containers: spec.containers,
  dnsConfig: spec.dnsConfig,
  dnsPolicy: spec.dnsPolicy,
  enableServiceLinks: spec.enableServiceLinks,
  ephemeralContainers: spec.ephemeralContainers,
  hostAliases: spec.hostAliases,
  hostIPC: spec.hostIPC,
  hostNetwork: spec.hostNetwork,
  hostPID: spec.hostPID,
  hostUsers: spec.hostUsers,
  hostname: spec.hostname,
  hostnameOverride: spec.hostnameOverride,
  imagePullSecrets: spec.imagePullSecrets,
  initContainers: spec.initContainers,
  nodeName: spec.nodeName,
  nodeSelector: spec.nodeSelector,
  os: spec.os,
  overhead: spec.overhead,
  preemptionPolicy: spec.preemptionPolicy,
  priority: spec.priority,
  priorityClassName: spec.priorityClassName,
  readinessGates: spec.readinessGates,
  resourceClaims: spec.resourceClaims,
  resources: spec.resources,
  restartPolicy: spec.restartPolicy,
  runtimeClassName: spec.runtimeClassName,
  schedulerName: spec.schedulerName,
  schedulingGates: spec.schedulingGates,
  schedulingGroup: spec.schedulingGroup,
  securityContext: spec.securityContext,
  serviceAccount: spec.serviceAccount,
  serviceAccountName: spec.serviceAccountName,
  setHostnameAsFQDN: spec.setHostnameAsFQDN,
  shareProcessNamespace: spec.shareProcessNamespace,
  subdomain: spec.subdomain,
  terminationGracePeriodSeconds: spec.terminationGracePeriodSeconds,
  tolerations: spec.tolerations,
  topologySpreadConstraints: spec.topologySpreadConstraints,
  volumes: spec.volumes,
});

/** A copy with every field of the API. */
export const copyPodStatus = (status: PodStatus): Draft<PodStatus> => ({
  allocatedResources: status.allocatedResources,
  conditions: status.conditions,
  containerStatuses: status.containerStatuses,
  ephemeralContainerStatuses: status.ephemeralContainerStatuses,
  extendedResourceClaimStatus: status.extendedResourceClaimStatus,
  hostIP: status.hostIP,
  hostIPs: status.hostIPs,
  initContainerStatuses: status.initContainerStatuses,
  message: status.message,
  nodeAllocatableResourceClaimStatuses: status.nodeAllocatableResourceClaimStatuses,
  nominatedNodeName: status.nominatedNodeName,
  observedGeneration: status.observedGeneration,
  phase: status.phase,
  podIP: status.podIP,
  podIPs: status.podIPs,
  qosClass: status.qosClass,
  reason: status.reason,
  resize: status.resize,
  resourceClaimStatuses: status.resourceClaimStatuses,
  resources: status.resources,
  startTime: status.startTime,
});

/** An object that has a spec, a status and nothing else, put together from its parts. */
export const assemble = <T extends KubeObject & { readonly spec?: unknown; readonly status?: unknown }>(
  { apiVersion, kind }: T,
  metadata: T['metadata'],
  spec: T['spec'],
  status: T['status'],
): T => ({ apiVersion, kind, metadata, spec, status }) as T;
