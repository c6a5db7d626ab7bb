import { invalid, required } from '../../../../kubernetes/fields/validation/causes';
import type { UserStrategy } from '../../../../kubernetes/kinds/securitycontextconstraints/constraints';
import type { FieldCause } from '../../../../kubernetes/refusals';

/** The user of a container that asks for none; undefined leaves it to the image. */
export const userFor = ({ type, uid, uidRangeMin }: UserStrategy): number | undefined => {
  if (type === 'MustRunAs') return uid;
  return type === 'MustRunAsRange' ? uidRangeMin : undefined;
};

/**
 * What is wrong with the user that a container is to run as.
 * @see github.com/openshift/apiserver-library-go/pkg/securitycontextconstraints/user
 */
export const checkUser = (
  at: string,
  { type, uid, uidRangeMin = 0, uidRangeMax = 0 }: UserStrategy,
  { runAsUser, runAsNonRoot }: { readonly runAsUser?: number; readonly runAsNonRoot?: boolean },
): FieldCause[] => {
  const field = `${at}.runAsUser`;
  switch (type) {
    case 'MustRunAs':
      if (runAsUser === undefined) return [required(field)];
      return runAsUser === uid ? [] : [invalid(field, runAsUser, `must be: ${uid}`)];
    case 'MustRunAsRange':
      if (runAsUser === undefined) return [required(field)];
      return runAsUser >= uidRangeMin && runAsUser <= uidRangeMax
        ? []
        : [invalid(field, runAsUser, `must be in the ranges: [${uidRangeMin}, ${uidRangeMax}]`)];
    case 'MustRunAsNonRoot':
      if (runAsNonRoot === undefined && runAsUser === undefined) {
        return [required(`${at}.runAsNonRoot`, 'must be true')];
      }
      if (runAsNonRoot === false) return [invalid(`${at}.runAsNonRoot`, false, 'must be true')];
      return runAsUser === 0 ? [invalid(field, 0, 'running with the root UID is forbidden')] : [];
    default:
      return [];
  }
};
