/**
 * The public entry: a cluster for tests of one's own. It needs nothing of Node.js, so it runs in a browser too.
 * What stands here is meant to stay; `index.api.md` lists it, and `npm run exports` writes that list anew.
 */
import type { ConfigMap } from './kubernetes/kinds/configmap/configMap';
import type { ControllerRevision } from './kubernetes/kinds/controllerrevision/controllerRevision';
import type { CSIDriver } from './kubernetes/kinds/csidriver/csiDriver';
import type { DaemonSet } from './kubernetes/kinds/daemonset/daemonSet';
import type { Event } from './kubernetes/kinds/event/event';
import type { Lease } from './kubernetes/kinds/lease/lease';
import type { Namespace } from './kubernetes/kinds/namespace/namespace';
import type { Node } from './kubernetes/kinds/node/node';
import type { Pod } from './kubernetes/kinds/pod/pod';
import type { PriorityClass } from './kubernetes/kinds/priorityclass/priorityClass';
import type { ResourceQuota } from './kubernetes/kinds/quota/resourceQuota';
import type { PolicyRule, RoleBindingObject, RoleObject } from './kubernetes/kinds/rbac/rbac';
import { resources as kinds } from './kubernetes/kinds/resources';
import type { ServiceAccount } from './kubernetes/kinds/serviceaccount/serviceAccount';
import type { ResourceType } from './kubernetes/resourceType';

/** The kinds that have rules of their own, each with the type of its objects, by what the API calls them. */
export interface Resources {
  readonly clusterrolebindings: ResourceType<RoleBindingObject>;
  readonly clusterroles: ResourceType<RoleObject>;
  readonly configmaps: ResourceType<ConfigMap>;
  readonly controllerrevisions: ResourceType<ControllerRevision>;
  readonly csidrivers: ResourceType<CSIDriver>;
  readonly daemonsets: ResourceType<DaemonSet>;
  readonly events: ResourceType<Event>;
  readonly leases: ResourceType<Lease>;
  readonly namespaces: ResourceType<Namespace>;
  readonly nodes: ResourceType<Node>;
  readonly pods: ResourceType<Pod>;
  readonly priorityclasses: ResourceType<PriorityClass>;
  readonly resourcequotas: ResourceType<ResourceQuota>;
  readonly rolebindings: ResourceType<RoleBindingObject>;
  readonly roles: ResourceType<RoleObject>;
  readonly serviceaccounts: ResourceType<ServiceAccount>;
}

/** Names kinds in calls of the API: `api.get({ resource: resources.nodes, name: 'east-1' })` returns a Node. */
export const resources: Resources = kinds;

export { createInProcessCluster, type InProcessOptions } from './drivers/in-process/driver';
export type { Taint } from './kubernetes/fields/taints';
export { MODEL_EPOCH, toTimestamp } from './kubernetes/fields/time';
export type { DaemonSetSpec, DaemonSetStatus } from './kubernetes/kinds/daemonset/daemonSet';
export type { Discovery } from './kubernetes/kinds/kinds';
export type {
  Container,
  EnvVar,
  EnvVarSource,
  FileKeyRef,
  PodCondition,
  PodResourceClaim,
  PodSecurityContext,
  PodSpec,
  PodStatus,
  PodTemplateSpec,
  ResourceRequirements,
  RestartRule,
  Volume,
} from './kubernetes/kinds/pod/pod';
export type {
  Amended,
  FieldsV1,
  Immutable,
  KubeObject,
  ManagedFieldsEntry,
  Manifest,
  ObjectMeta,
  OwnerReference,
  StringMap,
} from './kubernetes/object';
export { ApiError, type FieldCause, type Status, type StatusDetails } from './kubernetes/refusals';
export type { PrinterColumn, ResourceType, Subresource as SubresourceType } from './kubernetes/resourceType';
export type { PatchType } from './kubernetes/wire/patch/request';
export { type CommandResult, runCommand, type Shell } from './oc';
export type {
  Api,
  DeleteOptions,
  EvictionOptions,
  ListOptions,
  ObjectList,
  ObjectRef,
  Preconditions,
  PropagationPolicy,
  Query,
  Subresource,
  User,
  WatchEvent,
  WriteOptions,
} from './port/api';
export { type Capability, capabilities } from './port/capabilities';
export type { Cluster, Waits } from './port/cluster';
export type { DriverOptions } from './port/driver';
export type { Gap, Gaps } from './port/gaps';
export type { Settings } from './port/settings';
export type { Target } from './port/target';
export type { Settled, Time } from './port/time';
export type {
  ImageBehaviour,
  Machine,
  PodRef,
  Pressure,
  ProbeBehaviour,
  ProbeKind,
  World,
} from './port/world';
export {
  atOnce,
  availability,
  type Extremes,
  existence,
  mostUnavailable,
  type Presence,
} from './timeline/atOnce';
export type { Change } from './timeline/change';
export { firstTime, lastTime, removalOf } from './timeline/firsts';
export { compareMoments, covers, type Moment, type Span } from './timeline/moment';
export { idOf, isMeant, type ObjectId } from './timeline/objectId';
export { objectNow, objectsEver, objectsNow, statesOf } from './timeline/objects';
export { mostDoubled, nodesWithTwo } from './timeline/overlaps';
export { type PodLife, podLives, type Readiness } from './timeline/podLife';
export { type Replacement, replacementSince } from './timeline/replacement';
export {
  podsAlive,
  podsCreatedSince,
  podsLeft,
  podsNamed,
  podsOf,
  podsOnNode,
} from './timeline/selections';
export type { Timeline } from './timeline/timeline';
export type {
  ConfigMap,
  ControllerRevision,
  CSIDriver,
  DaemonSet,
  Event,
  Lease,
  Namespace,
  Node,
  Pod,
  PolicyRule,
  PriorityClass,
  ResourceQuota,
  RoleBindingObject,
  RoleObject,
  ServiceAccount,
};
