import { absent, type Part } from '../../fields/fill';
import { ipAddress } from '../../fields/validation/addresses';
import { dnsLabel, dnsSubdomain, type Format, pathSegment } from '../../fields/validation/formats';
import type { KubeObject, ObjectMeta } from '../../object';
import { selectableText } from '../selectable';
import { hasDataSource, withDataSources } from './dataSources';

/** What the API server knows of a kind that its schema does not tell. */
export interface Facts {
  /** What a name looks like; by default a DNS subdomain. */
  readonly name?: Format;
  /** The form of a name that depends on the object. */
  nameOf?(object: Part): Format;
  /** Finalizers may be called anything. */
  readonly anyFinalizer?: boolean;
  /** What field selectors may ask for beside name and namespace. @see each `conversion.go` for the labels */
  readonly selectable?: Readonly<Record<string, (object: KubeObject) => string>>;
  /** The parts a change of which is a new generation. Kinds without it do not count generations. */
  counted?(object: Part): readonly unknown[];
  /** What is done to a new object, its status emptied, beside what the schema says. */
  prepareForCreate?(object: Part): Part;
  /** What is done to an update. */
  prepareForUpdate?(next: Part, current: Part): Part;
  /** What of the metadata a write of the status leaves as it was. */
  readonly keptByStatus?: readonly (keyof ObjectMeta)[];
}

const spec = ({ spec: part }: Part): readonly unknown[] => [part];
const webhooks = (object: Part): readonly unknown[] => [object.webhooks];
const metadataOf = (object: Part): Part => (object.metadata ?? {}) as Part;

/**
 * A service that says its address in the singular has it in the plural, too: `None`, as a rule.
 * @see pkg/registry/core/service/storage/storage.go normalizeClusterIPs
 */
const withAddresses = (object: Part): Part => {
  const { clusterIP, clusterIPs } = (object.spec ?? {}) as Part;
  return clusterIP && !(clusterIPs as readonly unknown[] | undefined)?.length
    ? { ...object, spec: { ...(object.spec as Part), clusterIPs: [clusterIP] } }
    : object;
};

/** Everything but the metadata, and of these the labels. */
const allButMetadata = ({ metadata, ...rest }: Part): readonly unknown[] => [
  rest,
  (metadata as Part | undefined)?.labels,
];

const JOB_NAME = ['job-name', 'batch.kubernetes.io/job-name'];
const CONTROLLER_UID = ['controller-uid', 'batch.kubernetes.io/controller-uid'];
const SELECTED = 'batch.kubernetes.io/controller-uid';

const each = (keys: readonly string[], value: unknown): Part =>
  Object.fromEntries(keys.map((key) => [key, value]));

/** A job selects its pods by its own uid, unless somebody sees to that himself. */
const selectOwnPods = (job: Part): Part => {
  const { name, uid } = metadataOf(job);
  const given = (job.spec ?? {}) as Part;
  if (given.manualSelector === true) return job;
  const template = (given.template ?? {}) as Part;
  const metadata = metadataOf(template);
  const selector = (given.selector ?? {}) as { readonly matchLabels?: Part };
  return {
    ...job,
    spec: {
      ...given,
      selector: { ...selector, matchLabels: { [SELECTED]: uid, ...selector.matchLabels } },
      template: {
        ...template,
        metadata: {
          ...metadata,
          labels: { ...each(JOB_NAME, name), ...each(CONTROLLER_UID, uid), ...(metadata.labels as Part) },
        },
      },
    },
  };
};

/** What the API server serves itself is available at once. */
const available = (service: Part): Part => {
  const { service: elsewhere } = (service.spec ?? {}) as Part;
  if (!absent(elsewhere)) return service;
  const condition = {
    type: 'Available',
    status: 'True',
    lastTransitionTime: metadataOf(service).creationTimestamp,
    reason: 'Local',
    message: 'Local APIServices are always available',
  };
  return { ...service, status: { conditions: [condition] } };
};

const since = (volume: Part): Part => ({
  ...volume,
  status: { phase: 'Pending', lastPhaseTransitionTime: metadataOf(volume).creationTimestamp },
});

/** An API service is named by what it serves: `v1.apps`. */
const nameOfService = (service: Part): Format => {
  const { version = '', group = '' } = (service.spec ?? {}) as {
    readonly version?: string;
    readonly group?: string;
  };
  const wanted = `${version}.${group}`;
  return (text) => {
    const problems = pathSegment(text);
    if (problems.length > 0 || text === wanted) return problems;
    return [`must be \`spec.version+"."+spec.group\`: ${JSON.stringify(wanted)}`];
  };
};

const selectable = (...paths: readonly string[]) =>
  Object.fromEntries(paths.map((path) => [path, selectableText(path)] as const));

/**
 * What senders may set of metadata, where a write of the status may not.
 * @see k8s.io/apimachinery/pkg/apis/meta/v1 ResetObjectMetaForStatus
 */
const METADATA: readonly (keyof ObjectMeta)[] = ['labels', 'annotations', 'finalizers', 'ownerReferences'];

const ANY_NAME: Format = () => [];
const countsSpec: Facts = { counted: spec };
const NOTHING: Facts = {};

