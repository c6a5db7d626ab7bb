import { invalid } from '../../../../kubernetes/fields/validation/causes';
import type { GroupStrategy } from '../../../../kubernetes/kinds/securitycontextconstraints/constraints';
import type { FieldCause } from '../../../../kubernetes/refusals';

/** The group of a pod that asks for none. */
export const groupFor = ({ type, ranges = [] }: GroupStrategy): number | undefined =>
  type === 'MustRunAs' ? (ranges[0]?.min ?? 0) : undefined;

/**
 * What is wrong with the groups of a pod.
 * @param groups undefined prints as null, where the API's type is a list that may be missing
 * @see github.com/openshift/apiserver-library-go/pkg/securitycontextconstraints/group
 */
export const checkGroups = (
  field: string,
  { type, ranges = [] }: GroupStrategy,
  groups: readonly number[] | undefined,
): FieldCause[] => {
  if (type !== 'MustRunAs') return [];
  if (!groups?.length) {
    return [invalid(field, groups, 'unable to validate empty groups against required ranges')];
  }
  return groups
    .filter((group) => !ranges.some(({ min = 0, max = 0 }) => group >= min && group <= max))
    .map((group) => invalid(field, groups, `${group} is not an allowed group`));
};
