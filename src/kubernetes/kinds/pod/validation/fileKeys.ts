import { invalid, misformatted, notFound, required } from '../../../fields/validation/causes';
import { dnsLabel, envName } from '../../../fields/validation/formats';
import { noBacksteps } from '../../../fields/validation/paths';
import type { FieldCause } from '../../../refusals';
import type { EnvVar, FileKeyRef, PodSpec } from '../pod';

/**
 * A variable in a file of a volume.
 * @see pkg/apis/core/validation/validation.go validateFileKeySelector
 */
export const validateFileKey = ({ volumeName, path, key }: FileKeyRef, field: string): FieldCause[] => [
  ...(key ? misformatted(`${field}.key`, key, envName(key)) : [required(`${field}.key`)]),
  ...(volumeName
    ? misformatted(`${field}.volumeName`, volumeName, dnsLabel(volumeName))
    : [required(`${field}.volumeName`)]),
  ...(path ? noBacksteps(path, `${field}.path`) : [required(`${field}.path`)]),
];

/**
 * Files with variables lie in empty directories of the pod.
 * @see pkg/apis/core/validation/validation.go validateFileKeyRefVolumes
 */
export const validateFileKeyVolumes = (spec: PodSpec, field: string): FieldCause[] =>
  (['initContainers', 'containers', 'ephemeralContainers'] as const).flatMap((list) =>
    (spec[list] ?? []).flatMap(({ env }, index) =>
      ((env ?? []) as readonly EnvVar[]).flatMap(({ valueFrom }, position) => {
        if (valueFrom?.fileKeyRef === undefined) return [];
        const { volumeName = '' } = valueFrom.fileKeyRef;
        const at = `${field}.${list}[${index}].env[${position}].valueFrom.fileKeyRef.volumeName`;
        const volume = (spec.volumes ?? []).findLast(({ name }) => name === volumeName);
        if (volume === undefined) return [notFound(at, volumeName)];
        return volume.emptyDir === undefined
          ? [invalid(at, volumeName, 'referenced volume must be of type emptyDir')]
          : [];
      }),
    ),
  );
