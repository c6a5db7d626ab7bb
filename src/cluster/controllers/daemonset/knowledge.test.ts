import { expect } from 'chai';
import type { DaemonSet } from '../../../kubernetes/kinds/daemonset/daemonSet';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { aDaemonSet, aPod, managedBy, type PodTraits } from '../../../kubernetes/kinds/samples.testkit';
import type { StoreEvent } from '../../apiserver/registry/topic';
import type { History } from './history';
import { event, inNamespace, Listener } from './knowledge.testkit';

const FOR_AGENT = { app: 'agent' };

describe('news', () => {
  let listener = new Listener();
  beforeEach(() => {
    listener = new Listener();
  });

  const wokenBy = (news: () => void) => listener.wokenBy(news);
  const stateOf = (name?: string) => listener.stateOf(name);
  const set = (object?: DaemonSet, type?: StoreEvent['type']) => listener.set(object, type);
  const pod = (object: Pod, serial?: number) => listener.pod(object, serial);
  const changed = (before: Pod, after: Pod) => listener.knowledge.onPod(event('MODIFIED', after, 0, before));
  const gone = (before: Pod) => listener.knowledge.onPod(event('DELETED', { ...before }, 0, before));
  /** The pods that a set has to look at. */
  const touched = (name = 'agent') => stateOf(name).touched.map((known) => known.pod?.metadata.name);

  describe('of a pod', () => {
    beforeEach(() => {
      for (const name of ['agent', 'proxy']) set(aDaemonSet({ name }));
    });
    const mine = (traits: PodTraits = {}): Pod => aPod({ owner: 'agent', ...traits });

    it('wake the set that manages it, and no other, though it matches', () => {
      expect(wokenBy(() => pod(mine({ labels: { app: 'proxy' } })))).to.deep.equal(['shop/agent']);
      expect([touched('agent'), touched('proxy')]).to.deep.equal([['agent-x'], []]);
    });

    it('wake the sets that may adopt it, if nobody manages it', () => {
      set(aDaemonSet({ name: 'rival', spec: { selector: { matchLabels: FOR_AGENT } } }));
      expect(wokenBy(() => pod(aPod({ labels: FOR_AGENT })))).to.deep.equal(['shop/agent', 'shop/rival']);
      expect([touched('agent'), touched('rival'), touched('proxy')]).to.deep.equal([
        ['agent-x'],
        ['agent-x'],
        [],
      ]);
    });

    it('wake nobody if it is in another namespace', () => {
      expect(wokenBy(() => pod(inNamespace(aPod({ labels: FOR_AGENT }), 'other')))).to.deep.equal([]);
    });

    it('wake nobody if somebody else manages it, though it matches', () => {
      const replicaSet = { ...managedBy('agent'), kind: 'ReplicaSet' };
      const theirs = aPod({ labels: FOR_AGENT });
      const owned = { ...theirs, metadata: { ...theirs.metadata, ownerReferences: [replicaSet] } };
      expect(wokenBy(() => pod(owned))).to.deep.equal([]);
      expect(wokenBy(() => pod(aPod({ labels: FOR_AGENT, owner: 'stranger' })))).to.deep.equal([]);
    });

    it('wake its former manager, too, if it has another now or none', () => {
      const [own, free] = [mine(), aPod({ labels: { app: 'proxy' } })];
      pod(own);
      expect(wokenBy(() => changed(own, free))).to.have.members(['shop/agent', 'shop/proxy']);
      expect(wokenBy(() => changed(free, aPod({ owner: 'proxy' })))).to.include('shop/proxy');
      expect(wokenBy(() => changed(aPod({ owner: 'proxy' }), own))).to.have.members([
        'shop/agent',
        'shop/proxy',
      ]);
    });

    it('wake its manager once for a change of anything else', () => {
      const own = mine();
      pod(own);
      expect(wokenBy(() => changed(own, { ...own, status: { phase: 'Failed' } }))).to.deep.equal([
        'shop/agent',
      ]);
    });

    it('that is gone wake its manager, who finds nothing', () => {
      const own = mine();
      pod(own);
      expect(wokenBy(() => gone(own))).to.deep.equal(['shop/agent']);
      expect(touched()).to.deep.equal([undefined, undefined]);
    });
  });

  describe('of a pod that nobody manages', () => {
    const orphan = aPod({ labels: FOR_AGENT });
    beforeEach(() => {
      set();
      pod(orphan);
      stateOf().touched.length = 0;
    });

    it('wake the sets that may adopt it when its labels change', () => {
      const relabelled = aPod({ labels: { ...FOR_AGENT, tier: 'web' } });
      expect(wokenBy(() => changed(orphan, relabelled))).to.deep.equal(['shop/agent']);
    });

    it('wake nobody when anything else changes, though the set will look at it', () => {
      expect(wokenBy(() => changed(orphan, { ...orphan, status: { phase: 'Failed' } }))).to.deep.equal([]);
      expect(touched()).to.deep.equal(['agent-x']);
    });

    it('wake nobody when it is deleted, or gone', () => {
      const leaving = aPod({ labels: { ...FOR_AGENT, tier: 'web' }, terminating: true });
      expect(wokenBy(() => changed(orphan, leaving))).to.deep.equal([]);
      expect(wokenBy(() => gone(leaving))).to.deep.equal([]);
    });
  });

  describe('of a pod that has become ready', () => {
    const [waiting, ready] = [aPod({ owner: 'agent' }), aPod({ owner: 'agent', readySince: 0 })];
    const alarms = (before: Pod, after: Pod) => listener.alarmsBy(() => changed(before, after));
    beforeEach(() => {
      set(aDaemonSet({ spec: { minReadySeconds: 30 } }));
      pod(waiting);
    });

    it('bring its set back a second after it is available', () => {
      expect(alarms(waiting, ready)).to.deep.equal({ 'shop/agent': 31_000 });
    });

    it('do so once: not if it was ready before, or is no longer', () => {
      expect(alarms(ready, { ...ready, status: { ...ready.status, phase: 'Running' } })).to.deep.equal({});
      expect(alarms(ready, waiting)).to.deep.equal({});
    });

    it('do not if it is on its way out, new here, or available at once', () => {
      expect(alarms(waiting, aPod({ owner: 'agent', readySince: 0, terminating: true }))).to.deep.equal({});
      expect(listener.alarmsBy(() => pod(ready))).to.deep.equal({});
      set(aDaemonSet(), 'MODIFIED');
      expect(alarms(waiting, ready)).to.deep.equal({});
    });

    it('do not if nobody manages it', () => {
      const [orphan, served] = [aPod({ labels: FOR_AGENT }), aPod({ labels: FOR_AGENT, readySince: 0 })];
      expect(alarms(orphan, served)).to.deep.equal({});
    });
  });

  describe('of a pod are what its manager has waited for', () => {
    const MINUTE = 60_000;
    const own = aPod({ owner: 'agent' });
    const leaving = aPod({ owner: 'agent', terminating: true });
    /** Whether a set that waits for this has seen it, after some news. */
    const seen = (creations: number, deletions: number, news: () => void): boolean => {
      stateOf().expectations.expect(creations, deletions, 0);
      expect(stateOf().expectations.satisfied(MINUTE)).to.equal(false);
      news();
      return stateOf().expectations.satisfied(MINUTE);
    };
    beforeEach(() => set());

    it('if it is new and was to be created', () => {
      expect(seen(1, 0, () => pod(own))).to.equal(true);
      expect(seen(2, 0, () => pod(own))).to.equal(false);
    });

    it('if it was to be deleted, as soon as it is on its way out', () => {
      expect(seen(0, 1, () => changed(own, leaving))).to.equal(true);
      expect(seen(0, 1, () => gone(own))).to.equal(true);
    });

    it('but not if it is new and on its way out already, and was to be created', () => {
      expect(seen(1, 0, () => pod(leaving))).to.equal(false);
      expect(seen(0, 1, () => pod(leaving))).to.equal(true);
    });

    it('but not if it has only changed', () => {
      expect(seen(1, 0, () => changed(own, { ...own, status: { phase: 'Failed' } }))).to.equal(false);
      expect(seen(0, 1, () => changed(own, { ...own, status: { phase: 'Failed' } }))).to.equal(false);
    });

    it("but not if it is somebody else's", () => {
      expect(seen(1, 0, () => pod(aPod({ labels: FOR_AGENT })))).to.equal(false);
      expect(seen(1, 0, () => pod(aPod({ owner: 'stranger' })))).to.equal(false);
    });
  });

  describe('of a new set', () => {
    it('wake it', () => {
      expect(wokenBy(() => set())).to.deep.equal(['shop/agent']);
    });

    it('have it look at its own pods and at those that it may adopt', () => {
      pod(aPod({ name: 'own', owner: 'agent' }), 0);
      pod(aPod({ name: 'orphan', labels: FOR_AGENT }), 1);
      set();
      expect(touched()).to.deep.equal(['own', 'orphan']);
    });

    it("have it look at no other pods: those it does not select, others', elsewhere, or gone", () => {
      pod(aPod({ name: 'other', labels: { app: 'other' } }), 0);
      pod(aPod({ name: 'theirs', labels: FOR_AGENT, owner: 'stranger' }), 1);
      pod(inNamespace(aPod({ name: 'elsewhere', labels: FOR_AGENT }), 'other'), 2);
      pod(aPod({ name: 'gone', labels: FOR_AGENT }), 3);
      listener.knowledge.onPod(event('DELETED', aPod({ name: 'gone', labels: FOR_AGENT }), 3));
      set();
      expect(touched()).to.deep.equal([]);
    });

    it('of the same name as one that is gone have it begin anew', () => {
      set();
      const former = stateOf();
      const object = aDaemonSet();
      const heir = { ...object, metadata: { ...object.metadata, uid: 'uid-of-heir' } };
      pod(aPod({ owner: 'agent' }));
      expect(wokenBy(() => set(heir, 'MODIFIED'))).to.deep.equal(['shop/agent']);
      expect(stateOf()).not.to.equal(former);
      expect(touched()).to.deep.equal([]);
    });
  });

  describe('of a set', () => {
    const history = {} as History;
    beforeEach(() => {
      set();
      stateOf().history = history;
    });

    it('wake it with its new version', () => {
      const state = stateOf();
      const next = aDaemonSet({ annotations: { note: 'new' } });
      expect(wokenBy(() => set(next, 'MODIFIED'))).to.deep.equal(['shop/agent']);
      expect(stateOf()).to.equal(state);
      expect(state.set).to.equal(next);
    });

    it('have it find its revision again if its template has changed', () => {
      const { template } = stateOf().set.spec;
      set(aDaemonSet({ spec: { minReadySeconds: 10, template } }), 'MODIFIED');
      expect(stateOf().history).to.equal(history);
      set(aDaemonSet({ template: { hostNetwork: true } }), 'MODIFIED');
      expect(stateOf().history).to.equal(undefined);
    });

    it('that is gone are the last of it', () => {
      expect(wokenBy(() => set(aDaemonSet(), 'DELETED'))).to.deep.equal([]);
      expect(listener.knowledge.set('shop/agent')).to.equal(undefined);
      expect(wokenBy(() => pod(aPod({ owner: 'agent' })))).to.deep.equal([]);
    });
  });
});
