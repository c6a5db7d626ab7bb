import { ageColumn, name } from '../../print/commonColumns';
import type { Column } from '../../print/table';
import type { RoleBindingObject, RoleObject } from './rbac';

export const roleColumns: readonly Column<RoleObject>[] = [
  name,
  { header: 'CREATED AT', cell: (role) => role.metadata.creationTimestamp },
];

const subjects = (binding: RoleBindingObject, kind: string): string =>
  (binding.subjects ?? [])
    .filter((subject) => subject.kind === kind)
    .map((subject) => (kind === 'ServiceAccount' ? `${subject.namespace}/${subject.name}` : subject.name))
    .join(', ');

export const roleBindingColumns: readonly Column<RoleBindingObject>[] = [
  name,
  { header: 'ROLE', cell: ({ roleRef }) => `${roleRef.kind}/${roleRef.name}` },
  ageColumn,
  { header: 'USERS', wide: true, cell: (binding) => subjects(binding, 'User') },
  { header: 'GROUPS', wide: true, cell: (binding) => subjects(binding, 'Group') },
  { header: 'SERVICEACCOUNTS', wide: true, cell: (binding) => subjects(binding, 'ServiceAccount') },
];
