import { expect } from 'chai';
import { resources } from '../../kubernetes/kinds/resources';
import type { ResourceType } from '../../kubernetes/resourceType';
import { type Chapter, clause } from './clause.testkit';

const essentials: readonly ResourceType[] = [
  resources.pods,
  resources.nodes,
  resources.namespaces,
  resources.events,
  resources.configmaps,
  resources.daemonsets,
  resources.controllerrevisions,
  resources.rolebindings,
];

/** What the cluster says it serves. */
export const discovery: Chapter = {
  title: 'discovery',
  clauses: [
    clause('names each kind once, as Kubernetes names it', async ({ api }) => {
      const kinds = await api.kinds();
      const keys = kinds.all.map(({ apiVersion, kind }) => `${apiVersion} ${kind}`);
      expect([...new Set(keys)]).to.deep.equal(keys);
      for (const { apiVersion, kind, plural, shortNames, namespaced } of essentials) {
        const found = kinds.of({ apiVersion, kind });
        expect(found, kind).to.deep.include({ plural, shortNames, namespaced });
      }
    }),

    clause('names only what can be listed', async ({ api }) => {
      for (const resource of (await api.kinds()).all) {
        const { items } = await api.list({ resource });
        for (const { kind } of items) expect(kind).to.equal(resource.kind);
      }
    }),
  ],
};
