import { expect } from 'chai';
import type { DaemonSet } from '../../../kubernetes/kinds/daemonset/daemonSet';
import { TEMPLATE_GENERATION } from '../../../kubernetes/kinds/daemonset/templateGeneration';
import { readNodeSelector } from '../../../kubernetes/kinds/namespace/nodeSelector';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import {
  aDaemonSet,
  aNode,
  aPod,
  managedBy,
  type PodTraits,
} from '../../../kubernetes/kinds/samples.testkit';
import type { NodeSlot, NodeState } from './nodeState';
import { type KnownPod, SetState } from './setState';

const HASH = 'controller-revision-hash';
const NEW = { [HASH]: 'new' };
const OLD = { [HASH]: 'old' };

const known = (pod?: Pod): KnownPod => ({ pod, state: undefined, node: undefined, claimed: undefined });
const names = (nodes: Iterable<NodeState>): string[] => [...nodes].map(({ name }) => name);

describe('what is known of a daemon set', () => {
  let slots = new Map<string, NodeSlot>();
  let state = new SetState('shop/agent', aDaemonSet(), () => ({ object: undefined }));
  beforeEach(() => {
    slots = new Map([
      ['east-1', { object: aNode() }],
      ['west-1', { object: aNode({ name: 'west-1' }) }],
    ]);
    state = stateOf();
  });

  const stateOf = (set: DaemonSet = aDaemonSet()): SetState =>
    new SetState(`shop/${set.metadata.name}`, set, (node) => slots.get(node) ?? { object: undefined });
  const pods = (node = 'east-1') => state.nodeOf(node).pods;
  /** The set keeps a pod, on east-1 if nothing else is said. */
  const keep = (traits: PodTraits = {}, entry = known()): KnownPod => {
    state.keep(entry, aPod({ node: 'east-1', ...traits }));
    return entry;
  };
  /** Its nodes are looked at with this revision. */
  const prepare = (hash = 'new') => state.prepare(undefined, hash);
  const refresh = (node = 'east-1', now = 0) => state.refresh(state.nodeOf(node), now);

  describe('has a state for each node', () => {
    it('which knows what everybody knows of the node', () => {
      const node = state.nodeOf('east-1');
      expect(node.name).to.equal('east-1');
      expect(node.slot).to.equal(slots.get('east-1'));
      expect(state.nodeOf('east-1')).to.equal(node);
      expect(state.nodeOf('west-1')).not.to.equal(node);
      expect(names(state.nodes())).to.deep.equal(['east-1', 'west-1']);
    });

    it('which is handed out once when its view is out of date', () => {
      for (const node of ['east-1', 'west-1', 'east-1']) state.markChanged(state.nodeOf(node));
      expect(names(state.takeChanged())).to.deep.equal(['east-1', 'west-1']);
      expect(state.takeChanged()).to.deep.equal([]);
      state.markChanged(state.nodeOf('east-1'));
      expect(names(state.takeChanged())).to.deep.equal(['east-1']);
    });

    it('which is handed out once when its pods have to be looked at', () => {
      for (const node of ['east-1', 'west-1', 'east-1']) state.markUnmanaged(state.nodeOf(node));
      expect(names(state.takeUnmanaged())).to.deep.equal(['east-1', 'west-1']);
      expect(state.takeUnmanaged()).to.deep.equal([]);
      state.markUnmanaged(state.nodeOf('east-1'));
      expect(names(state.takeUnmanaged())).to.deep.equal(['east-1']);
    });

    it('which may need a pod, or have some too many, until it is looked at again', () => {
      const node = state.nodeOf('east-1');
      const tooMany = [aPod()];
      state.setNeeds(node, true, []);
      expect([names(state.needs), names(state.surplus)]).to.deep.equal([['east-1'], []]);
      state.setNeeds(node, false, tooMany);
      expect([names(state.needs), names(state.surplus)]).to.deep.equal([[], ['east-1']]);
      expect(node.surplus).to.equal(tooMany);
      state.setNeeds(node, false, []);
      expect([names(state.needs), names(state.surplus)]).to.deep.equal([[], []]);
      expect(node.surplus).to.deep.equal([]);
    });
  });

  describe('is its pods', () => {
    it('at the node they are bound to or, while they are unbound, the one their affinity names', () => {
      const bound = keep({ name: 'bound', meantFor: 'west-1' });
      const waiting = known();
      state.keep(waiting, aPod({ name: 'waiting', meantFor: 'west-1' }));
      expect(pods('east-1')).to.deep.equal([bound.claimed]);
      expect(pods('west-1')).to.deep.equal([waiting.claimed]);
      expect(waiting.node).to.equal(state.nodeOf('west-1'));
    });

    it("but none that is meant for no node: that is nobody's", () => {
      const entry = known();
      state.keep(entry, aPod());
      expect(entry.state).to.equal(undefined);
      expect([...state.nodes()]).to.deep.equal([]);
    });

    it('each in its latest version, in the place of the one before', () => {
      const first = keep({ name: 'first' });
      keep({ name: 'second' });
      keep({ name: 'first', phase: 'Failed' }, first);
      expect(pods().map(({ metadata, status }) => [metadata.name, status.phase])).to.deep.equal([
        ['first', 'Failed'],
        ['second', 'Running'],
      ]);
      expect(first.claimed).to.equal(pods()[0]);
    });

    it('on another node once they are bound elsewhere than they were meant for', () => {
      const entry = known();
      state.keep(entry, aPod({ meantFor: 'west-1' }));
      keep({ meantFor: 'west-1' }, entry);
      expect(pods('west-1')).to.deep.equal([]);
      expect(pods('east-1')).to.deep.equal([entry.claimed]);
    });

    it('until they are given up', () => {
      const [gone, left] = [keep({ name: 'gone' }), keep({ name: 'left' })];
      state.takeChanged();
      state.drop(gone);
      expect(pods()).to.deep.equal([left.claimed]);
      expect(names(state.takeChanged())).to.deep.equal(['east-1']);
      expect([gone.state, gone.node, gone.claimed]).to.deep.equal([undefined, undefined, undefined]);
    });

    it('and no longer those of the set that has lost them to it', () => {
      const other = stateOf(aDaemonSet({ name: 'other' }));
      const entry = keep();
      state.takeChanged();
      other.keep(entry, entry.claimed as Pod);
      expect(pods()).to.deep.equal([]);
      expect(names(state.takeChanged())).to.deep.equal(['east-1']);
      expect(other.nodeOf('east-1').pods).to.deep.equal([entry.claimed]);
      state.drop(entry);
      expect(other.nodeOf('east-1').pods).to.deep.equal([entry.claimed]);
    });

    it('which it still has as long as their labels and owners are the same', () => {
      const pod = aPod({ node: 'east-1', labels: OLD, owner: 'agent' });
      const entry = known();
      state.keep(entry, pod);
      const now = (metadata: Partial<Pod['metadata']>): Pod => ({
        ...pod,
        metadata: { ...pod.metadata, ...metadata },
      });
      expect(state.stillHas(entry, now({ resourceVersion: '2' }))).to.equal(true);
      expect(state.stillHas(entry, now({ labels: NEW }))).to.equal(false);
      expect(state.stillHas(entry, now({ ownerReferences: [managedBy('other')] }))).to.equal(false);
      expect(stateOf().stillHas(entry, pod)).to.equal(false);
    });
  });

  describe('makes it look at a node again', () => {
    const before = aPod({ node: 'east-1', labels: OLD });
    /** Whether a change of the pod makes a difference, to a set that has these pods beside it. */
    const changedTo = (after: Pod, ...others: readonly Pod[]): boolean => {
      state = stateOf();
      const entry = known();
      state.keep(entry, before);
      for (const other of others) state.keep(known(), other);
      state.takeChanged();
      state.keep(entry, after);
      return state.takeChanged().length > 0;
    };

    it('when its only pod there has been relabelled or deleted, has ended, or has turned ready', () => {
      const metadata = { ...before.metadata, deletionTimestamp: before.metadata.creationTimestamp };
      expect(changedTo({ ...before, metadata: { ...before.metadata, labels: NEW } })).to.equal(true);
      expect(changedTo({ ...before, metadata })).to.equal(true);
      expect(changedTo({ ...before, status: { phase: 'Failed' } })).to.equal(true);
      expect(changedTo({ ...before, status: aPod({ readySince: 0 }).status })).to.equal(true);
    });

    it('but not when it has got an address or an annotation', () => {
      const metadata = { ...before.metadata, annotations: { note: 'new' } };
      const status = { ...before.status, podIP: '10.1.0.1' };
      expect(changedTo({ ...before, metadata, status })).to.equal(false);
    });

    it('when one of several pods has changed at all: being bound decides which one stays', () => {
      const other = aPod({ name: 'other', node: 'east-1' });
      expect(changedTo({ ...before, spec: { ...before.spec } }, other)).to.equal(true);
      expect(changedTo({ ...before, spec: { ...before.spec } })).to.equal(false);
    });

    it('but not for a version that it has already', () => {
      expect(changedTo(before, aPod({ name: 'other', node: 'east-1' }))).to.equal(false);
    });
  });

  describe('is which revisions are live', () => {
    it('those that some pod was made from', () => {
      const first = keep({ labels: OLD });
      const second = keep({ name: 'second', labels: OLD });
      expect([state.isLive('old'), state.isLive('new')]).to.deep.equal([true, false]);
      state.drop(first);
      expect(state.isLive('old')).to.equal(true);
      state.drop(second);
      expect(state.isLive('old')).to.equal(false);
    });

    it('counted anew when a pod is relabelled', () => {
      const entry = keep({ labels: OLD });
      keep({ labels: NEW }, entry);
      expect([state.isLive('old'), state.isLive('new')]).to.deep.equal([false, true]);
      keep({}, entry);
      expect([state.isLive('old'), state.isLive('new')]).to.deep.equal([false, false]);
    });
  });

  describe('has every node looked at again', () => {
    const project = readNodeSelector('zone=east');
    const set = aDaemonSet();
    /** Whether the set in this version makes a difference. */
    const differs = (next: DaemonSet, selector = project, hash = 'new') => {
      state.set = set;
      state.prepare(project, 'new');
      state.set = next;
      return state.prepare(selector, hash);
    };
    const withSpec = (spec: Partial<DaemonSet['spec']>): DaemonSet => ({
      ...set,
      spec: { ...set.spec, ...spec },
    });

    it('the first time', () => {
      expect(prepare()).to.equal(true);
      expect(prepare()).to.equal(false);
    });

    it('when the template says so, or the revision or its generation has changed', () => {
      expect(differs(withSpec({ template: aDaemonSet().spec.template }))).to.equal(true);
      expect(differs(set, project, 'newer')).to.equal(true);
      const annotations = { [TEMPLATE_GENERATION]: '2' };
      expect(differs({ ...set, metadata: { ...set.metadata, annotations } })).to.equal(true);
    });

    it('when pods have to be ready for longer or shorter', () => {
      expect(differs(withSpec({ minReadySeconds: 10 }))).to.equal(true);
      expect(differs(withSpec({ minReadySeconds: 0 }))).to.equal(false);
    });

    it('when it is updated in another way, for that decides whether two pods may be on one node', () => {
      expect(differs(withSpec({ updateStrategy: { type: 'OnDelete' } }))).to.equal(true);
    });

    it("when its project's node selector has changed", () => {
      expect(differs(set, readNodeSelector('zone=west'))).to.equal(true);
      state.prepare(project, 'new');
      expect(state.prepare(undefined, 'new')).to.equal(true);
      expect(state.prepare(readNodeSelector(''), 'new')).to.equal(true);
      expect(state.prepare(project, 'new')).to.equal(true);
      expect(state.prepare(readNodeSelector('zone=east'), 'new')).to.equal(false);
    });

    it('but not when anything else has changed', () => {
      const metadata = { ...set.metadata, annotations: { note: 'new' }, generation: 9 };
      const next = { ...withSpec({ revisionHistoryLimit: 1 }), metadata };
      expect(differs(next)).to.equal(false);
    });
  });

  describe('is how a node stands', () => {
    it('which counts, and has its pods looked at', () => {
      prepare();
      keep({ readySince: 0 });
      refresh('east-1');
      refresh('west-1');
      expect(state.tally).to.include({ desired: 2, current: 1, ready: 1 });
      expect(names(state.takeUnmanaged())).to.deep.equal(['east-1', 'west-1']);
    });

    it('by the template, the revision and the time of day', () => {
      const annotations = { [TEMPLATE_GENERATION]: '2' };
      state.set = aDaemonSet({
        annotations,
        template: { nodeSelector: { zone: 'east' } },
        spec: { minReadySeconds: 10 },
      });
      slots.set('east-1', { object: aNode({ labels: { zone: 'east' } }) });
      prepare();
      keep({ readySince: 0, labels: NEW });
      for (const node of ['east-1', 'west-1']) refresh(node, 9_999);
      expect(state.tally).to.include({ desired: 1, available: 0, updated: 1 });
      refresh('east-1', 10_000);
      expect(state.tally).to.include({ desired: 1, available: 1, updated: 1 });
    });

    it('no longer, once the node is gone and the last of its pods', () => {
      prepare();
      const entry = keep({ readySince: 0 });
      refresh();
      (slots.get('east-1') as NodeSlot).object = undefined;
      refresh();
      expect(state.tally).to.include({ desired: 0, serving: 1 });
      expect(names(state.nodes())).to.deep.equal(['east-1']);
      expect(state.nodeOf('east-1').view?.exists).to.equal(false);
      state.setNeeds(state.nodeOf('east-1'), true, pods());
      state.drop(entry);
      refresh();
      expect(names(state.nodes())).to.deep.equal([]);
      expect(state.tally.serving).to.equal(0);
      expect([names(state.needs), names(state.surplus)]).to.deep.equal([[], []]);
    });
  });

  it('is whether a pod is of the current revision, by its hash or its template generation', () => {
    expect(() => state.isCurrent(aPod())).to.throw('The daemon set shop/agent has not been prepared.');
    state.set = aDaemonSet({ annotations: { [TEMPLATE_GENERATION]: '2' } });
    prepare();
    const isCurrent = (labels: PodTraits['labels']) => state.isCurrent(aPod({ labels }));
    expect(isCurrent(NEW)).to.equal(true);
    expect(isCurrent({ ...OLD, 'pod-template-generation': '2' })).to.equal(true);
    expect(isCurrent({ ...OLD, 'pod-template-generation': '1' })).to.equal(false);
  });

  it('is which pods its selector selects', () => {
    expect(state.matches({ app: 'agent', tier: 'web' })).to.equal(true);
    expect(state.matches({ app: 'other' })).to.equal(false);
    expect(state.matches(undefined)).to.equal(false);
  });

  it('is when pods become available: then their nodes have to be looked at, once', () => {
    state.set = aDaemonSet({ spec: { minReadySeconds: 5 } });
    prepare();
    for (const [node, readySince] of Object.entries({ 'east-1': 0, 'west-1': 0, 'north-1': 1000 })) {
      keep({ name: `agent-${node}`, node, readySince });
      refresh(node, 1000);
    }
    state.takeChanged();
    const noticed = (now: number) => {
      state.noticeAvailable(now);
      return names(state.takeChanged());
    };
    expect(noticed(4999)).to.deep.equal([]);
    expect(noticed(5000)).to.deep.equal(['east-1', 'west-1']);
    expect(noticed(5999)).to.deep.equal([]);
    expect(noticed(60_000)).to.deep.equal(['north-1']);
  });
});
