import type { KubeObject } from '../../../kubernetes/object';
import { ApiError } from '../../../kubernetes/refusals';
import type { ResourceType } from '../../../kubernetes/resourceType';
import type { ListOptions } from '../../../port/api';
import type { Connection } from '../connection/connection';

/** Where objects of a kind are. */
export type Collection<T extends KubeObject = KubeObject> = Pick<
  ResourceType<T>,
  'apiVersion' | 'group' | 'kind' | 'plural' | 'namespaced'
>;

/** An object, and where it was found. */
export interface Found {
  readonly collection: Collection;
  readonly object: KubeObject;
}

/** As people write it: `daemonsets.apps`. */
export const fullName = ({ group, plural }: Pick<Collection, 'group' | 'plural'>): string =>
  group === '' ? plural : `${plural}.${group}`;

/** The path of a collection, or of an object in it. */
export const pathOf = (
  { apiVersion, group, plural, namespaced }: Collection,
  { namespace, name }: { readonly namespace?: string | undefined; readonly name?: string } = {},
): string =>
  [
    group === '' ? '/api' : '/apis',
    apiVersion,
    ...(namespaced && namespace ? ['namespaces', namespace] : []),
    plural,
    ...(name === undefined ? [] : [encodeURIComponent(name)]),
  ].join('/');

export const pathTo = ({ collection, object: { metadata } }: Found): string => pathOf(collection, metadata);

interface Page {
  readonly metadata: { readonly continue?: string };
  readonly items: readonly KubeObject[] | null;
}

const PAGE = 500;

const isExpired = (error: unknown): boolean => error instanceof ApiError && error.code === 410;

/** All objects that are meant, page by page. @throws as `send` */
export const list = async <T extends KubeObject>(
  connection: Connection,
  collection: Collection<T>,
  options: Omit<ListOptions, 'resourceVersion'> = {},
): Promise<readonly T[]> => {
  const found: KubeObject[] = [];
  const { namespace, ...selectors } = options;
  const place = pathOf(collection as Collection, { namespace });
  let limit = PAGE;
  let next: string | undefined;
  do {
    const query = new URLSearchParams({ ...selectors, ...(limit > 0 ? { limit: String(limit) } : {}) });
    if (next) query.set('continue', next);
    try {
      const { metadata, items } = (await connection.send({ method: 'GET', path: `${place}?${query}` }))
        .body as Page;
      found.push(...(items ?? []));
      next = metadata.continue;
    } catch (error) {
      if (!next || !isExpired(error)) throw error;
      // What was read so far is too old to be gone on with: all of it is read at once.
      found.length = 0;
      limit = 0;
      next = undefined;
    }
  } while (next);
  const { apiVersion, kind } = collection;
  // Objects in lists do not say what they are.
  return found.map((object) => ({ ...object, apiVersion, kind }) as T);
};
