import { configmaps } from './configmap/kind';
import { controllerrevisions } from './controllerrevision/kind';
import { csidrivers } from './csidriver/kind';
import { daemonsets } from './daemonset/kind';
import { events } from './event/kind';
import { leases } from './lease/kind';
import { limitranges } from './limitrange/kind';
import { namespaces } from './namespace/kind';
import { nodes } from './node/kind';
import { pods } from './pod/kind';
import { poddisruptionbudgets } from './poddisruptionbudget/kind';
import { priorityclasses } from './priorityclass/kind';
import { resourcequotas } from './quota/kind';
import { clusterrolebindings, clusterroles, rolebindings, roles } from './rbac/kinds';
import { runtimeclasses } from './runtimeclass/kind';
import { serviceaccounts } from './serviceaccount/kind';

/** The kinds that have a room of their own, by what the API calls them, in the order of discovery. */
export const resources = {
  pods,
  nodes,
  namespaces,
  events,
  configmaps,
  serviceaccounts,
  resourcequotas,
  limitranges,
  daemonsets,
  controllerrevisions,
  priorityclasses,
  leases,
  poddisruptionbudgets,
  roles,
  clusterroles,
  rolebindings,
  clusterrolebindings,
  csidrivers,
  runtimeclasses,
} as const;
