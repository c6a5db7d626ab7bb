import { deepEqual } from '../../../fields/equality';
import { forbidden } from '../../../fields/validation/causes';
import { validateMetadataUpdate } from '../../../fields/validation/metadata';
import type { FieldCause } from '../../../refusals';
import { internalDiff } from '../../internalDiff';
import type { Pod } from '../pod';
import { isMirrorPod, validatePodAnnotationUpdate } from './annotations';
import { validateWhole } from './pod';

const FIELD = 'spec.ephemeralContainers';

/**
 * Ephemeral containers are added; those that are there stay as they are.
 * @see k8s.io/kubernetes/pkg/apis/core/validation ValidatePodEphemeralContainersUpdate
 */
export const validateEphemeralUpdate = (next: Pod, current: Pod): FieldCause[] => {
  if (isMirrorPod(current)) return [forbidden('', 'static pods do not support ephemeral containers')];
  const causes = [
    ...validateMetadataUpdate(next.metadata, current.metadata),
    ...validateWhole(next),
    ...validatePodAnnotationUpdate(next.metadata.annotations, current.metadata.annotations),
  ];
  for (const old of current.spec.ephemeralContainers ?? []) {
    const same = next.spec.ephemeralContainers?.find(({ name }) => name === old.name);
    if (!same)
      causes.push(forbidden(FIELD, `existing ephemeral containers "${old.name}" may not be removed\n`));
    else if (!deepEqual(old, same))
      causes.push(
        forbidden(
          FIELD,
          `existing ephemeral containers "${old.name}" may not be changed\n${internalDiff('EphemeralContainer', { ...old }, { ...same })}`,
        ),
      );
  }
  return causes;
};
