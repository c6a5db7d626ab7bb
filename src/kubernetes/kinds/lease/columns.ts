import { ageColumn, name } from '../../print/commonColumns';
import type { Column } from '../../print/table';
import type { Lease } from './lease';

export const leaseColumns: readonly Column<Lease>[] = [
  name,
  { header: 'HOLDER', cell: (lease) => lease.spec?.holderIdentity ?? '' },
  ageColumn,
];
