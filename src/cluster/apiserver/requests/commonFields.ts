import { pathSegment } from '../../../kubernetes/fields/validation/formats';
import { validateMetadata, validateMetadataUpdate } from '../../../kubernetes/fields/validation/metadata';
import type { ObjectMeta } from '../../../kubernetes/object';
import type { FieldCause } from '../../../kubernetes/refusals';
import type { ResourceType } from '../../../kubernetes/resourceType';

/** Parts that did not change are the same objects: most writes are about the status, and leave all of them alone. */
const isUntouched = (next: ObjectMeta, current: ObjectMeta): boolean => {
  if (next === current) return true;
  const keys = Object.keys(next) as (keyof ObjectMeta)[];
  return (
    keys.length === Object.keys(current).length &&
    Boolean(next.resourceVersion) &&
    keys.every((key) => key === 'resourceVersion' || next[key] === current[key])
  );
};

/**
 * What every store asks of metadata that change, before the kind has its say. Often that says the same again.
 * @see staging/src/k8s.io/apiserver/pkg/registry/rest/update.go validateCommonFields
 */
export const validateCommonFields = (
  { namespaced }: ResourceType,
  next: ObjectMeta,
  current: ObjectMeta,
): readonly FieldCause[] =>
  isUntouched(next, current)
    ? []
    : [
        ...validateMetadata(next, {
          namespaced,
          name: pathSegment,
          prefix: pathSegment,
          anyFinalizer: true,
        }),
        ...validateMetadataUpdate(next, current, { anyFinalizer: true }),
      ];
