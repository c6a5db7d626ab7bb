import { expect } from 'chai';
import { resources } from '../../kubernetes/kinds/resources';
import { type Chapter, clause } from './clause.testkit';
import { listen } from './ear.testkit';
import { note } from './objects.testkit';

/** What is left of a cluster when its scenario is over. */
export const closing: Chapter = {
  title: 'a closed cluster',
  clauses: [
    clause('tells its watches nothing more', async (ground) => {
      const { api, namespace, cluster } = ground;
      const ear = await listen(ground);
      await api.create(note('a'), { namespace });
      await ear.hears('ADDED a');
      await cluster.close();
      await api.delete({ resource: resources.configmaps, namespace, name: 'a' }).catch(() => {});
      await cluster.time.settle().catch(() => {});
      expect(ear.heard).to.deep.equal(['ADDED a']);
    }),

    clause('may be closed again', async ({ cluster }) => {
      await cluster.close();
      await cluster.close();
    }),

    clause('leaves nothing to the next one', async ({ api, namespace, cluster, next }) => {
      await api.create(note('a'), { namespace });
      const name = `contract-${cluster.time.now()}`;
      const global = {
        apiVersion: 'scheduling.k8s.io/v1',
        kind: 'PriorityClass',
        metadata: { name },
        value: 1,
      };
      await api.create(global);
      await cluster.close();
      const other = await next();
      const { items } = await other.api.list({ resource: resources.priorityclasses });
      expect(items.map(({ metadata }) => metadata.name)).not.to.include(name);
      const namespaces = await other.api.list({ resource: resources.namespaces });
      expect(namespaces.items.map(({ metadata }) => metadata.name)).not.to.include(namespace);
      expect(other.timeline.changes().some(({ object }) => object.metadata.namespace === namespace)).to.equal(
        false,
      );
    }),
  ],
};
