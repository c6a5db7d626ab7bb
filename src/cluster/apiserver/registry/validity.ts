import { type FieldCause, invalid } from '../../../kubernetes/refusals';
import type { ResourceType } from '../../../kubernetes/resourceType';

/** @throws ApiError 422 if anything is wrong with the object of that name */
export const refuseInvalid = (resource: ResourceType, name: string, causes: readonly FieldCause[]): void => {
  if (causes.length > 0) throw invalid(resource, name, causes);
};
