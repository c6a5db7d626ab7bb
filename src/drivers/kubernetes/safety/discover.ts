import { ApiError } from '../../../kubernetes/refusals';
import type { Connection } from '../connection/connection';
import { type Collection, fullName } from './collections';
import { inParallel } from './parallel';

interface ResourceList {
  readonly resources: readonly {
    readonly name: string;
    readonly kind: string;
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
  readonly collections: readonly Collection[];
  /** What is not known, in sentences: a server that another one stands in for may be down. */
  readonly problems: readonly string[];
}

/** Events are served by two groups, and are the same objects. */
const TWIN = 'events.events.k8s.io';

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
      return resources.filter(isServed).map(
        ({ name, kind, namespaced }): Collection => ({
          apiVersion,
          group: apiVersion === 'v1' ? '' : (apiVersion.split('/')[0] ?? ''),
          kind,
          plural: name,
          namespaced,
        }),
      );
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      problems.push(`It is not known what is in ${apiVersion}: ${error.message}`);
      return [];
    }
  });
  const byName = new Map<string, Collection>();
  for (const collection of lists.flat()) {
    const name = fullName(collection);
    if (name !== TWIN && !byName.has(name)) byName.set(name, collection);
  }
  return { collections: [...byName.values()], problems };
};
