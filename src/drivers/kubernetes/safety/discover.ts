import { ApiError } from '../../../kubernetes/refusals';
import type { ResourceType } from '../../../kubernetes/resourceType';
import type { Connection } from '../connection/connection';
import { fullName } from './collections';
import { inParallel } from './parallel';

interface ResourceList {
  readonly resources: readonly {
    readonly name: string;
    readonly kind: string;
    readonly singularName?: string;
    readonly namespaced: boolean;
    readonly verbs: readonly string[];
  }[];
}

interface GroupList {
  readonly groups: readonly {
    readonly versions: readonly { readonly groupVersion: string }[];
    readonly preferredVersion: { readonly groupVersion: string };
  }[];
}

/** What a server serves, as far as it could be learned. */
export interface Discovered {
  /** Everything that can be listed and deleted, each kind once, in the version that the server prefers. */
  readonly collections: readonly ResourceType[];
  /** All that is served, what is only asked or ordered, too. */
  readonly kinds: readonly ResourceType[];
  /** What is not known, in sentences: a server that another one stands in for may be down. */
  readonly problems: readonly string[];
}

/** Events are served by two groups, and are the same objects. */
const TWIN = 'events.events.k8s.io';

type Resource = ResourceList['resources'][number];

const kindOf = (
  apiVersion: string,
  { name, singularName = '', kind, namespaced, verbs }: Resource,
): ResourceType => {
  const [version = '', group = ''] = apiVersion.split('/').reverse();
  return {
    apiVersion,
    group,
    version,
    kind,
    plural: name,
    singular: singularName,
    namespaced,
    verbs,
    shortNames: [],
    categories: [],
    subresources: [],
  };
};

const isServed = ({ verbs }: { readonly verbs: readonly string[] }): boolean =>
  verbs.includes('list') && verbs.includes('delete');

/**
 * Asks for all kinds of which something could be left behind.
 * @throws as `send` if the server does not tell its groups
 * @see staging/src/k8s.io/client-go/discovery ServerPreferredResources
 */
export const discover = async (connection: Connection): Promise<Discovered> => {
  const { groups } = (await connection.send({ method: 'GET', path: '/apis' })).body as GroupList;
  const versions = groups.flatMap(({ versions: all, preferredVersion: { groupVersion: preferred } }) => [
    preferred,
    ...all.map(({ groupVersion }) => groupVersion).filter((version) => version !== preferred),
  ]);
  const problems: string[] = [];
  const lists = await inParallel(['v1', ...versions], async (apiVersion) => {
    const path = `${apiVersion === 'v1' ? '/api' : '/apis'}/${apiVersion}`;
    try {
      const { resources } = (await connection.send({ method: 'GET', path })).body as ResourceList;
      return resources.filter(({ name }) => !name.includes('/')).map((each) => kindOf(apiVersion, each));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      problems.push(`It is not known what is in ${apiVersion}: ${error.message}`);
      return [];
    }
  });
  const kinds = lists.flat();
  const byName = new Map<string, ResourceType>();
  for (const kind of kinds.filter(isServed)) {
    const name = fullName(kind);
    if (name !== TWIN && !byName.has(name)) byName.set(name, kind);
  }
  return { collections: [...byName.values()], kinds, problems };
};
