import { deepEqual } from '../../../fields/equality';
import type { Toleration } from '../../../fields/taints';
import { forbidden, invalid, NIL, required } from '../../../fields/validation/causes';
import { between } from '../../../fields/validation/formats';
import { validateMetadataUpdate } from '../../../fields/validation/metadata';
import { validateTolerations } from '../../../fields/validation/tolerations';
import type { FieldCause } from '../../../refusals';
import { internalDiff } from '../../internalDiff';
import type { Container, Pod, PodSpec } from '../pod';
import { validatePodAnnotations, validatePodAnnotationUpdate } from './annotations';
import { paddedImage } from './containers';
import { isGated, validateNarrowedPlacement, withoutPlacement } from './gatedPods';
import { validateWhole } from './pod';

const MOST_SECONDS = 2147483647;

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
  ...(isGated(current) ? withoutPlacement(next, current) : {}),
});

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
  if (isGated(old)) causes.push(...validateNarrowedPlacement(spec, old));
  const rest = withoutAllowedChanges(spec, old);
  if (!deepEqual(rest, old)) {
    causes.push(
      forbidden(
        'spec',
        `pod updates may not change fields other than ${UPDATABLE}\n${internalDiff('PodSpec', { ...old }, { ...rest })}`,
      ),
    );
  }
  return causes;
};
