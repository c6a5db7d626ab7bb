import { expect } from 'chai';
import { resources } from '../../kubernetes/kinds/resources';
import type { ResourceType } from '../../kubernetes/resourceType';
import type { Change } from '../../timeline/change';
import { type Chapter, clause, clauseFor } from './clause.testkit';
import { type Ground, noteIn, refIn } from './ground.testkit';
import { daemonSet, isOurs, note, onNode } from './objects.testkit';

/** What the timeline holds of things that the clause made, or that were made for them. */
const oursIn = ({ cluster, namespace }: Ground): readonly Change[] =>
  cluster.timeline
    .changes()
    .filter(({ object }) => object.metadata.namespace === namespace && isOurs(object));

const versionsIn = (changes: readonly Change[]): readonly number[] =>
  changes.map(({ object }) => Number(object.metadata.resourceVersion));

/** The changes of each kind: where things take time, kinds are heard of apart. */
const apart = (changes: readonly Change[]): readonly (readonly Change[])[] =>
  [...new Set(changes.map(({ object }) => object.kind))].map((kind) =>
    changes.filter(({ object }) => object.kind === kind),
  );

const ascending = (numbers: readonly number[]): readonly number[] => [...numbers].sort((a, b) => a - b);

/** What is known of the past. */
const kinds = (...resources: readonly ResourceType[]): readonly ResourceType[] => resources;

export const timeline: Chapter = {
  title: 'the timeline',
  clauses: [
    clause('holds a write, with its time, as soon as it is answered', async (ground) => {
      const { api, namespace, cluster } = ground;
      const before = cluster.time.now();
      const made = await api.create(note('a'), { namespace });
      expect(oursIn(ground)).to.have.length(1);
      await cluster.time.pass(5000);
      const patched = await api.patch(noteIn(ground, 'a'), { data: { x: '1' } }, 'merge');
      expect(oursIn(ground)).to.have.length(2);
      await api.delete(noteIn(ground, 'a'));
      const changes = oursIn(ground);
      expect(changes.map(({ type }) => type)).to.deep.equal(['ADDED', 'MODIFIED', 'DELETED']);
      expect(changes.slice(0, 2).map(({ object }) => object)).to.deep.equal([made, patched]);
      const [first = 0, second = 0, third = 0] = changes.map(({ at }) => at);
      expect(first).to.be.within(before, second - 5000);
      expect(third).to.be.within(second, cluster.time.now());
    }),

    clause('holds nothing of what was refused, or changed nothing', async (ground) => {
      const { api, namespace } = ground;
      await api.create(note('a'), { namespace });
      await api.create(note('a'), { namespace }).catch(() => {});
      await api.patch(noteIn(ground, 'a'), {}, 'merge');
      expect(oursIn(ground)).to.have.length(1);
    }),

    clause('keeps the past as it was', async (ground) => {
      const { api, namespace } = ground;
      await api.create(note('a', { data: { x: '1' } }), { namespace });
      const past = JSON.stringify(oursIn(ground));
      await api.patch(noteIn(ground, 'a'), { data: { x: '2' } }, 'merge');
      await api.delete(noteIn(ground, 'a'));
      expect(JSON.stringify(oursIn(ground).slice(0, 1))).to.equal(past);
    }),

    clause('knows what was there when it began', async (ground) => {
      const known = new Set(ground.cluster.timeline.changes().map(({ object }) => object.metadata.uid));
      for (const resource of kinds(resources.nodes, resources.pods, resources.daemonsets)) {
        const { items } = await ground.api.list({ resource });
        expect(items.filter(({ metadata }) => !known.has(metadata.uid))).to.deep.equal([]);
      }
    }),

    clauseFor(
      'node-control',
      'holds what others write, in order, up to the state that there is',
      async (ground) => {
        const { api, namespace, cluster } = ground;
        await cluster.world.addNode({ name: 'contract-1' });
        await api.create(daemonSet('agent', {}, { nodeSelector: onNode('contract-1') }), { namespace });
        await cluster.time.settle();
        const patch = { spec: { template: { metadata: { labels: { version: '2' } } } } };
        await api.patch(refIn(ground, resources.daemonsets, 'agent'), patch, 'strategic');
        await cluster.time.settle();
        const changes = oursIn(ground);
        for (const each of cluster.waits ? apart(changes) : [changes])
          expect(ascending(versionsIn(each))).to.deep.equal(versionsIn(each));
        expect(ascending(changes.map(({ at }) => at))).to.deep.equal(changes.map(({ at }) => at));
        const now = new Map(changes.map(({ object }) => [object.metadata.uid, object]));
        for (const { type, object } of changes) if (type === 'DELETED') now.delete(object.metadata.uid);
        for (const resource of kinds(resources.pods, resources.daemonsets)) {
          const { items } = await api.list({ resource, namespace });
          const recorded = [...now.values()].filter(({ kind }) => kind === resource.kind);
          expect(recorded).to.have.deep.members(items);
        }
        const pods = changes.filter(({ object }) => object.kind === 'Pod');
        expect(pods.filter(({ type }) => type === 'ADDED')).to.have.length(2);
        expect(pods.filter(({ type }) => type === 'DELETED')).to.have.length(1);
      },
    ),
  ],
};
