import { resources } from '../../../kubernetes/kinds/resources';
import { ApiError } from '../../../kubernetes/refusals';
import type { ResourceType, Subresource } from '../../../kubernetes/resourceType';
import type { Connection } from '../connection/connection';

/** @see k8s.io/api/apidiscovery/v2 APIGroupDiscoveryList */
interface GroupList {
  readonly kind?: string;
  readonly items?: readonly {
    readonly metadata?: { readonly name?: string };
    readonly versions?: readonly {
      readonly version: string;
      readonly resources?: readonly GroupResource[];
    }[];
  }[];
}

interface ResponseKind {
  readonly group?: string;
  readonly version?: string;
  readonly kind: string;
}

interface GroupResource {
  readonly resource: string;
  readonly responseKind?: ResponseKind;
  readonly scope: string;
  readonly singularResource: string;
  readonly verbs: readonly string[];
  readonly shortNames?: readonly string[];
  readonly categories?: readonly string[];
  readonly subresources?: readonly {
    readonly subresource: string;
    readonly responseKind?: ResponseKind;
    readonly verbs: readonly string[];
  }[];
}

/** @see k8s.io/apimachinery/pkg/apis/meta/v1 APIResourceList */
interface ResourceList {
  readonly resources?: readonly {
    readonly name: string;
    readonly singularName?: string;
    readonly namespaced: boolean;
    readonly group?: string;
    readonly version?: string;
    readonly kind: string;
    readonly verbs: readonly string[];
    readonly shortNames?: readonly string[];
    readonly categories?: readonly string[];
  }[];
}

const AGGREGATED = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json';

/** Tells whether objects can be stored of it: the rest only asks something, or does it. */
export const isStored = ({ verbs }: Pick<ResourceType, 'verbs'>): boolean =>
  verbs.includes('list') && verbs.includes('get');

const versionOf = (group: string, version: string): string =>
  group === '' ? version : `${group}/${version}`;

const partOf = (
  owner: string,
  name: string,
  kind: ResponseKind | undefined,
  verbs: readonly string[],
): Subresource => ({
  name,
  apiVersion: kind?.version ? versionOf(kind.group ?? '', kind.version) : owner,
  kind: kind?.kind ?? '',
  verbs,
});

const kindsOfGroup = (
  group: string,
  version: string,
  found: readonly GroupResource[],
): readonly ResourceType[] => {
  const apiVersion = versionOf(group, version);
  return found.map((each) => ({
    apiVersion,
    group,
    version,
    kind: each.responseKind?.kind ?? '',
    plural: each.resource,
    singular: each.singularResource,
    shortNames: each.shortNames ?? [],
    categories: each.categories ?? [],
    namespaced: each.scope === 'Namespaced',
    verbs: each.verbs,
    subresources: (each.subresources ?? []).map((part) =>
      partOf(apiVersion, part.subresource, part.responseKind, part.verbs),
    ),
  }));
};

const kindsOfList = (apiVersion: string, { resources: all = [] }: ResourceList): readonly ResourceType[] => {
  const [version = '', group = ''] = apiVersion.split('/').reverse();
  return all
    .filter(({ name }) => !name.includes('/'))
    .map(({ name, singularName, namespaced, kind, verbs, shortNames = [], categories = [] }) => ({
      apiVersion,
      group,
      version,
      kind,
      plural: name,
      singular: singularName || kind.toLowerCase(),
      shortNames,
      categories,
      namespaced,
      verbs,
      subresources: all
        .filter((part) => part.name.startsWith(`${name}/`))
        .map((part) => partOf(apiVersion, part.name.slice(name.length + 1), part, part.verbs)),
    }));
};

const read = async <T>(connection: Connection, path: string, accept?: string): Promise<T> =>
  (await connection.send({ method: 'GET', path, ...(accept ? { accept } : {}) })).body as T;

const kindsOfVersion = async (
  connection: Connection,
  apiVersion: string,
): Promise<readonly ResourceType[]> => {
  const root = apiVersion.includes('/') ? '/apis' : '/api';
  try {
    return kindsOfList(apiVersion, await read<ResourceList>(connection, `${root}/${apiVersion}`));
  } catch (error) {
    // Whoever serves that group is away.
    if (error instanceof ApiError) return [];
    throw error;
  }
};

interface Groups {
  readonly versions?: readonly string[];
  readonly groups?: readonly { readonly versions: readonly { readonly groupVersion: string }[] }[];
}

const kindsAt = async (connection: Connection, path: '/api' | '/apis'): Promise<readonly ResourceType[]> => {
  const answer = await read<GroupList & Groups>(connection, path, AGGREGATED);
  if (answer.kind === 'APIGroupDiscoveryList')
    return (answer.items ?? []).flatMap(({ metadata, versions = [] }) =>
      versions.flatMap(({ version, resources: found = [] }) =>
        kindsOfGroup(metadata?.name ?? '', version, found),
      ),
    );
  const named = (answer.groups ?? []).flatMap(({ versions }) =>
    versions.map(({ groupVersion }) => groupVersion),
  );
  const versions = answer.versions ?? named;
  return (await Promise.all(versions.map((each) => kindsOfVersion(connection, each)))).flat();
};

const keyOf = ({ apiVersion, kind }: Pick<ResourceType, 'apiVersion' | 'kind'>): string =>
  `${apiVersion} ${kind}`;

/** The kinds that this project knows of: they are compared with those of discovery. */
const ROOMS: ReadonlyMap<string, ResourceType> = new Map(
  Object.values<ResourceType>(resources).map((each) => [keyOf(each), each]),
);

/**
 * Asks a server what kinds it serves, in its order.
 * @see k8s.io/client-go/discovery DiscoveryClient.GroupsAndMaybeResources
 */
export const discover = async (connection: Connection): Promise<readonly ResourceType[]> => {
  const all = await Promise.all([kindsAt(connection, '/api'), kindsAt(connection, '/apis')]);
  const known = new Map(all.flat().map((each) => [keyOf(each), ROOMS.get(keyOf(each)) ?? each]));
  return [...known.values()];
};
