import { forbidden } from '../../../fields/validation/causes';
import { dnsSubdomain } from '../../../fields/validation/formats';
import { validateLabels } from '../../../fields/validation/labels';
import {
  type MetadataRules,
  validateAnnotations,
  validateMetadata,
} from '../../../fields/validation/metadata';
import type { StringMap } from '../../../object';
import type { FieldCause } from '../../../refusals';
import type { Container, Pod, PodSpec, PodTemplateSpec } from '../pod';
import { validatePodAnnotations } from './annotations';
import { paddedImage } from './containers';
import { validatePodSpec } from './podSpec';
import { validateProfilesOf } from './profileAnnotations';

export const POD_METADATA: MetadataRules = { namespaced: true, name: dnsSubdomain };

const NO_SPEC: PodSpec = { containers: [] };

/**
 * A pod template. The API server leaves `metadata` out of the paths of its labels and annotations.
 * @see pkg/apis/core/validation/validation.go ValidatePodTemplateSpec
 */
export const validateTemplate = (template: PodTemplateSpec, field: string): FieldCause[] => {
  const spec = template.spec ?? NO_SPEC;
  const annotations = template.metadata?.annotations as StringMap | undefined;
  return [
    ...validateLabels(template.metadata?.labels as StringMap | undefined, `${field}.labels`),
    ...validateAnnotations(annotations, `${field}.annotations`),
    ...validatePodAnnotations(annotations, spec, `${field}.annotations`),
    ...validatePodSpec(spec, { isPod: false }, `${field}.spec`),
    ...validateProfilesOf(annotations, spec, `${field}.spec`),
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

const paddedImages = (containers: readonly Container[] | undefined, field: string): FieldCause[] =>
  (containers ?? []).flatMap((container, index) => paddedImage(container, `${field}[${index}]`));

/**
 * What every pod must be, new or changed.
 * @see pkg/apis/core/validation/validation.go validatePodMetadataAndSpec
 */
export const validateWhole = (pod: Pod): FieldCause[] => {
  const spec = pod.spec;
  return [
    ...validateMetadata(pod.metadata, POD_METADATA),
    ...validatePodAnnotations(pod.metadata.annotations, spec, 'metadata.annotations'),
    ...validatePodSpec(spec, { isPod: true, podName: pod.metadata.name }, 'spec'),
    ...validateTokens(spec),
    ...paddedImages(spec.containers, 'spec.containers'),
    ...paddedImages(spec.initContainers, 'spec.initContainers'),
  ];
};

/**
 * A new pod.
 * @see pkg/apis/core/validation/validation.go ValidatePodCreate
 */
export const validatePod = (pod: Pod): FieldCause[] => {
  const { ephemeralContainers, nodeName, schedulingGates } = pod.spec;
  const causes = validateWhole(pod);
  if ((ephemeralContainers?.length ?? 0) > 0) {
    causes.push(forbidden('spec.ephemeralContainers', 'cannot be set on create'));
  }
  if (nodeName && (schedulingGates?.length ?? 0) > 0) {
    causes.push(forbidden('spec.nodeName', 'cannot be set until all schedulingGates have been cleared'));
  }
  return [...causes, ...validateProfilesOf(pod.metadata.annotations, pod.spec, 'spec')];
};
