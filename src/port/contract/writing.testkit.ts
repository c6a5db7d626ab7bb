import { expect } from 'chai';
import type { DaemonSet } from '../../kubernetes/kinds/daemonset/daemonSet';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { resources } from '../../kubernetes/kinds/resources';
import { type Chapter, clause } from './clause.testkit';
import { noteIn, refIn, refusalOf } from './ground.testkit';
import { daemonSet, IMAGE, NOWHERE, type Note, note, pod, UNSCHEDULED } from './objects.testkit';

const { daemonsets, pods } = resources;

/** The two ways to change an object. */
export const writing: Chapter = {
  title: 'patches and updates',
  clauses: [
    clause('merge maps, replace lists, and take away what is null', async (ground) => {
      const { api, namespace } = ground;
      await api.create(note('a', { data: { x: '1', y: '2' }, finalizers: ['contract/one'] }), { namespace });
      const patch = { data: { x: null, z: '3' }, metadata: { finalizers: [] } };
      const patched = (await api.patch(noteIn(ground, 'a'), patch, 'merge')) as Note;
      expect(patched.data).to.deep.equal({ y: '2', z: '3' });
      expect(patched.metadata.finalizers ?? []).to.deep.equal([]);
      expect(await api.get(noteIn(ground, 'a'))).to.deep.equal(patched);
    }),

    clause('drop fields that nobody knows only if they are told to', async ({ api, namespace }) => {
      const misspelt = () => daemonSet('a', { minReadySecond: 5 });
      const strict = await refusalOf(api.create(misspelt(), { namespace }));
      expect([strict.code, strict.message]).to.deep.equal([
        400,
        'DaemonSet in version "v1" cannot be handled as a DaemonSet: strict decoding error: unknown field "spec.minReadySecond"',
      ]);
      const warnings: string[] = [];
      const onWarning = (text: string): void => {
        warnings.push(text);
      };
      const created = await api.create(misspelt(), { namespace, fieldValidation: 'Warn', onWarning });
      expect(warnings).to.deep.equal(['unknown field "spec.minReadySecond"']);
      expect((created as DaemonSet).spec).not.to.have.property('minReadySecond');
      const ref = { resource: daemonsets, namespace, name: 'a' };
      const patch = { spec: { minReadySecond: 5 } };
      await api.patch(ref, patch, 'merge', { fieldValidation: 'Ignore', onWarning });
      expect(warnings).to.have.length(1);
      expect((await refusalOf(api.patch(ref, patch, 'merge'))).code).to.equal(422);
    }),

    clause('tell in their order what of an object is outdated', async ({ api, namespace }) => {
      const warnings: string[] = [];
      const selector = { nodeSelector: { 'beta.kubernetes.io/os': 'contract' } };
      await api.create(daemonSet('a', {}, { ...selector, terminationGracePeriodSeconds: -1 }), {
        namespace,
        onWarning: (text) => warnings.push(text),
      });
      expect(warnings).to.deep.equal([
        'spec.template.spec.nodeSelector[beta.kubernetes.io/os]: deprecated since v1.14; use "kubernetes.io/os" instead',
        'spec.template.spec.terminationGracePeriodSeconds: must be >= 0; negative values are invalid and will be treated as 1',
      ]);
    }),

    clause('only say what would be, if they are only tried', async (ground) => {
      const { api, namespace } = ground;
      const dryRun = true;
      const tried = (await api.create(note('a', { data: { x: '1' } }), { namespace, dryRun })) as Note;
      expect(tried.data).to.deep.equal({ x: '1' });
      expect((await refusalOf(api.get(noteIn(ground, 'a')))).code).to.equal(404);
      const stored = await api.create(note('a', { data: { x: '1' } }), { namespace });
      const patched = await api.patch(noteIn(ground, 'a'), { data: { x: '2' } }, 'merge', { dryRun });
      expect((patched as Note).data).to.deep.equal({ x: '2' });
      await api.delete(noteIn(ground, 'a'), { dryRun });
      expect(await api.get(noteIn(ground, 'a'))).to.deep.equal(stored);
    }),

    clause('of a status let labels through, and nothing of the spec', async (ground) => {
      const { api, namespace } = ground;
      await api.create(daemonSet('a', {}, { nodeSelector: NOWHERE }), { namespace });
      const patch = { metadata: { labels: { tier: 'a' } }, spec: { minReadySeconds: 7 } };
      const options = { subresource: 'status' } as const;
      const patched = (await api.patch(refIn(ground, daemonsets, 'a'), patch, 'merge', options)) as DaemonSet;
      expect(patched.metadata.labels).to.include({ tier: 'a' });
      expect(patched.spec.minReadySeconds ?? 0).to.equal(0);
    }),

    clause('merge the items of a list by their key, if they are strategic', async (ground) => {
      const { api, namespace } = ground;
      await api.create(daemonSet('a', {}, { nodeSelector: NOWHERE }), { namespace });
      const containers = [
        { name: 'main', image: `${IMAGE}.1` },
        { name: 'side', image: IMAGE },
      ];
      const patch = { spec: { template: { spec: { containers } } } };
      const { spec } = (await api.patch(refIn(ground, daemonsets, 'a'), patch, 'strategic')) as DaemonSet;
      expect(spec.template.spec?.containers.map(({ name, image }) => [name, image])).to.have.deep.members([
        ['main', `${IMAGE}.1`],
        ['side', IMAGE],
      ]);
      expect(spec.template.spec?.nodeSelector).to.deep.equal(NOWHERE);
    }),

    clause('carry out operations, if they are JSON patches', async (ground) => {
      const { api, namespace } = ground;
      await api.create(note('a', { data: { x: '1' } }), { namespace });
      const operations = [
        { op: 'test', path: '/data/x', value: '1' },
        { op: 'add', path: '/data/y', value: '2' },
        { op: 'remove', path: '/data/x' },
      ];
      const patched = (await api.patch(noteIn(ground, 'a'), operations, 'json')) as Note;
      expect(patched.data).to.deep.equal({ y: '2' });
      expect((await refusalOf(api.patch(noteIn(ground, 'a'), operations, 'json'))).code).to.equal(422);
    }),

    clause('leave a version alone that they do not change', async (ground) => {
      const { api, namespace } = ground;
      const made = await api.create(note('a', { data: { x: '1' } }), { namespace });
      const same = await api.patch(noteIn(ground, 'a'), { data: { x: '1' } }, 'merge');
      expect(same.metadata.resourceVersion).to.equal(made.metadata.resourceVersion);
      const other = await api.patch(noteIn(ground, 'a'), { data: { x: '2' } }, 'merge');
      expect(other.metadata.resourceVersion).not.to.equal(made.metadata.resourceVersion);
      expect(other.metadata.uid).to.equal(made.metadata.uid);
    }),

    clause('put a whole object in the place of what is there: update', async (ground) => {
      const { api, namespace } = ground;
      const made = (await api.create(note('a', { data: { x: '1', y: '2' } }), { namespace })) as Note;
      const written = await api.update<Note>({ ...made, data: { z: '3' } });
      expect(written.data).to.deep.equal({ z: '3' });
      expect(written.metadata).to.deep.include({ uid: made.metadata.uid, labels: made.metadata.labels });
      expect(await api.get(noteIn(ground, 'a'))).to.deep.equal(written);
    }),

    clause('change a status by its own endpoint only, and nothing else there', async (ground) => {
      const { api, namespace } = ground;
      const made = (await api.create(pod('a', UNSCHEDULED), { namespace })) as Pod;
      const ref = refIn(ground, pods, 'a');
      const status = { conditions: [{ type: 'contract/Seen', status: 'True' as const }] };
      const isSeen = ({ status }: Pod): boolean =>
        status.conditions?.some(({ type }) => type === 'contract/Seen') ?? false;
      expect(isSeen(await api.patch(ref, { status }, 'merge'))).to.equal(false);
      const patch = { status, spec: { activeDeadlineSeconds: 60 } };
      const seen = await api.patch(ref, patch, 'merge', { subresource: 'status' });
      expect([isSeen(seen), seen.spec]).to.deep.equal([true, made.spec]);
      const blank = { ...seen, status: { ...seen.status, conditions: [] } };
      expect(isSeen(await api.update<Pod>(blank))).to.equal(true);
      const { metadata } = await api.get(ref);
      expect(isSeen(await api.update<Pod>({ ...blank, metadata }, { subresource: 'status' }))).to.equal(
        false,
      );
    }),

    clause('count the generations of what is wanted', async (ground) => {
      const { api, namespace } = ground;
      const ref = refIn(ground, daemonsets, 'a');
      const made = await api.create(daemonSet('a', {}, { nodeSelector: NOWHERE }), { namespace });
      const labelled = await api.patch(ref, { metadata: { labels: { tier: 'web' } } }, 'merge');
      const changed = await api.patch(ref, { spec: { minReadySeconds: 1 } }, 'merge');
      const generations = [made, labelled, changed].map(({ metadata }) => metadata.generation);
      expect(generations).to.deep.equal([1, 1, 2]);
    }),
  ],
};
