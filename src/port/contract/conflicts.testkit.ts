import { expect } from 'chai';
import { type Chapter, clause } from './clause.testkit';
import { expectRefusal, type Ground, noteIn, refusalOf } from './ground.testkit';
import { type Note, note } from './objects.testkit';

/** A note as it was first, and as it is since somebody changed it. */
const changed = async (ground: Ground): Promise<{ readonly first: Note; readonly now: Note }> => {
  const { api, namespace } = ground;
  const first = (await api.create(note('a', { data: { by: 'one' } }), { namespace })) as Note;
  const now = (await api.patch(noteIn(ground, 'a'), { data: { by: 'other' } }, 'merge')) as Note;
  return { first, now };
};

const expectUntouched = async (ground: Ground, expected: Note): Promise<void> => {
  expect(await ground.api.get(noteIn(ground, 'a'))).to.deep.equal(expected);
};

/** Nobody overwrites what they have not read. */
export const conflicts: Chapter = {
  title: 'conflicts',
  clauses: [
    clause('keep an update from overwriting what its sender has not read', async (ground) => {
      const { first, now } = await changed(ground);
      const refusal = await refusalOf(ground.api.update<Note>({ ...first, data: { by: 'one again' } }));
      expect([refusal.code, refusal.reason]).to.deep.equal([409, 'Conflict']);
      expect(refusal.message).to.match(
        /^Operation cannot be fulfilled on configmaps "a": the object has been modified;/,
      );
      await expectUntouched(ground, now);
    }),

    clause('do not keep one from it that names no version', async (ground) => {
      const { first, now } = await changed(ground);
      const { resourceVersion: _, ...metadata } = first.metadata;
      const written = await ground.api.update<Note>({
        ...first,
        metadata: metadata as Note['metadata'],
        data: { by: 'one again' },
      });
      expect(written.data).to.deep.equal({ by: 'one again' });
      expect(written.metadata.resourceVersion).not.to.equal(now.metadata.resourceVersion);
    }),

    clause('let one of two writers through who have read the same', async (ground) => {
      const { api } = ground;
      const { now } = await changed(ground);
      const outcomes = await Promise.allSettled(
        ['left', 'right'].map((by) => api.update<Note>({ ...now, data: { by } })),
      );
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).to.have.length(1);
    }),

    clause('keep an update from an object that is another one of the same name', async (ground) => {
      const { now } = await changed(ground);
      const stranger = { ...now.metadata, uid: '00000000-0000-4000-8000-000000000000' };
      await expectRefusal(ground.api.update({ ...now, metadata: stranger }), 409, 'Conflict');
      await expectUntouched(ground, now);
    }),

    clause('keep a patch from another version than it is for', async (ground) => {
      const { first, now } = await changed(ground);
      const { resourceVersion } = first.metadata;
      const patch = { metadata: { resourceVersion }, data: { by: 'one again' } };
      await expectRefusal(ground.api.patch(noteIn(ground, 'a'), patch, 'merge'), 409, 'Conflict');
      await expectUntouched(ground, now);
    }),

    clause('keep a deletion from what its preconditions do not mean', async (ground) => {
      const { api } = ground;
      const { first, now } = await changed(ground);
      const ref = noteIn(ground, 'a');
      const { uid, resourceVersion } = now.metadata;
      const stale = { uid, resourceVersion: first.metadata.resourceVersion };
      await expectRefusal(api.delete(ref, { preconditions: { uid: 'another' } }), 409, 'Conflict');
      await expectRefusal(api.delete(ref, { preconditions: stale }), 409, 'Conflict');
      await expectUntouched(ground, now);
      await api.delete(ref, { preconditions: { uid, resourceVersion } });
      await expectRefusal(api.get(ref), 404, 'NotFound');
    }),
  ],
};
