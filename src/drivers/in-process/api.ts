import type { Caller } from '../../cluster/apiserver/requests/caller';
import type { ApiServer } from '../../cluster/apiserver/requests/server';
import { allResources } from '../../kubernetes/kinds/resources';
import type { KubeObject } from '../../kubernetes/object';
import type { Api, ObjectRef, Query, User, WatchEvent, WatchQuery } from '../../port/api';
import type { Watches } from './watches';

export const callerOf = ({ name, groups = [] }: User): Caller => ({
  name,
  groups: [...groups, 'system:authenticated'],
});

/** Verbs as one caller. Nothing waits: the promises are the port's, so that a real cluster can stand behind it too. */
export const apiFor = (server: ApiServer, watches: Watches, caller: Caller): Api => ({
  create: async (manifest, options) => server.create(manifest, caller, options?.namespace),
  get: async <T extends KubeObject>({ resource, namespace, name }: ObjectRef) =>
    server.get(resource, namespace, name, caller) as T,
  list: async <T extends KubeObject>({ resource, ...query }: Query) => ({
    items: server.list(resource, query, caller) as T[],
    resourceVersion: String(server.store.revision),
  }),
  patch: async ({ resource, namespace, name }, patch, type, options) =>
    server.patch(resource, namespace, name, { patch, type }, caller, options?.subresource),
  update: async (object, options) => server.update(object, caller, options?.subresource),
  delete: async ({ resource, namespace, name }, options) => {
    server.delete(resource, namespace, name, options ?? {}, caller);
  },
  deleteCollection: async ({ resource, ...query }, options) =>
    server.deleteCollection(resource, query, options ?? {}, caller),
  evict: async ({ namespace, name }, options) => server.evict(namespace, name, caller, options),
  watch: async <T extends KubeObject>(query: WatchQuery, onEvent: (event: WatchEvent<T>) => void) =>
    watches.open(query, caller, onEvent as (event: WatchEvent) => void),
  kinds: async () => allResources(),
});
