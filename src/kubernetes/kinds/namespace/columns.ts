import { ageColumn, name } from '../../print/commonColumns';
import type { Column } from '../../print/table';
import type { Namespace } from './namespace';

export const namespaceColumns: readonly Column<Namespace>[] = [
  name,
  { header: 'STATUS', cell: (namespace) => namespace.status?.phase ?? '' },
  ageColumn,
];
