import { deepEqual } from '../../../fields/equality';
import type { Toleration } from '../../../fields/taints';
import { ipAddress } from '../../../fields/validation/addresses';
import { forbidden, invalid, misformatted, NIL, required } from '../../../fields/validation/causes';
import { between, dnsSubdomain, labelKey } from '../../../fields/validation/formats';
import { validateLabels } from '../../../fields/validation/labels';
import {
  immutable,
  type MetadataRules,
  validateAnnotations,
  validateMetadata,
  validateMetadataUpdate,
} from '../../../fields/validation/metadata';
import { validateTolerations } from '../../../fields/validation/tolerations';
import type { StringMap } from '../../../object';
import type { FieldCause } from '../../../refusals';
import type { Container, Pod, PodSpec, PodTemplateSpec } from '../pod';
import { validatePodAnnotations, validatePodAnnotationUpdate } from './annotations';
import { paddedImage } from './containers';
import { validatePodSpec } from './podSpec';

export const POD_METADATA: MetadataRules = { namespaced: true, name: dnsSubdomain };

const NO_SPEC: PodSpec = { containers: [] };
const MOST_SECONDS = 2147483647;
const SYSTEM_CONDITIONS = new Set(['PodScheduled', 'Ready', 'Initialized']);

/** A pod template. The API server leaves `metadata` out of the paths of its labels and annotations. */
export const validateTemplate = (template: PodTemplateSpec, field: string): FieldCause[] => {
  const spec = template.spec ?? NO_SPEC;
  const annotations = template.metadata?.annotations as StringMap | undefined;
  return [
    ...validateLabels(template.metadata?.labels as StringMap | undefined, `${field}.labels`),
    ...validateAnnotations(annotations, `${field}.annotations`),
    ...validatePodAnnotations(annotations, spec, `${field}.annotations`),
    ...validatePodSpec(spec, { isPod: false }, `${field}.spec`),
    ...((spec.ephemeralContainers?.length ?? 0) > 0
      ? [forbidden(`${field}.spec.ephemeralContainers`, 'ephemeral containers not allowed in pod template')]
      : []),
  ];
};

const validateTokens = (spec: PodSpec): FieldCause[] => {
  if (spec.serviceAccountName) return [];
  return (spec.volumes ?? []).flatMap(({ projected }, index) =>
    (projected?.sources ?? []).flatMap(({ serviceAccountToken }, position) =>
      serviceAccountToken === undefined
        ? []
        : [
            forbidden(
              `spec.volumes[${index}].projected.sources[${position}].serviceAccountToken`,
              'must not be specified when serviceAccountName is not set',
            ),
          ],
    ),
  );
};

/** A template may leave an image volume's reference to others; a pod may not. */
const validateImageVolumes = ({ volumes = [] }: PodSpec): FieldCause[] =>
  volumes.flatMap(({ image }, index) =>
    image === undefined || image.reference ? [] : [required(`spec.volumes[${index}].image.reference`)],
  );

const paddedImages = (containers: readonly Container[] | undefined, field: string): FieldCause[] =>
  (containers ?? []).flatMap((container, index) => paddedImage(container, `${field}[${index}]`));

const validateWhole = (pod: Pod): FieldCause[] => {
  const spec = pod.spec;
  return [
    ...validateMetadata(pod.metadata, POD_METADATA),
    ...validatePodAnnotations(pod.metadata.annotations, spec, 'metadata.annotations'),
    ...validatePodSpec(spec, { isPod: true, podName: pod.metadata.name }, 'spec'),
    ...validateImageVolumes(spec),
    ...validateTokens(spec),
    ...paddedImages(spec.containers, 'spec.containers'),
    ...paddedImages(spec.initContainers, 'spec.initContainers'),
  ];
};

