import { expect } from 'chai';
import { resources } from '../../kubernetes/kinds/resources';
import { type Chapter, clause } from './clause.testkit';
import { expectGone, expectRefusal, noteIn, notesIn, refIn, refusalOf } from './ground.testkit';
import { type Note, note, pod, UNSCHEDULED } from './objects.testkit';

const { pods } = resources;

/** What requests do when all is well, and how they are refused when they are not. */
export const verbs: Chapter = {
  title: 'verbs',
  clauses: [
    clause('create stores an object, gives it an identity, and get finds it', async (ground) => {
      const { api, namespace } = ground;
      const made = await api.create(note('a', { data: { key: 'value' } }), { namespace });
      expect(made).to.deep.include({ apiVersion: 'v1', kind: 'ConfigMap', data: { key: 'value' } });
      expect(made.metadata).to.include({ name: 'a', namespace });
      expect(made.metadata.uid).to.be.a('string').and.not.equal('');
      expect(made.metadata.resourceVersion).to.match(/^[1-9]\d*$/);
      expect(made.metadata.creationTimestamp).to.match(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      expect(await api.get(noteIn(ground, 'a'))).to.deep.equal(made);
    }),

    clause('create completes a generated name', async ({ api, namespace }) => {
      const manifest = note('', { generateName: 'page-' });
      const [one, other] = [
        await api.create(manifest, { namespace }),
        await api.create(manifest, { namespace }),
      ];
      expect(one.metadata.name).to.match(/^page-\w{5}$/);
      expect(other.metadata.name)
        .to.match(/^page-\w{5}$/)
        .and.not.equal(one.metadata.name);
    }),

    clause(
      'create refuses a namespace that is another than the request’s, or is not there',
      async (ground) => {
        const { api, namespace } = ground;
        await expectRefusal(api.create(note('a', { namespace: 'other' }), { namespace }), 400, 'BadRequest');
        await expectRefusal(api.create(note('a', { namespace: `${namespace}-not` })), 404, 'NotFound');
      },
    ),

    clause('create refuses a name that is taken', async (ground) => {
      const { api, namespace } = ground;
      const made = await api.create(note('a', { data: { by: 'first' } }), { namespace });
      await expectRefusal(
        api.create(note('a', { data: { by: 'second' } }), { namespace }),
        409,
        'AlreadyExists',
      );
      expect(await api.get(noteIn(ground, 'a'))).to.deep.equal(made);
    }),

    clause('create refuses what is invalid, names each field, and stores nothing', async (ground) => {
      const { api, namespace } = ground;
      const refusal = await refusalOf(api.create(note('a', { data: { 'no key': '' } }), { namespace }));
      expect([refusal.code, refusal.reason]).to.deep.equal([422, 'Invalid']);
      expect(refusal.message).to.match(/^ConfigMap "a" is invalid: data\[no key\]: /);
      expect(refusal.status.causes?.map(({ field }) => field)).to.deep.equal(['data[no key]']);
      expect(await notesIn(ground)).to.deep.equal([]);
    }),

    clause('refuse to speak of what is not there', async (ground) => {
      const { api, namespace } = ground;
      const { items } = await api.list<Note>({ resource: resources.configmaps, namespace });
      expect(items.some(({ metadata }) => metadata.name === 'a')).to.equal(false);
      const ref = noteIn(ground, 'a');
      const gone = await api.create(note('b'), { namespace });
      await api.delete(noteIn(ground, 'b'));
      await expectRefusal(api.get(ref), 404, 'NotFound');
      await expectRefusal(api.patch(ref, {}, 'merge'), 404, 'NotFound');
      await expectRefusal(api.update(gone), 404, 'NotFound');
      await expectRefusal(api.delete(ref), 404, 'NotFound');
      await expectRefusal(api.evict({ namespace, name: 'a' }), 404, 'NotFound');
    }),

    clause('list gives all there is by name, in one namespace or in all', async (ground) => {
      const { api, namespace } = ground;
      for (const name of ['b', 'c', 'a']) await api.create(note(name), { namespace });
      expect(await notesIn(ground)).to.deep.equal(['a', 'b', 'c']);
      expect(await notesIn(ground, { namespace: undefined })).to.include.members(['a', 'b', 'c']);
      expect(await notesIn(ground, { namespace: 'default', fieldSelector: 'metadata.name=a' })).to.deep.equal(
        [],
      );
      const { items } = await api.list({ resource: resources.configmaps, namespace });
      for (const item of items) expect(item).to.include({ apiVersion: 'v1', kind: 'ConfigMap' });
    }),

    clause('delete removes at once what nothing holds back, and its name is free', async (ground) => {
      const { api, namespace } = ground;
      const first = await api.create(note('a'), { namespace });
      await api.delete(noteIn(ground, 'a'));
      await expectRefusal(api.get(noteIn(ground, 'a')), 404, 'NotFound');
      const second = await api.create(note('a'), { namespace });
      expect(second.metadata.uid).not.to.equal(first.metadata.uid);
    }),

    clause('deleteCollection removes what is selected, and nothing else', async (ground) => {
      const { api, namespace } = ground;
      for (const name of ['a', 'b']) await api.create(note(name, { labels: { tier: 'web' } }), { namespace });
      await api.create(note('c'), { namespace });
      await api.deleteCollection({ resource: resources.configmaps, namespace, labelSelector: 'tier=web' });
      expect(await notesIn(ground)).to.deep.equal(['c']);
    }),

    clause('evict makes a pod leave', async (ground) => {
      const { api, namespace } = ground;
      await api.create(pod('a', UNSCHEDULED), { namespace });
      await api.evict({ namespace, name: 'a' });
      await expectGone(ground, refIn(ground, pods, 'a'));
    }),
  ],
};
