import type { ResourceType, Subresource } from '../../kubernetes/resourceType';
import type { ServedGroup, ServedVersion } from './resources';
import { storageVersionHash } from './storageVersion';

/** One entry of an APIResourceList. @see k8s.io/apimachinery/pkg/apis/meta/v1 APIResource */
export interface ApiResource {
  readonly name: string;
  readonly singularName: string;
  readonly namespaced: boolean;
  readonly group?: string;
  readonly version?: string;
  readonly kind: string;
  readonly verbs: readonly string[];
  readonly shortNames?: readonly string[];
  readonly categories?: readonly string[];
  readonly storageVersionHash?: string;
}

/** A version as lists of groups name it. */
export interface GroupVersionForDiscovery {
  readonly groupVersion: string;
  readonly version: string;
}

export interface ApiGroup {
  readonly name: string;
  readonly versions: readonly GroupVersionForDiscovery[];
  readonly preferredVersion: GroupVersionForDiscovery;
}

/** `apps/v1`, or `v1` in the core group. */
export const groupVersion = (group: string, version: string): string =>
  group === '' ? version : `${group}/${version}`;

const unlessEmpty = (name: string, list: readonly string[]): object =>
  list.length === 0 ? {} : { [name]: list };

/** Where a subresource speaks another kind, its group and version are told. */
const elsewhere = (kind: ResourceType, { apiVersion }: Subresource): object => {
  if (apiVersion === kind.apiVersion) return {};
  const [version = '', group = ''] = apiVersion.split('/').reverse();
  return { group, version };
};

const resourcesOf = (kind: ResourceType): readonly ApiResource[] => {
  const hash = storageVersionHash(kind);
  return [
    {
      name: kind.plural,
      singularName: kind.singular,
      namespaced: kind.namespaced,
      kind: kind.kind,
      verbs: kind.verbs,
      ...unlessEmpty('shortNames', kind.shortNames),
      ...unlessEmpty('categories', kind.categories),
      ...(hash === undefined ? {} : { storageVersionHash: hash }),
    },
    ...kind.subresources.map((part) => ({
      name: `${kind.plural}/${part.name}`,
      singularName: '',
      namespaced: kind.namespaced,
      ...elsewhere(kind, part),
      kind: part.kind,
      verbs: part.verbs,
    })),
  ];
};

/** What `/api/v1` and `/apis/GROUP/VERSION` answer. The core group does not name the version of the list itself. */
export const apiResourceList = (group: string, { version, kinds }: ServedVersion): object => ({
  kind: 'APIResourceList',
  ...(group === '' ? {} : { apiVersion: 'v1' }),
  groupVersion: groupVersion(group, version),
  resources: kinds.flatMap(resourcesOf),
});

const groupOf = ({ name, versions }: ServedGroup): ApiGroup => {
  const all = versions.map(({ version }) => ({ groupVersion: groupVersion(name, version), version }));
  const [first] = all;
  if (!first) throw new Error(`the group ${name} has no version`);
  return { name, versions: all, preferredVersion: first };
};

/** What `/apis/GROUP` answers. */
export const apiGroup = (group: ServedGroup): object => ({
  kind: 'APIGroup',
  apiVersion: 'v1',
  ...groupOf(group),
});

/** What `/apis` answers. @param groups all but the core group */
export const apiGroupList = (groups: readonly ServedGroup[]): object => ({
  kind: 'APIGroupList',
  apiVersion: 'v1',
  groups: groups.map(groupOf),
});

/**
 * What `/api` answers.
 * @param address host and port at which clients reach the server
 */
export const apiVersions = (versions: readonly string[], address: string): object => ({
  kind: 'APIVersions',
  versions,
  serverAddressByClientCIDRs: [{ clientCIDR: '0.0.0.0/0', serverAddress: address }],
});
