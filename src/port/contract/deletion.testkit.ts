import { expect } from 'chai';
import { resources } from '../../kubernetes/kinds/resources';
import type { KubeObject, OwnerReference } from '../../kubernetes/object';
import type { DeleteOptions, ObjectRef } from '../api';
import { type Chapter, clause } from './clause.testkit';
import { expectGone, expectRefusal, type Ground, noteIn, refusalOf } from './ground.testkit';
import { note } from './objects.testkit';

const HOLD = ['example.com/hold'];

const owned = ({ apiVersion, kind, metadata: { name, uid } }: KubeObject): OwnerReference => ({
  apiVersion,
  kind,
  name,
  uid,
  controller: true,
  blockOwnerDeletion: true,
});

/** An owner, and a note that it owns, which something holds back. */
const family = async ({ api, namespace }: Ground): Promise<void> => {
  const owner = await api.create(note('owner'), { namespace });
  const manifest = note('owned', { ownerReferences: [owned(owner)], finalizers: HOLD });
  await api.create(manifest, { namespace });
};

const release = ({ api }: Ground, ref: ObjectRef): Promise<KubeObject> =>
  api.patch(ref, { metadata: { finalizers: null } }, 'merge');

const expectLeaving = ({ api, cluster }: Ground, ref: ObjectRef): Promise<void> =>
  cluster.time.eventually(async () => {
    expect((await api.get(ref)).metadata.deletionTimestamp).to.be.a('string');
  });

const isThere = async ({ api }: Ground, ref: ObjectRef): Promise<boolean> =>
  api.get(ref).then(
    () => true,
    () => false,
  );

/** What becomes of objects that are to go, and of what they own. */
export const deletion: Chapter = {
  title: 'deletion',
  clauses: [
    clause('waits for finalizers, and is final once they are gone', async (ground) => {
      const { api, namespace } = ground;
      const ref = noteIn(ground, 'a');
      const { metadata } = await api.create(note('a', { finalizers: HOLD }), { namespace });
      await api.delete(ref);
      const leaving = (await api.get(ref)).metadata;
      expect(leaving).to.include({ uid: metadata.uid }).and.have.property('deletionTimestamp');
      expect(leaving.finalizers).to.deep.equal(HOLD);
      await api.delete(ref);
      expect((await api.get(ref)).metadata.deletionTimestamp).to.equal(leaving.deletionTimestamp);
      await release(ground, ref);
      await expectRefusal(api.get(ref), 404, 'NotFound');
    }),

    clause('keeps the name until the object is gone', async (ground) => {
      const { api, namespace } = ground;
      await api.create(note('a', { finalizers: HOLD }), { namespace });
      await api.delete(noteIn(ground, 'a'));
      const refusal = await refusalOf(api.create(note('a'), { namespace }));
      expect(refusal.reason).to.equal('AlreadyExists');
      expect(refusal.message).to.match(/^object is being deleted: configmaps "a" already exists/);
    }),

    clause('in the background takes the owner first, and then what it owns', async (ground) => {
      for (const options of [undefined, { propagationPolicy: 'Background' }] satisfies (
        | DeleteOptions
        | undefined
      )[]) {
        await family(ground);
        await ground.api.delete(noteIn(ground, 'owner'), options);
        expect(await isThere(ground, noteIn(ground, 'owner'))).to.equal(false);
        await expectLeaving(ground, noteIn(ground, 'owned'));
        await release(ground, noteIn(ground, 'owned'));
        await expectGone(ground, noteIn(ground, 'owned'));
      }
    }),

    clause('in the foreground takes the owner last', async (ground) => {
      await family(ground);
      await ground.api.delete(noteIn(ground, 'owner'), { propagationPolicy: 'Foreground' });
      await expectLeaving(ground, noteIn(ground, 'owned'));
      await ground.cluster.time.settle();
      const { metadata } = await ground.api.get(noteIn(ground, 'owner'));
      expect(metadata.finalizers).to.deep.equal(['foregroundDeletion']);
      await release(ground, noteIn(ground, 'owned'));
      await expectGone(ground, noteIn(ground, 'owner'));
    }),

    clause('leaves orphans, if that is asked for', async (ground) => {
      const { api, cluster } = ground;
      await family(ground);
      await api.delete(noteIn(ground, 'owner'), { propagationPolicy: 'Orphan' });
      await expectGone(ground, noteIn(ground, 'owner'));
      await cluster.time.settle();
      const { metadata } = await api.get(noteIn(ground, 'owned'));
      expect([metadata.ownerReferences ?? [], metadata.deletionTimestamp]).to.deep.equal([[], undefined]);
    }),

    clause('takes what is owned by somebody who is not there', async (ground) => {
      const { api, namespace } = ground;
      const owner = await api.create(note('owner'), { namespace });
      await api.delete(noteIn(ground, 'owner'));
      await api.create(note('owned', { ownerReferences: [owned(owner)] }), { namespace });
      await expectGone(ground, noteIn(ground, 'owned'));
    }),

    clause('knows no other policy', async (ground) => {
      const { api, namespace } = ground;
      await api.create(note('a'), { namespace });
      const options = { propagationPolicy: 'Sideways' } as unknown as DeleteOptions;
      await expectRefusal(api.delete(noteIn(ground, 'a'), options), 422, 'Invalid');
      expect(await isThere(ground, noteIn(ground, 'a'))).to.equal(true);
    }),

    clause('of a namespace takes all that is in it', async (ground) => {
      const { api, namespace } = ground;
      await api.create(note('a'), { namespace });
      const ref = { resource: resources.namespaces, name: namespace };
      await api.delete(ref);
      await expectGone(ground, ref);
      await expectRefusal(api.get(noteIn(ground, 'a')), 404, 'NotFound');
    }),
  ],
};
