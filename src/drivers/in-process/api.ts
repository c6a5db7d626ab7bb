import { AUTHENTICATED, type Caller, serviceAccountNamed } from '../../cluster/apiserver/requests/caller';
import type { ApiServer } from '../../cluster/apiserver/requests/server';
import type { Api, User } from '../../port/api';
import type { OpenWatches } from './watches';

const SERVICE_ACCOUNT = /^system:serviceaccount:([^:]+):([^:]+)$/;

/**
 * Somebody who has said who they are. A service account is a member of its groups, unless others are given.
 * @see k8s.io/apiserver/pkg/endpoints/filters/impersonation WithImpersonation
 */
export const callerOf = ({ name, groups = [] }: User): Caller => {
  const [, namespace, account] = SERVICE_ACCOUNT.exec(name) ?? [];
  const own =
    namespace !== undefined && account !== undefined && groups.length === 0
      ? serviceAccountNamed(namespace, account).groups
      : groups;
  return { name, groups: [...own, AUTHENTICATED] };
};

/** Verbs as one caller. Nothing waits: the promises are the port's, so that a real cluster can stand behind it too. */
export const apiFor = (server: ApiServer, watches: OpenWatches, caller: Caller): Api => ({
  create: async (manifest, options) => server.create(manifest, caller, options?.namespace, options),
  get: async ({ resource, namespace, name }) => server.get(resource, namespace, name, caller),
  list: async ({ resource, ...query }) => server.list(resource, query, caller),
  patch: async ({ resource, namespace, name }, patch, type, options) =>
    server.patch(resource, namespace, name, { patch, type }, caller, options?.subresource, options),
  update: async (object, options) => server.update(object, caller, options?.subresource, options),
  delete: async ({ resource, namespace, name }, options) => {
    server.delete(resource, namespace, name, options ?? {}, caller);
  },
  deleteCollection: async ({ resource, ...query }, options) => {
    server.deleteCollection(resource, query, options ?? {}, caller);
  },
  evict: async ({ namespace, name }, options) => server.evict(namespace, name, caller, options),
  watch: async ({ resource, ...query }, onEvent) =>
    watches.keep(server.watch(resource, query, caller, onEvent)),
  kinds: async () => server.kinds,
});
