import { by, type Fields, harmless, missing } from './treatment';

const NO_WORKLOAD = 'No controller makes pods of it: of workloads only daemon sets have one.';
const NO_POLICY = 'It is asked about no request: nothing is refused or changed because of it.';
const NO_NETWORK = 'There is no network.';
const NO_CLAIMS = 'Nobody hands out devices by claims.';

interface Claim {
  readonly spec?: { readonly volumeName?: string; readonly storageClassName?: string };
}

/** A claim that is given the default class, if there is one. */
const hasNoClass = (claim: unknown): boolean => {
  const { volumeName, storageClassName } = (claim as Claim).spec ?? {};
  return !volumeName && storageClassName === undefined;
};

const isProvisioned = (of: unknown): boolean =>
  (of as { readonly provisioner?: string }).provisioner !== 'kubernetes.io/no-provisioner';

/** What the model makes of objects of each kind that is served. */
export const KINDS: Fields = {
  APIService: missing('No other API server is asked.'),
  Binding: by('API server'),
  CertificateSigningRequest: harmless('Nobody signs certificates.'),
  ClusterRole: by('API server'),
  ClusterRoleBinding: by('API server'),
  ComponentStatus: by('API server'),
  ConfigMap: by('kubelet'),
  ControllerRevision: by('controllers'),
  CronJob: missing(NO_WORKLOAD),
  CSIDriver: harmless('It is stored; drivers are taken to be on every node.'),
  CSINode: harmless('It is stored; nobody counts how many volumes a node may have.'),
  CSIStorageCapacity: missing('Nobody looks how much storage is left for a claim.'),
  CustomResourceDefinition: by('controllers'),
  DaemonSet: by('controllers'),
  Deployment: missing(NO_WORKLOAD),
  DeviceClass: missing(NO_CLAIMS),
  Endpoints: harmless(NO_NETWORK),
  EndpointSlice: harmless(NO_NETWORK),
  Event: by('API server'),
  FlowSchema: harmless('Requests do not wait for each other.'),
  HorizontalPodAutoscaler: missing('Nobody scales anything.'),
  Ingress: harmless(NO_NETWORK),
  IngressClass: harmless(NO_NETWORK),
  IPAddress: harmless(NO_NETWORK),
  Job: missing(NO_WORKLOAD),
  Lease: by('controllers'),
  LimitRange: by('admission'),
  LocalSubjectAccessReview: by('API server'),
  MutatingAdmissionPolicy: missing(NO_POLICY),
  MutatingAdmissionPolicyBinding: missing(NO_POLICY),
  MutatingWebhookConfiguration: missing(NO_POLICY),
  Namespace: by('controllers'),
  NetworkPolicy: harmless(NO_NETWORK),
  Node: by('scheduler'),
  PersistentVolume: by('controllers'),
  PersistentVolumeClaim: {
    by: 'controllers',
    ...missing('No claim is given the default class.', { when: hasNoClass }),
  },
  Pod: by('kubelet'),
  PodDisruptionBudget: by('controllers'),
  PodTemplate: harmless('Kubernetes does nothing with it either.'),
  PriorityClass: by('admission'),
  PriorityLevelConfiguration: harmless('Requests do not wait for each other.'),
  ReplicaSet: missing(NO_WORKLOAD),
  ReplicationController: missing(NO_WORKLOAD),
  ResourceClaim: missing(NO_CLAIMS),
  ResourceClaimTemplate: missing(NO_CLAIMS),
  ResourceQuota: by('admission'),
  ResourceSlice: missing(NO_CLAIMS),
  Role: by('API server'),
  RoleBinding: by('API server'),
  RuntimeClass: by('admission'),
  Secret: by('kubelet'),
  SelfSubjectAccessReview: by('API server'),
  SelfSubjectReview: by('API server'),
  SelfSubjectRulesReview: by('API server'),
  Service: harmless(NO_NETWORK),
  ServiceAccount: by('admission'),
  ServiceCIDR: harmless(NO_NETWORK),
  StatefulSet: missing(NO_WORKLOAD),
  StorageClass: {
    by: 'scheduler',
    ...missing('Nobody makes volumes: a claim gets one that is there, or waits.', { when: isProvisioned }),
  },
  SubjectAccessReview: by('API server'),
  TokenReview: by('API server'),
  ValidatingAdmissionPolicy: missing(NO_POLICY),
  ValidatingAdmissionPolicyBinding: missing(NO_POLICY),
  ValidatingWebhookConfiguration: missing(NO_POLICY),
  VolumeAttachment: harmless('Volumes are attached at once.'),
  VolumeAttributesClass: harmless('Nobody changes volumes.'),
};
