import { ageColumn, name } from '../../print/commonColumns';
import type { Column } from '../../print/table';
import type { Pod } from './pod';
import { summarizePod } from './summary';

const readinessGates = (pod: Pod): string => {
  const gates = pod.spec.readinessGates ?? [];
  if (gates.length === 0) return '<none>';
  const met = gates.filter((gate) =>
    pod.status.conditions?.some(
      (condition) => condition.type === gate.conditionType && condition.status === 'True',
    ),
  );
  return `${met.length}/${gates.length}`;
};

export const podColumns: readonly Column<Pod>[] = [
  name,
  { header: 'READY', cell: (pod, now) => summarizePod(pod, now).ready },
  { header: 'STATUS', cell: (pod, now) => summarizePod(pod, now).status },
  { header: 'RESTARTS', cell: (pod, now) => summarizePod(pod, now).restarts },
  ageColumn,
  { header: 'IP', wide: true, cell: (pod) => pod.status.podIP || '<none>' },
  { header: 'NODE', wide: true, cell: (pod) => pod.spec.nodeName || '<none>' },
  { header: 'NOMINATED NODE', wide: true, cell: (pod) => pod.status.nominatedNodeName || '<none>' },
  { header: 'READINESS GATES', wide: true, cell: readinessGates },
];
