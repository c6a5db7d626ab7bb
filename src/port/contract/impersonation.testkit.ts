import { expect } from 'chai';
import { resources } from '../../kubernetes/kinds/resources';
import type { Manifest } from '../../kubernetes/object';
import type { Api } from '../api';
import { type Chapter, type Clause, clauseFor } from './clause.testkit';
import { listen } from './ear.testkit';
import { type Ground, noteIn, notesIn, refusalOf } from './ground.testkit';
import { type Note, note } from './objects.testkit';

const RBAC = 'rbac.authorization.k8s.io';
const USER = 'contract-user';
const GROUP = 'contract-group';

const binding = (role: string, kind: 'User' | 'Group', name: string): Manifest => ({
  apiVersion: `${RBAC}/v1`,
  kind: 'RoleBinding',
  metadata: { name: `${role}-${name}` },
  roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: role },
  subjects: [{ apiGroup: RBAC, kind, name }],
});

/** Every request that there is, of somebody. */
const requests = (ground: Ground, api: Api): Readonly<Record<string, () => Promise<unknown>>> => {
  const { namespace } = ground;
  const ref = noteIn(ground, 'a');
  const query = { resource: resources.configmaps, namespace };
  return {
    create: () => api.create(note('b'), { namespace }),
    get: () => api.get(ref),
    list: () => api.list(query),
    watch: () => api.watch(query, () => {}),
    patch: () => api.patch(ref, { data: { by: 'patch' } }, 'merge'),
    update: async () => api.update({ ...(await ground.api.get(ref)), data: { by: 'update' } } as Note),
    delete: () => api.delete(ref),
    deletecollection: () => api.deleteCollection(query),
  };
};

const clause = (title: string, check: Clause['check']): Clause => clauseFor('impersonation', title, check);

/** Requests made as somebody else than the administrator. */
export const impersonation: Chapter = {
  title: 'users',
  clauses: [
    clause('may do nothing that no role allows them, and nothing of it is done', async (ground) => {
      const { api, namespace, cluster } = ground;
      const made = await api.create(note('a'), { namespace });
      for (const [verb, request] of Object.entries(requests(ground, cluster.as({ name: USER })))) {
        const refusal = await refusalOf(request());
        expect([refusal.code, refusal.reason], verb).to.deep.equal([403, 'Forbidden']);
        expect(refusal.message).to.contain(
          `User "${USER}" cannot ${verb} resource "configmaps" in API group "" `,
        );
      }
      expect(await api.get(noteIn(ground, 'a'))).to.deep.equal(made);
      expect(await notesIn(ground)).to.deep.equal(['a']);
    }),

    clause('may evict no pod that they may not', async ({ cluster, namespace }) => {
      const { code } = await refusalOf(cluster.as({ name: USER }).evict({ namespace, name: 'a' }));
      expect(code).to.equal(403);
    }),

    clause('may do what a role allows them, in its namespace', async (ground) => {
      const { api, namespace, cluster } = ground;
      await api.create(note('a'), { namespace });
      await api.create(binding('edit', 'User', USER), { namespace });
      const user = cluster.as({ name: USER });
      await cluster.time.eventually(() => user.get(noteIn(ground, 'a')));
      const ear = await listen(ground, {}, user);
      for (const request of Object.values(requests(ground, user))) await request();
      await ear.hears('ADDED a', 'ADDED b', 'MODIFIED a', 'MODIFIED a', 'DELETED a', 'DELETED b');
      const { code } = await refusalOf(user.list({ resource: resources.configmaps }));
      expect(code).to.equal(403);
    }),

    clause('may look, but not touch, if that is what their role says', async (ground) => {
      const { api, namespace, cluster } = ground;
      await api.create(note('a'), { namespace });
      await api.create(binding('view', 'User', USER), { namespace });
      const user = cluster.as({ name: USER });
      await cluster.time.eventually(() => user.get(noteIn(ground, 'a')));
      const { code } = await refusalOf(user.delete(noteIn(ground, 'a')));
      expect(code).to.equal(403);
    }),

    clause('may do what a role allows their group', async (ground) => {
      const { api, namespace, cluster } = ground;
      await api.create(note('a'), { namespace });
      await api.create(binding('view', 'Group', GROUP), { namespace });
      const member = cluster.as({ name: USER, groups: [GROUP] });
      await cluster.time.eventually(() => member.get(noteIn(ground, 'a')));
      expect((await refusalOf(cluster.as({ name: USER }).get(noteIn(ground, 'a')))).code).to.equal(403);
    }),

    clause('may do what a role allows the service accounts of their namespace', async (ground) => {
      const { api, namespace, cluster } = ground;
      await api.create(note('a'), { namespace });
      await api.create(binding('view', 'Group', `system:serviceaccounts:${namespace}`), { namespace });
      const account = cluster.as({ name: `system:serviceaccount:${namespace}:contract` });
      await cluster.time.eventually(() => account.get(noteIn(ground, 'a')));
      const elsewhere = cluster.as({ name: 'system:serviceaccount:contract-elsewhere:contract' });
      expect((await refusalOf(elsewhere.get(noteIn(ground, 'a')))).code).to.equal(403);
    }),
  ],
};