/**
 * By `apps/v1 Deployment`, every kind that has no room of its own.
 * @see k8s.io/kubernetes/pkg/registry, `strategy.go` of each kind, and pkg/apis/.../validation for names
 */
export const facts: Readonly<Record<string, Facts>> = {
  'v1 ComponentStatus': NOTHING,
  'v1 Endpoints': NOTHING,
  'v1 LimitRange': NOTHING,
  'v1 PersistentVolume': { prepareForCreate: since },
  'v1 PersistentVolumeClaim': {
    prepareForCreate: (claim) => withDataSources(claim, false),
    prepareForUpdate: (next, current) => withDataSources(next, hasDataSource(current)),
  },
  'v1 PodTemplate': { counted: ({ template }) => [template] },
  'v1 ReplicationController': {
    counted: spec,
    selectable: { 'status.replicas': selectableText('status.replicas', '0') },
  },
  'v1 Secret': { selectable: selectable('type') },
  'v1 Service': {
    name: dnsLabel,
    selectable: selectable('spec.clusterIP', 'spec.type'),
    prepareForCreate: withAddresses,
  },
  'apiregistration.k8s.io/v1 APIService': {
    nameOf: nameOfService,
    anyFinalizer: true,
    prepareForCreate: available,
    keptByStatus: METADATA,
  },
  'apps/v1 Deployment': {
    counted: (set) => [set.spec, metadataOf(set).annotations ?? {}],
    keptByStatus: ['labels'],
  },
  'apps/v1 ReplicaSet': countsSpec,
  'apps/v1 StatefulSet': { name: dnsLabel, counted: spec },
  'events.k8s.io/v1 Event': {
    selectable: selectable(
      'regarding.kind',
      'regarding.namespace',
      'regarding.name',
      'regarding.uid',
      'regarding.apiVersion',
      'regarding.resourceVersion',
      'regarding.fieldPath',
      'reason',
      'reportingController',
      'type',
    ),
  },
  'autoscaling/v1 HorizontalPodAutoscaler': NOTHING,
  'autoscaling/v2 HorizontalPodAutoscaler': NOTHING,
  'batch/v1 CronJob': countsSpec,
  'batch/v1 Job': {
    counted: spec,
    selectable: { 'status.successful': selectableText('status.succeeded', '0') },
    prepareForCreate: selectOwnPods,
  },
  'certificates.k8s.io/v1 CertificateSigningRequest': {
    name: ANY_NAME,
    selectable: selectable('spec.signerName'),
    prepareForUpdate: (next, current) => ({ ...next, spec: current.spec }),
  },
  'networking.k8s.io/v1 IngressClass': countsSpec,
  'networking.k8s.io/v1 Ingress': countsSpec,
  'networking.k8s.io/v1 IPAddress': { name: ipAddress },
  'networking.k8s.io/v1 NetworkPolicy': countsSpec,
  'networking.k8s.io/v1 ServiceCIDR': { keptByStatus: METADATA },
  'storage.k8s.io/v1 CSINode': NOTHING,
  'storage.k8s.io/v1 CSIStorageCapacity': NOTHING,
  'storage.k8s.io/v1 StorageClass': NOTHING,
  'storage.k8s.io/v1 VolumeAttachment': { keptByStatus: METADATA },
  'storage.k8s.io/v1 VolumeAttributesClass': NOTHING,
  'admissionregistration.k8s.io/v1 MutatingAdmissionPolicy': { anyFinalizer: true, counted: spec },
  'admissionregistration.k8s.io/v1 MutatingAdmissionPolicyBinding': { anyFinalizer: true, counted: spec },
  'admissionregistration.k8s.io/v1 MutatingWebhookConfiguration': { anyFinalizer: true, counted: webhooks },
  'admissionregistration.k8s.io/v1 ValidatingAdmissionPolicy': {
    anyFinalizer: true,
    counted: spec,
    keptByStatus: METADATA,
  },
  'admissionregistration.k8s.io/v1 ValidatingAdmissionPolicyBinding': { anyFinalizer: true, counted: spec },
  'admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration': { anyFinalizer: true, counted: webhooks },
  'node.k8s.io/v1 RuntimeClass': { anyFinalizer: true },
  'discovery.k8s.io/v1 EndpointSlice': { counted: allButMetadata },
  'resource.k8s.io/v1 DeviceClass': countsSpec,
  'resource.k8s.io/v1 ResourceClaim': { keptByStatus: METADATA },
  'resource.k8s.io/v1 ResourceClaimTemplate': NOTHING,
  'resource.k8s.io/v1 ResourceSlice': {
    counted: spec,
    selectable: selectable('spec.nodeName', 'spec.driver'),
  },
  'flowcontrol.apiserver.k8s.io/v1 FlowSchema': { counted: spec, keptByStatus: METADATA },
  'flowcontrol.apiserver.k8s.io/v1 PriorityLevelConfiguration': { counted: spec, keptByStatus: METADATA },
};

/** What is known of a kind; nothing special of one that is not in the list. */
export const factsOf = (kind: { readonly apiVersion: string; readonly kind: string }): Facts =>
  facts[`${kind.apiVersion} ${kind.kind}`] ?? NOTHING;

/** The form of an object's name. */
export const nameFormat = ({ name = dnsSubdomain, nameOf }: Facts, object: Part): Format =>
  nameOf?.(object) ?? name;