/** A new pod. */
export const validatePod = (pod: Pod): FieldCause[] => {
  const { ephemeralContainers, nodeName, schedulingGates } = pod.spec;
  const causes = validateWhole(pod);
  if ((ephemeralContainers?.length ?? 0) > 0) {
    causes.push(forbidden('spec.ephemeralContainers', 'cannot be set on create'));
  }
  if (nodeName && (schedulingGates?.length ?? 0) > 0) {
    causes.push(forbidden('spec.nodeName', 'cannot be set until all schedulingGates have been cleared'));
  }
  return causes;
};

type Containers = readonly Container[] | undefined;

/** Containers stay; their images may change. Undefined if it makes no sense to look further. */
const validateImages = (next: Containers, current: Containers, field: string): FieldCause[] | undefined => {
  if ((next?.length ?? 0) !== (current?.length ?? 0)) return undefined;
  return (next ?? []).flatMap((container, index) => [
    ...(container.image ? [] : [required(`${field}[${index}].image`)]),
    ...paddedImage(container, `${field}[${index}]`),
  ]);
};

const withImages = (next: Containers, current: Containers): Containers =>
  next?.map((container, index) => ({ ...container, image: current?.[index]?.image }));

const validateDeadline = (next: number | undefined, current: number | undefined): FieldCause | undefined => {
  const field = 'spec.activeDeadlineSeconds';
  if (next === undefined) return undefined;
  if (next < 0 || next > MOST_SECONDS) return invalid(field, next, between(0, MOST_SECONDS));
  return current !== undefined && current < next
    ? invalid(field, next, 'must be less than or equal to previous value')
    : undefined;
};

const validateAddedTolerations = (
  next: readonly Toleration[] = [],
  current: readonly Toleration[] = [],
): FieldCause[] => {
  const kept = current.every((old) =>
    next.some((each) => deepEqual({ ...old, tolerationSeconds: each.tolerationSeconds }, each)),
  );
  if (!kept) {
    return [
      forbidden('spec.tolerations', 'existing toleration can not be modified except its tolerationSeconds'),
    ];
  }
  return validateTolerations(next, 'spec.tolerations');
};

const validateRemovedGates = ({ schedulingGates: next }: PodSpec, current: PodSpec): FieldCause[] =>
  (next ?? []).flatMap(({ name }, index) =>
    current.schedulingGates?.some((gate) => gate.name === name)
      ? []
      : [
          forbidden(
            `spec.schedulingGates[${index}].name`,
            `only deletion is allowed, but found new scheduling gate '${name}'`,
          ),
        ],
  );

const UPDATABLE = [
  '`spec.containers[*].image`',
  '`spec.initContainers[*].image`',
  '`spec.activeDeadlineSeconds`',
  '`spec.tolerations` (only additions to existing tolerations)',
  '`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)',
].join(',');

/** The new spec with everything that may change set back to what it was. */
const withoutAllowedChanges = (next: PodSpec, current: PodSpec): PodSpec => ({
  ...next,
  containers: withImages(next.containers, current.containers) ?? [],
  initContainers: withImages(next.initContainers, current.initContainers),
  activeDeadlineSeconds: current.activeDeadlineSeconds,
  schedulingGates: current.schedulingGates,
  tolerations: current.tolerations,
  terminationGracePeriodSeconds:
    (current.terminationGracePeriodSeconds ?? 0) < 0 && next.terminationGracePeriodSeconds === 1
      ? current.terminationGracePeriodSeconds
      : next.terminationGracePeriodSeconds,
  ...((current.schedulingGates?.length ?? 0) > 0
    ? { nodeSelector: current.nodeSelector, affinity: current.affinity }
    : {}),
});

/** Which fields differ, old and new, one line each. */
const differences = (next: PodSpec, current: PodSpec): string => {
  const keys = [...new Set([...Object.keys(current), ...Object.keys(next)])].sort() as (keyof PodSpec)[];
  return keys
    .filter((key) => !deepEqual(next[key], current[key]))
    .map((key) => `- ${key}: ${JSON.stringify(current[key])}\n+ ${key}: ${JSON.stringify(next[key])}`)
    .join('\n');
};

