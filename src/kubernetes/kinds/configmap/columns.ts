import { ageColumn, name } from '../../print/commonColumns';
import type { Column } from '../../print/table';
import type { ConfigMap } from './configMap';

export const configMapColumns: readonly Column<ConfigMap>[] = [
  name,
  {
    header: 'DATA',
    cell: ({ data = {}, binaryData = {} }) => Object.keys(data).length + Object.keys(binaryData).length,
  },
  ageColumn,
];
