import { ageColumn, name } from '../../print/commonColumns';
import type { Column } from '../../print/table';
import type { PriorityClass } from './priorityClass';

export const priorityClassColumns: readonly Column<PriorityClass>[] = [
  name,
  { header: 'VALUE', cell: (priorityClass) => priorityClass.value },
  { header: 'GLOBAL-DEFAULT', cell: (priorityClass) => priorityClass.globalDefault ?? false },
  ageColumn,
  { header: 'PREEMPTIONPOLICY', cell: (priorityClass) => priorityClass.preemptionPolicy ?? '' },
];