/**
 * What may change about a pod: images, added tolerations, a shorter deadline, removed scheduling gates, metadata.
 * @see k8s.io/kubernetes/pkg/apis/core/validation ValidatePodUpdate
 */
export const validatePodUpdate = (next: Pod, current: Pod): FieldCause[] => {
  const spec = next.spec;
  const old = current.spec;
  const causes = [
    ...validateMetadataUpdate(next.metadata, current.metadata),
    ...validateWhole(next),
    ...validatePodAnnotationUpdate(next.metadata.annotations, current.metadata.annotations),
    ...validatePodAnnotations(next.metadata.annotations, spec, 'metadata.annotations'),
  ];
  for (const list of ['containers', 'initContainers'] as const) {
    const images = validateImages(spec[list], old[list], `spec.${list}`);
    if (!images)
      return [...causes, forbidden(`spec.${list}`, 'pod updates may not add or remove containers')];
    causes.push(...images);
  }
  const deadline = validateDeadline(spec.activeDeadlineSeconds, old.activeDeadlineSeconds);
  if (deadline) return [...causes, deadline];
  if (spec.activeDeadlineSeconds === undefined && old.activeDeadlineSeconds !== undefined) {
    causes.push(
      invalid('spec.activeDeadlineSeconds', NIL, 'must not update from a positive integer to nil value'),
    );
  }
  causes.push(
    ...validateAddedTolerations(spec.tolerations, old.tolerations),
    ...validateRemovedGates(spec, old),
  );
  const rest = withoutAllowedChanges(spec, old);
  if (!deepEqual(rest, old)) {
    causes.push(
      forbidden(
        'spec',
        `pod updates may not change fields other than ${UPDATABLE}\n${differences(rest, old)}`,
      ),
    );
  }
  return causes;
};

type Statuses = Pod['status']['containerStatuses'];

/** A container that has ended stays ended, unless the pod would start it again. */
const validateRestarts = (
  next: Statuses,
  current: Statuses,
  restartPolicy: string | undefined,
  field: string,
): FieldCause[] => {
  if (restartPolicy === 'Always') return [];
  return (current ?? []).flatMap((old, index) => {
    const ended = old.state?.terminated;
    if (!ended || (ended.exitCode !== 0 && restartPolicy === 'OnFailure')) return [];
    const revived = next?.some((each) => each.name === old.name && !each.state?.terminated);
    return revived
      ? [forbidden(`${field}[${index}].state`, 'may not be transitioned to non-terminated state')]
      : [];
  });
};

/** What a kubelet, or anybody, may write into a pod's status. */
export const validatePodStatusUpdate = (next: Pod, current: Pod): FieldCause[] => {
  const { status } = next;
  const causes = [
    ...validateMetadataUpdate(next.metadata, current.metadata),
    ...validatePodAnnotationUpdate(next.metadata.annotations, current.metadata.annotations),
    ...validatePodAnnotations(next.metadata.annotations, next.spec, 'metadata.annotations'),
    ...(status.conditions ?? []).flatMap(({ type }, index) =>
      SYSTEM_CONDITIONS.has(type)
        ? []
        : misformatted(`status.conditions[${index}].Type`, type, labelKey(type)),
    ),
  ];
  if (next.spec.nodeName !== current.spec.nodeName) {
    causes.push(forbidden('status.nodeName', 'may not be changed directly'));
  }
  const nominated = status.nominatedNodeName;
  if (nominated && nominated !== current.status.nominatedNodeName) {
    causes.push(...misformatted('status.nominatedNodeName', nominated, dnsSubdomain(nominated)));
  }
  causes.push(
    ...immutable(status.qosClass, current.status.qosClass, 'status.qosClass', status.qosClass ?? ''),
    ...validateRestarts(
      status.containerStatuses,
      current.status.containerStatuses,
      current.spec.restartPolicy,
      'status.containerStatuses',
    ),
    ...(status.podIPs ?? []).flatMap(({ ip }, index) =>
      misformatted(`status.podIPs[${index}]`, ip ?? '', ipAddress(ip ?? '')),
    ),
  );
  return causes;
};
