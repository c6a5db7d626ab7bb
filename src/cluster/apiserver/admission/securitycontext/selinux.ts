import { invalid, required } from '../../../../kubernetes/fields/validation/causes';
import type {
  SELinuxOptions,
  SELinuxStrategy,
} from '../../../../kubernetes/kinds/securitycontextconstraints/constraints';
import type { FieldCause } from '../../../../kubernetes/refusals';

/** The label of a pod that asks for none. */
export const labelFor = ({ type, seLinuxOptions }: SELinuxStrategy): SELinuxOptions | undefined =>
  type === 'MustRunAs' ? seLinuxOptions : undefined;

const inOrder = (level: string): string => {
  const [sensitivity = '', categories] = level.split(/:(.*)/s);
  return categories === undefined ? level : `${sensitivity}:${categories.split(',').sort().join(',')}`;
};

/**
 * What is wrong with a label: the categories of its level may stand in any order.
 * @see github.com/openshift/apiserver-library-go/pkg/securitycontextconstraints/selinux mustRunAs
 */
export const checkLabel = (
  at: string,
  { type, seLinuxOptions: wanted = {} }: SELinuxStrategy,
  label: SELinuxOptions | undefined,
): FieldCause[] => {
  if (type !== 'MustRunAs') return [];
  if (!label) return [required(at)];
  const differs = (field: 'role' | 'type' | 'user'): FieldCause[] =>
    (label[field] ?? '') === (wanted[field] ?? '')
      ? []
      : [invalid(`${at}.${field}`, label[field] ?? '', `must be ${wanted[field] ?? ''}`)];
  const [level, needed] = [label.level ?? '', wanted.level ?? ''];
  return [
    ...(inOrder(level) === inOrder(needed) ? [] : [invalid(`${at}.level`, level, `must be ${needed}`)]),
    ...differs('role'),
    ...differs('type'),
    ...differs('user'),
  ];
};
