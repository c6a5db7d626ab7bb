import type { DataTable } from '@cucumber/cucumber';
import { isHugePages, resourceName } from '../../src/kubernetes/fields/validation/resources';
import type { StringMap } from '../../src/kubernetes/object';
import type { Machine } from '../../src/port/world';
import { rowsBelow } from './below';
import { readRows } from './tables';
import { readAmountOf, readLabels, readNodeName, readTaints } from './values';

const COLUMNS = {
  name: '',
  labels: 'like disk=local, role=worker',
  taints: 'like team=ml:NoSchedule',
  cpu: 'cores, like 2 or 500m',
  memory: 'bytes, like 16Gi',
  pods: 'how many, like 20',
  'ephemeral-storage': 'bytes, like 100Gi',
  'nvidia.com/gpu': 'how many, like 2; so for every resource with a / in its name',
} as const;

/** Also a column without being listed: an extended resource, or pages of a size. */
const isResource = (column: string): boolean =>
  (column.includes('/') || isHugePages(column)) && resourceName(column, column).length === 0;

/** Given to Cucumber with a phrase that takes a table of nodes. */
export const NODE_TABLE = rowsBelow(COLUMNS, { needs: ['name'] });

/** Quantities that are given, checked as the API server does. */
const resourcesOf = (rest: StringMap): StringMap =>
  Object.fromEntries(
    Object.entries(rest)
      .filter(([, amount]) => amount !== '')
      .map(([resource, amount]) => [resource, readAmountOf(resource, amount, takesOf(resource))]),
  );

const takesOf = (resource: string): string => {
  if (resource === 'ephemeral-storage') return COLUMNS['ephemeral-storage'];
  return isHugePages(resource) ? 'bytes, like 4Mi' : 'how many, like 2';
};

const machineOf = ({
  name = '',
  labels = '',
  taints = '',
  cpu,
  memory,
  pods,
  ...rest
}: StringMap): Machine => ({
  name: readNodeName(name),
  labels: readLabels(labels),
  taints: readTaints(taints),
  ...(cpu ? { cpu: readAmountOf('cpu', cpu, COLUMNS.cpu) } : {}),
  ...(memory ? { memory: readAmountOf('memory', memory, COLUMNS.memory) } : {}),
  ...(pods ? { pods: Number(readAmountOf('pods', pods, COLUMNS.pods)) } : {}),
  resources: resourcesOf(rest),
});

/** Reads a table of nodes. @throws TableError */
export const readMachines = (table: DataTable): readonly Machine[] =>
  readRows(table, COLUMNS, machineOf, { needs: ['name'], others: isResource });
