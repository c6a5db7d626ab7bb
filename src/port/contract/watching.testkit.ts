import { expect } from 'chai';
import { type Chapter, clause } from './clause.testkit';
import { listen } from './ear.testkit';
import { noteIn } from './ground.testkit';
import { note } from './objects.testkit';

const web = { metadata: { labels: { tier: 'web' } } };
const db = { metadata: { labels: { tier: 'db' } } };

/** What a watch tells of changes that happen while it stands. */
export const watching: Chapter = {
  title: 'watches',
  clauses: [
    clause('begin with what is there, and go on with what happens', async (ground) => {
      const { api, namespace } = ground;
      for (const name of ['b', 'a']) await api.create(note(name), { namespace });
      const ear = await listen(ground);
      await ear.hears('ADDED a', 'ADDED b');
      await api.create(note('c'), { namespace });
      await api.patch(noteIn(ground, 'a'), web, 'merge');
      await api.delete(noteIn(ground, 'b'));
      await ear.hears('ADDED a', 'ADDED b', 'ADDED c', 'MODIFIED a', 'DELETED b');
    }),

    clause('tell every write once, in the order of versions, with what it made', async (ground) => {
      const { api, namespace } = ground;
      const ear = await listen(ground);
      const made = [];
      for (const name of ['a', 'b']) made.push(await api.create(note(name), { namespace }));
      for (let count = 0; count < 10; count++) {
        for (const name of ['a', 'b'])
          made.push(await api.patch(noteIn(ground, name), { data: { count: `${count}` } }, 'merge'));
      }
      await ear.hears(
        'ADDED a',
        'ADDED b',
        ...made.slice(2).map(({ metadata }) => `MODIFIED ${metadata.name}`),
      );
      expect(ear.events.map(({ object }) => object)).to.deep.equal(made);
    }),

    clause('tell of an end what the object was, and when it ended', async (ground) => {
      const { api, namespace } = ground;
      const made = await api.create(note('a', { data: { last: 'words' } }), { namespace });
      const ear = await listen(ground);
      await api.delete(noteIn(ground, 'a'));
      await ear.hears('ADDED a', 'DELETED a');
      const [first, last] = ear.events.map(({ object }) => object);
      const { resourceVersion } = last?.metadata ?? made.metadata;
      expect(last).to.deep.equal({ ...first, metadata: { ...first?.metadata, resourceVersion } });
      expect(Number(resourceVersion)).to.be.greaterThan(Number(made.metadata.resourceVersion));
    }),

    clause('tell nothing of other namespaces, and of all if none is named', async (ground) => {
      const { api, namespace } = ground;
      const { metadata } = await api.create({
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { generateName: 'contract-' },
      });
      const here = await listen(ground);
      const everywhere = await listen(ground, { namespace: undefined });
      await api.create(note('there'), { namespace: metadata.name });
      await api.create(note('here'), { namespace });
      await here.hears('ADDED here');
      await everywhere.hears('ADDED there', 'ADDED here');
    }),

    clause('tell nothing that a write has not changed', async (ground) => {
      const { api, namespace } = ground;
      await api.create(note('a', web.metadata), { namespace });
      const ear = await listen(ground);
      await api.patch(noteIn(ground, 'a'), web, 'merge');
      await ear.hears('ADDED a');
    }),

    clause('with a label selector tell what comes to match, and what ceases to', async (ground) => {
      const { api, namespace } = ground;
      for (const name of ['a', 'b']) await api.create(note(name), { namespace });
      const ear = await listen(ground, { labelSelector: 'tier=web' });
      await api.patch(noteIn(ground, 'a'), web, 'merge');
      await api.patch(noteIn(ground, 'a'), { data: { x: '1' } }, 'merge');
      const { metadata } = await api.patch(noteIn(ground, 'a'), db, 'merge');
      await api.delete(noteIn(ground, 'a'));
      await ear.hears('ADDED a', 'MODIFIED a', 'DELETED a');
      const last = ear.events.at(-1)?.object.metadata;
      expect([last?.labels?.tier, last?.resourceVersion]).to.deep.equal(['web', metadata.resourceVersion]);
    }),

    clause('with a field selector tell only what matches', async (ground) => {
      const { api, namespace } = ground;
      const ear = await listen(ground, { fieldSelector: 'metadata.name=b' });
      for (const name of ['a', 'b', 'c']) await api.create(note(name), { namespace });
      await ear.hears('ADDED b');
    }),

    clause('do not come in each other’s way', async (ground) => {
      const { api, namespace } = ground;
      const [one, other] = [await listen(ground), await listen(ground)];
      await api.create(note('a'), { namespace });
      await one.hears('ADDED a');
      one.stop();
      await api.delete(noteIn(ground, 'a'));
      await other.hears('ADDED a', 'DELETED a');
    }),

    clause('tell nothing more once they are stopped', async (ground) => {
      const { api, namespace, cluster } = ground;
      const ear = await listen(ground);
      await api.create(note('a'), { namespace });
      await ear.hears('ADDED a');
      ear.stop();
      await api.create(note('b'), { namespace });
      await cluster.time.settle();
      expect(ear.heard).to.deep.equal(['ADDED a']);
      ear.stop();
    }),
  ],
};
