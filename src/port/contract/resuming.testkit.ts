import { expect } from 'chai';
import { resources } from '../../kubernetes/kinds/resources';
import { ApiError } from '../../kubernetes/refusals';
import { type Chapter, clause } from './clause.testkit';
import { type Ear, listen } from './ear.testkit';
import { type Ground, noteIn, refusalOf } from './ground.testkit';
import { note } from './objects.testkit';

const MANY = 200;

/** The version of the list of all notes, as it is now. */
const versionNow = async ({ api, namespace }: Ground): Promise<string> =>
  (await api.list({ resource: resources.configmaps, namespace })).resourceVersion;

/** A watch, or the refusal of one. */
const listenIfPossible = (ground: Ground, resourceVersion: string): Promise<Ear | ApiError> =>
  listen(ground, { resourceVersion }).catch((error: unknown) => {
    if (error instanceof ApiError) return error;
    throw error;
  });

/** Watches that begin at a version: what a client does whose connection broke. */
export const resuming: Chapter = {
  title: 'watches that begin at a version',
  clauses: [
    clause('tell what came after a list, and nothing of before', async (ground) => {
      const { api, namespace } = ground;
      for (const name of ['a', 'b']) await api.create(note(name), { namespace });
      const resourceVersion = await versionNow(ground);
      await api.patch(noteIn(ground, 'a'), { data: { x: '1' } }, 'merge');
      await api.delete(noteIn(ground, 'b'));
      const ear = await listen(ground, { resourceVersion });
      await api.create(note('c'), { namespace });
      await ear.hears('MODIFIED a', 'DELETED b', 'ADDED c');
    }),

    clause('tell what came after an event, and not the event again', async (ground) => {
      const { api, namespace } = ground;
      const early = await listen(ground);
      for (const name of ['a', 'b', 'c']) await api.create(note(name), { namespace });
      await early.hears('ADDED a', 'ADDED b', 'ADDED c');
      for (const [index, { object }] of early.events.entries()) {
        const { resourceVersion } = object.metadata;
        const late = await listen(ground, { resourceVersion });
        await late.hears(...early.heard.slice(index + 1));
      }
    }),

    clause('tell what has come to match in the meantime, and what has ceased to', async (ground) => {
      const { api, namespace } = ground;
      await api.create(note('a', { labels: { tier: 'web' } }), { namespace });
      await api.create(note('b', { labels: { tier: 'db' } }), { namespace });
      const resourceVersion = await versionNow(ground);
      await api.patch(noteIn(ground, 'a'), { metadata: { labels: { tier: 'db' } } }, 'merge');
      await api.patch(noteIn(ground, 'b'), { metadata: { labels: { tier: 'web' } } }, 'merge');
      const ear = await listen(ground, { resourceVersion, labelSelector: 'tier=web' });
      await ear.hears('DELETED a', 'ADDED b');
    }),

    clause('begin with what is there, if the version is 0', async (ground) => {
      await ground.api.create(note('a'), { namespace: ground.namespace });
      const ear = await listen(ground, { resourceVersion: '0' });
      await ear.hears('ADDED a');
    }),

    clause('tell everything since, or are refused with 410, however much that is', async (ground) => {
      const { api, namespace } = ground;
      const { metadata } = await api.create(note('a'), { namespace });
      for (let count = 1; count <= MANY; count++)
        await api.patch(noteIn(ground, 'a'), { data: { count: `${count}` } }, 'merge');
      const ear = await listenIfPossible(ground, metadata.resourceVersion);
      if (ear instanceof ApiError) expect(ear.code).to.equal(410);
      else await ear.hears(...Array<string>(MANY).fill('MODIFIED a'));
      const fresh = await listen(ground, { resourceVersion: await versionNow(ground) });
      await api.delete(noteIn(ground, 'a'));
      await fresh.hears('DELETED a');
    }),

    clause('are refused at what is no version', async (ground) => {
      const { code } = await refusalOf(listen(ground, { resourceVersion: 'yesterday' }));
      expect(code).to.be.at.least(400);
    }),
  ],
};
