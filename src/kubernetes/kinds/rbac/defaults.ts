import { always, change, each, fill } from '../../fields/fill';
import { RBAC_GROUP, type RoleBindingObject } from './rbac';

type Subject = NonNullable<RoleBindingObject['subjects']>[number];

const subject = (part: Subject): Subject =>
  part.kind === 'User' || part.kind === 'Group' ? fill(part, { apiGroup: RBAC_GROUP }) : part;

/**
 * A binding whose references say of which API group they are.
 * @see k8s.io/kubernetes/pkg/apis/rbac/v1 defaults.go
 */
export const defaultBinding = (binding: RoleBindingObject): RoleBindingObject =>
  change(
    always(binding, 'roleRef', (ref) => fill(ref, { apiGroup: RBAC_GROUP })),
    'subjects',
    each(subject),
  );
