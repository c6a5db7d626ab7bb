import { type ResourceType, resources } from '../kinds/resources';
import type { KubeObject } from '../object';
import * as cluster from './clusterColumns';
import { type Column, printTable, type TableOptions } from './table';
import * as workload from './workloadColumns';

/** Columns of one kind; whoever prints them hands over objects of that kind. */
type AnyColumns = readonly Column<never>[];

const columnsOf = new Map<ResourceType, AnyColumns>([
  [resources.pods, workload.podColumns],
  [resources.daemonsets, workload.daemonSetColumns],
  [resources.controllerrevisions, workload.controllerRevisionColumns],
  [resources.nodes, cluster.nodeColumns],
  [resources.namespaces, cluster.namespaceColumns],
  [resources.events, cluster.eventColumns],
  [resources.resourcequotas, cluster.resourceQuotaColumns],
  [resources.configmaps, cluster.configMapColumns],
  [resources.serviceaccounts, cluster.serviceAccountColumns],
  [resources.priorityclasses, cluster.priorityClassColumns],
  [resources.leases, cluster.leaseColumns],
  [resources.roles, cluster.roleColumns],
  [resources.clusterroles, cluster.roleColumns],
  [resources.rolebindings, cluster.roleBindingColumns],
  [resources.clusterrolebindings, cluster.roleBindingColumns],
]);

/** Prints objects of one kind as `kubectl get` does. */
export const printObjects = (
  resource: ResourceType,
  objects: readonly KubeObject[],
  options: TableOptions,
): string =>
  printTable(
    (columnsOf.get(resource) ?? cluster.plainColumns) as readonly Column<KubeObject>[],
    objects,
    options,
  );
