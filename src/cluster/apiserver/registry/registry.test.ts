import { expect } from 'chai';
import type { DaemonSet } from '../../../kubernetes/kinds/daemonset/daemonSet';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { resources } from '../../../kubernetes/kinds/resources';
import type { KubeObject, Manifest } from '../../../kubernetes/object';
import { badRequest } from '../../../kubernetes/refusals';
import { NAMESPACE, refusalOf, Stage } from '../../stage.testkit';
import { administrator } from '../requests/caller';

const { daemonsets, pods } = resources;

const manifest = (labels = { app: 'agent' }): Manifest => ({
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { name: 'agent' },
  spec: {
    selector: { matchLabels: { app: 'agent' } },
    template: { metadata: { labels }, spec: { containers: [{ name: 'main', image: 'agent:v1' }] } },
  },
});

const aPod = (spec: object = {}): Manifest => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'agent-1' },
  spec: { containers: [{ name: 'main', image: 'agent:v1' }], ...spec },
});

describe('the registry', () => {
  let stage = new Stage();
  beforeEach(() => {
    stage = new Stage();
  });

  const create = (body: Manifest, validate?: (object: KubeObject) => void): KubeObject =>
    stage.registry.create(body.kind === 'Pod' ? pods : daemonsets, NAMESPACE, body, validate);
  const asUser = (body: Manifest) => () => stage.server.create(body, administrator, NAMESPACE);
  const refuse = () => {
    throw badRequest('no');
  };

  describe('takes from components what it would not take from others', () => {
    it('an object that is not valid', () => {
      const invalid = manifest({ app: 'other' });
      expect(refusalOf(asUser(invalid)).code).to.equal(422);
      expect(create(invalid).metadata.name).to.equal('agent');
    });

    it('a field that the schema does not have', () => {
      const unknown = { ...manifest(), colour: 'blue' };
      expect(refusalOf(asUser(unknown)).message).to.match(/unknown field "colour"/);
      expect(create(unknown)).to.have.property('colour', 'blue');
    });

    it('a change that is not allowed', () => {
      create(manifest());
      const change = (set: DaemonSet): DaemonSet => ({
        ...set,
        spec: { ...set.spec, selector: { matchLabels: { app: 'other' } } },
      });
      const patch = { spec: { selector: { matchLabels: { app: 'other' } } } };
      const patching = () =>
        stage.server.patch(daemonsets, NAMESPACE, 'agent', { patch, type: 'merge' }, administrator);
      expect(refusalOf(patching).message).to.match(/field is immutable/);
      const next = stage.registry.update(daemonsets, NAMESPACE, 'agent', change);
      expect(next.spec.selector).to.deep.equal({ matchLabels: { app: 'other' } });
    });
  });

  describe('does to everybody', () => {
    it('what defaults and admission do', () => {
      const { spec } = create(aPod()) as Pod;
      expect([spec.restartPolicy, spec.serviceAccountName, spec.priority]).to.deep.equal([
        'Always',
        'default',
        0,
      ]);
    });

    it('what a quota does', () => {
      stage.quota('none', { pods: '0' });
      for (const write of [() => create(aPod()), asUser(aPod())])
        expect(refusalOf(write).message).to.match(/exceeded quota: none/);
    });

    it('what a namespace on its way out does', () => {
      stage.delete(resources.namespaces, NAMESPACE);
      for (const write of [() => create(aPod()), asUser(aPod())])
        expect(refusalOf(write).message).to.match(/because it is being terminated/);
    });
  });

  describe('has a new object checked', () => {
    it('when it is complete', () => {
      let checked: KubeObject | undefined;
      const stored = create(aPod(), (pod) => {
        checked = structuredClone(pod);
      });
      const { metadata, spec, status } = checked as Pod;
      expect([metadata.name, metadata.uid]).to.deep.equal(['agent-1', stored.metadata.uid]);
      expect([spec.priority, status.phase]).to.deep.equal([0, 'Pending']);
    });

    it('before its name is known to be free', () => {
      create(aPod());
      expect(refusalOf(() => create(aPod(), refuse)).message).to.equal('no');
      expect(refusalOf(() => create(aPod())).reason).to.equal('AlreadyExists');
    });

    it('and stores nothing that is refused', () => {
      refusalOf(() => create(aPod(), refuse));
      expect(stage.names(pods)).to.deep.equal([]);
    });
  });

  describe('has a change checked', () => {
    const update = (
      change: (set: DaemonSet) => DaemonSet | undefined,
      validate: (next: DaemonSet, current: DaemonSet) => void,
    ) => stage.registry.update<DaemonSet>(daemonsets, NAMESPACE, 'agent', change, { validate });
    const slower = (set: DaemonSet): DaemonSet => ({ ...set, spec: { ...set.spec, minReadySeconds: 5 } });

    it('beside what is stored, when identity and generations are settled', () => {
      const set = create(manifest());
      update(
        (current) => ({ ...slower(current), metadata: { ...current.metadata, generation: 77 } }),
        (next, current) => {
          expect(current).to.equal(set);
          expect([next.spec.minReadySeconds, next.metadata.generation]).to.deep.equal([5, 2]);
        },
      );
      expect(stage.find<DaemonSet>(daemonsets, 'agent')?.spec.minReadySeconds).to.equal(5);
    });

    it('and stores nothing that is refused', () => {
      const set = create(manifest());
      expect(refusalOf(() => update(slower, refuse)).message).to.equal('no');
      expect(stage.find(daemonsets, 'agent')).to.equal(set);
    });

    it('unless it changes nothing', () => {
      const set = create(manifest());
      const { revision } = stage.registry.store;
      for (const change of [() => undefined, (same: DaemonSet) => same, (same: DaemonSet) => ({ ...same })])
        expect(update(change, refuse)).to.equal(set);
      expect(stage.registry.store.revision).to.equal(revision);
    });
  });

  it('gives a namespace its date of deletion once', () => {
    const { namespaces } = resources;
    const remove = () => stage.registry.delete(namespaces, undefined, NAMESPACE);
    const leaving = remove();
    expect(leaving.metadata.deletionTimestamp).to.equal('2026-01-01T00:00:00Z');
    stage.loop.pass(5000);
    expect(remove()).to.equal(leaving);
    expect(stage.find(namespaces, NAMESPACE)).to.equal(leaving);
  });
});
