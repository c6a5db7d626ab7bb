import type { Event } from '../kinds/event/event';
import type { Lease } from '../kinds/lease/lease';
import type { Namespace } from '../kinds/namespace/namespace';
import type { Node } from '../kinds/node/node';
import { addressOf, nodeStatus, rolesOf } from '../kinds/node/summary';
import type { PriorityClass } from '../kinds/priorityclass/priorityClass';
import type { ResourceQuota } from '../kinds/quota/resourceQuota';
import type { RoleBindingObject } from '../kinds/rbac/rbac';
import type { KubeObject } from '../object';
import { age } from './ages';
import type { Column } from './table';
import { ageColumn, name } from './workloadColumns';

export const nodeColumns: readonly Column<Node>[] = [
  name,
  { header: 'STATUS', cell: nodeStatus },
  { header: 'ROLES', cell: (node) => rolesOf(node).join(',') || '<none>' },
  ageColumn,
  { header: 'VERSION', cell: (node) => node.status.nodeInfo?.kubeletVersion ?? '' },
  { header: 'INTERNAL-IP', wide: true, cell: (node) => addressOf(node, 'InternalIP') },
  { header: 'EXTERNAL-IP', wide: true, cell: (node) => addressOf(node, 'ExternalIP') },
  { header: 'OS-IMAGE', wide: true, cell: (node) => node.status.nodeInfo?.osImage || '<unknown>' },
  {
    header: 'KERNEL-VERSION',
    wide: true,
    cell: (node) => node.status.nodeInfo?.kernelVersion || '<unknown>',
  },
  {
    header: 'CONTAINER-RUNTIME',
    wide: true,
    cell: (node) => node.status.nodeInfo?.containerRuntimeVersion || '<unknown>',
  },
];

export const namespaceColumns: readonly Column<Namespace>[] = [
  name,
  { header: 'STATUS', cell: (namespace) => namespace.status?.phase ?? '' },
  ageColumn,
];

const eventObject = ({ involvedObject }: Event): string =>
  `${(involvedObject.kind ?? '').toLowerCase()}/${involvedObject.name ?? ''}`;

const eventSource = ({ source }: Event): string =>
  [source.component ?? '', source.host].filter((part) => part !== undefined).join(', ');

export const eventColumns: readonly Column<Event>[] = [
  { header: 'LAST SEEN', cell: (event, now) => age(event.lastTimestamp, now) },
  { header: 'TYPE', cell: (event) => event.type },
  { header: 'REASON', cell: (event) => event.reason },
  { header: 'OBJECT', cell: eventObject },
  { header: 'SUBOBJECT', wide: true, cell: (event) => event.involvedObject.fieldPath ?? '' },
  { header: 'SOURCE', wide: true, cell: eventSource },
  { header: 'MESSAGE', cell: (event) => event.message.trim() },
  { header: 'FIRST SEEN', wide: true, cell: (event, now) => age(event.firstTimestamp, now) },
  { header: 'COUNT', wide: true, cell: (event) => event.count },
  { header: 'NAME', wide: true, cell: (event) => event.metadata.name },
];

/** Used and hard of the requests (or of the limits) that a quota speaks of: `pods: 1/3, requests.cpu: 0/2`. */
const quotaCell = ({ spec, status }: ResourceQuota, limits: boolean): string => {
  const hard = (status?.hard ?? spec?.hard ?? {}) as Record<string, string>;
  const used = (status?.used ?? {}) as Record<string, string>;
  return Object.keys(hard)
    .sort()
    .filter((resource) => resource.startsWith('limits.') === limits)
    .map((resource) => `${resource}: ${used[resource] ?? '0'}/${hard[resource]}`)
    .join(', ');
};

export const resourceQuotaColumns: readonly Column<ResourceQuota>[] = [
  name,
  { header: 'REQUEST', cell: (quota) => quotaCell(quota, false) },
  { header: 'LIMIT', cell: (quota) => quotaCell(quota, true) },
  ageColumn,
];

export const configMapColumns: readonly Column<KubeObject & { readonly data?: object }>[] = [
  name,
  { header: 'DATA', cell: (configMap) => Object.keys(configMap.data ?? {}).length },
  ageColumn,
];

export const serviceAccountColumns: readonly Column<
  KubeObject & { readonly secrets?: readonly unknown[] }
>[] = [name, { header: 'SECRETS', cell: (account) => account.secrets?.length ?? 0 }, ageColumn];

export const priorityClassColumns: readonly Column<PriorityClass>[] = [
  name,
  { header: 'VALUE', cell: (priorityClass) => priorityClass.value },
  { header: 'GLOBAL-DEFAULT', cell: (priorityClass) => String(priorityClass.globalDefault ?? false) },
  ageColumn,
  { header: 'PREEMPTIONPOLICY', cell: (priorityClass) => priorityClass.preemptionPolicy ?? '' },
];

export const leaseColumns: readonly Column<Lease>[] = [
  name,
  { header: 'HOLDER', cell: (lease) => lease.spec?.holderIdentity ?? '' },
  ageColumn,
];

export const roleColumns: readonly Column<KubeObject>[] = [
  name,
  { header: 'CREATED AT', cell: (role) => role.metadata.creationTimestamp },
];

const subjects = (binding: RoleBindingObject, kind: string): string =>
  (binding.subjects ?? [])
    .filter((subject) => subject.kind === kind)
    .map((subject) => (kind === 'ServiceAccount' ? `${subject.namespace}/${subject.name}` : subject.name))
    .join(', ');

export const roleBindingColumns: readonly Column<RoleBindingObject>[] = [
  name,
  { header: 'ROLE', cell: ({ roleRef }) => `${roleRef.kind}/${roleRef.name}` },
  ageColumn,
  { header: 'USERS', wide: true, cell: (binding) => subjects(binding, 'User') },
  { header: 'GROUPS', wide: true, cell: (binding) => subjects(binding, 'Group') },
  { header: 'SERVICEACCOUNTS', wide: true, cell: (binding) => subjects(binding, 'ServiceAccount') },
];

/** Kinds without a table of their own show name and age. */
export const plainColumns: readonly Column<KubeObject>[] = [name, ageColumn];
