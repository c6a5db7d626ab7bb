import { expect } from 'chai';
import { resources } from '../../kubernetes/kinds/resources';
import { type Chapter, clause } from './clause.testkit';
import { expectRefusal, type Ground, notesIn } from './ground.testkit';
import { note, OURS, pod, UNSCHEDULED } from './objects.testkit';

const LABELS = {
  a: { tier: 'web', zone: 'east' },
  b: { tier: 'web', zone: 'west' },
  c: { tier: 'db' },
  d: {},
};

const lay = async ({ api, namespace }: Ground): Promise<void> => {
  for (const [name, labels] of Object.entries(LABELS))
    await api.create(note(name, { labels }), { namespace });
};

const BY_LABEL: Readonly<Record<string, string>> = {
  'tier=web': 'a b',
  'tier==db': 'c',
  'tier!=web': 'c d',
  tier: 'a b c',
  '!zone': 'c d',
  'zone in (east,west)': 'a b',
  'tier notin (web)': 'c d',
  'tier=web,zone!=east': 'b',
  'tier=cache': '',
};

const BY_FIELD: Readonly<Record<string, string>> = {
  'metadata.name=b': 'b',
  'metadata.name!=b': 'a c d',
  'metadata.name=b,metadata.name=c': '',
};

/** How collections are narrowed down. */
export const selectors: Chapter = {
  title: 'selectors',
  clauses: [
    clause('select by labels', async (ground) => {
      await lay(ground);
      for (const [selector, names] of Object.entries(BY_LABEL)) {
        const selected = await notesIn(ground, { labelSelector: `${OURS},${selector}` });
        expect(selected.join(' '), selector).to.equal(names);
      }
    }),

    clause('select by fields', async (ground) => {
      await lay(ground);
      for (const [fieldSelector, names] of Object.entries(BY_FIELD)) {
        expect((await notesIn(ground, { fieldSelector })).join(' '), fieldSelector).to.equal(names);
      }
    }),

    clause('know the fields of each kind', async (ground) => {
      const { api, namespace } = ground;
      await api.create(pod('a', UNSCHEDULED), { namespace });
      const count = async (fieldSelector: string): Promise<number> =>
        (await api.list({ resource: resources.pods, namespace, fieldSelector })).items.length;
      expect(await count('spec.nodeName=,status.phase=Pending')).to.equal(1);
      expect(await count('status.phase!=Pending')).to.equal(0);
    }),

    clause('combine labels and fields', async (ground) => {
      await lay(ground);
      expect(
        await notesIn(ground, { labelSelector: 'tier=web', fieldSelector: 'metadata.name!=a' }),
      ).to.deep.equal(['b']);
    }),

    clause('select everything if they are empty', async (ground) => {
      await lay(ground);
      expect(await notesIn(ground, { labelSelector: '', fieldSelector: '' })).to.include.members([
        'a',
        'b',
        'c',
        'd',
      ]);
    }),

    clause(
      'are refused if they cannot be read, or name a field that nothing is selected by',
      async (ground) => {
        const { api, namespace } = ground;
        const query = { resource: resources.configmaps, namespace };
        for (const selection of [{ labelSelector: 'a in b' }, { fieldSelector: 'data.x=1' }]) {
          await expectRefusal(api.list({ ...query, ...selection }), 400, 'BadRequest');
          await expectRefusal(api.deleteCollection({ ...query, ...selection }), 400, 'BadRequest');
          await expectRefusal(
            api.watch({ ...query, ...selection }, () => {}),
            400,
            'BadRequest',
          );
        }
      },
    ),
  ],
};
