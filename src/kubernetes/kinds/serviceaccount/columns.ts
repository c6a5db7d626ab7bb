import { ageColumn, name } from '../../print/commonColumns';
import type { Column } from '../../print/table';
import type { ServiceAccount } from './serviceAccount';

export const serviceAccountColumns: readonly Column<ServiceAccount>[] = [name, ageColumn];
