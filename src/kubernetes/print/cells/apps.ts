import { formatSelector } from '../../fields/selectorText';
import type { KubeObject } from '../../object';
import { ageColumn, name } from '../commonColumns';
import { type Cell, type ColumnsByKind, containers, number, selector } from './column';
import { keysAt, listAt, numberAt, selectorAt } from './reading';

/** Ready pods of those wanted. One is wanted unless said otherwise. */
const ready: Cell = (workload) =>
  `${numberAt(workload, 'status.readyReplicas') ?? 0}/${numberAt(workload, 'spec.replicas') ?? 1}`;

/** Unlike other workloads, a deployment shows nothing for a selector without a requirement. */
const deploymentSelector: Cell = (deployment: KubeObject) => {
  const [labels, expressions] = ['spec.selector.matchLabels', 'spec.selector.matchExpressions'] as const;
  const empty = keysAt(deployment, labels).length + listAt(deployment, expressions).length === 0;
  return empty ? '' : formatSelector(selectorAt(deployment, 'spec.selector'));
};

const podSpec = 'spec.template.spec';

/** @see k8s.io/kubernetes/pkg/printers/internalversion printDeployment, printReplicaSet, printStatefulSet */
export const appsColumns: ColumnsByKind = {
  'apps/v1/deployments': [
    name,
    { header: 'READY', cell: ready },
    { header: 'UP-TO-DATE', cell: number('status.updatedReplicas') },
    { header: 'AVAILABLE', cell: number('status.availableReplicas') },
    ageColumn,
    ...containers(podSpec),
    { header: 'SELECTOR', wide: true, cell: deploymentSelector },
  ],
  'apps/v1/replicasets': [
    name,
    { header: 'DESIRED', cell: number('spec.replicas', 1) },
    { header: 'CURRENT', cell: number('status.replicas') },
    { header: 'READY', cell: number('status.readyReplicas') },
    ageColumn,
    ...containers(podSpec),
    { header: 'SELECTOR', wide: true, cell: selector('spec.selector') },
  ],
  'apps/v1/statefulsets': [name, { header: 'READY', cell: ready }, ageColumn, ...containers(podSpec)],
};
