import { formatSelector } from '../../fields/selectorText';
import { ageColumn, name } from '../../print/commonColumns';
import { type Column, pairs } from '../../print/table';
import type { Container } from '../pod/pod';
import type { DaemonSet } from './daemonSet';

const containers = (set: DaemonSet): readonly Container[] => set.spec.template.spec?.containers ?? [];

export const daemonSetColumns: readonly Column<DaemonSet>[] = [
  name,
  { header: 'DESIRED', cell: (set) => set.status.desiredNumberScheduled },
  { header: 'CURRENT', cell: (set) => set.status.currentNumberScheduled },
  { header: 'READY', cell: (set) => set.status.numberReady },
  { header: 'UP-TO-DATE', cell: (set) => set.status.updatedNumberScheduled ?? 0 },
  { header: 'AVAILABLE', cell: (set) => set.status.numberAvailable ?? 0 },
  { header: 'NODE SELECTOR', cell: (set) => pairs(set.spec.template.spec?.nodeSelector) },
  ageColumn,
  {
    header: 'CONTAINERS',
    wide: true,
    cell: (set) =>
      containers(set)
        .map((each) => each.name)
        .join(','),
  },
  {
    header: 'IMAGES',
    wide: true,
    cell: (set) =>
      containers(set)
        .map((each) => each.image)
        .join(','),
  },
  { header: 'SELECTOR', wide: true, cell: (set) => formatSelector(set.spec.selector) },
];
