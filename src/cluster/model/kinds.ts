import { by, type Fields, harmless, missing } from './treatment';

const NO_WORKLOAD = 'No controller makes pods of it: of workloads only daemon sets have one.';
const NO_POLICY = 'It is asked about no request: nothing is refused or changed because of it.';
const NO_NETWORK = 'There is no network.';
const NO_CLAIMS = 'Nobody hands out devices by claims.';

interface Storage {
  readonly spec?: {
    readonly claimRef?: unknown;
    readonly volumeName?: string;
    readonly storageClassName?: string;
  };
}

/** A volume that is kept for no claim. */
const isFree = (volume: unknown): boolean => (volume as Storage).spec?.claimRef === undefined;

/** A claim that somebody would make a volume for, if there is a class. */
const awaitsVolume = (claim: unknown): boolean => {
  const { volumeName, storageClassName } = (claim as Storage).spec ?? {};
  return !volumeName && storageClassName !== '';
};

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
  PersistentVolume: {
    by: 'scheduler',
    ...missing('Nobody gives it to a claim, unless it names the claim.', { when: isFree }),
  },
  PersistentVolumeClaim: {
    by: 'scheduler',
    ...missing(
      'Nobody makes volumes or binds claims: a claim is bound only if it says so, and one whose class waits for the first pod is taken to be served.',
      { when: awaitsVolume },
    ),
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
  StorageClass: by('scheduler'),
  SubjectAccessReview: by('API server'),
  TokenReview: by('API server'),
  ValidatingAdmissionPolicy: missing(NO_POLICY),
  ValidatingAdmissionPolicyBinding: missing(NO_POLICY),
  ValidatingWebhookConfiguration: missing(NO_POLICY),
  VolumeAttachment: harmless('Volumes are attached at once.'),
  VolumeAttributesClass: harmless('Nobody changes volumes.'),
};
