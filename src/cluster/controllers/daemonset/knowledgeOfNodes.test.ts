import { expect } from 'chai';
import type { DaemonSet } from '../../../kubernetes/kinds/daemonset/daemonSet';
import { OPENSHIFT_NODE_SELECTOR } from '../../../kubernetes/kinds/namespace/nodeSelector';
import { aDaemonSet, aPod, type NodeTraits, type PodTraits } from '../../../kubernetes/kinds/samples.testkit';
import { Random } from '../../simulation/random';
import { annotated, event, Listener } from './knowledge.testkit';

const GPU = { key: 'gpu', effect: 'NoSchedule' };
const BROKEN = { key: 'broken', effect: 'NoExecute' };

const misscheduling = (set: DaemonSet): DaemonSet => ({
  ...set,
  status: { ...set.status, numberMisscheduled: 1 },
});

describe('news', () => {
  let listener = new Listener();
  beforeEach(() => {
    listener = new Listener();
  });

  const wokenBy = (news: () => void) => listener.wokenBy(news);
  const stateOf = (name?: string) => listener.stateOf(name);
  const set = (object?: DaemonSet) => listener.set(object);
  const node = (traits: NodeTraits = {}) => listener.node(traits);
  const change = (traits: NodeTraits) => listener.node(traits, 'MODIFIED');
  const remove = (name = 'east-1') => listener.node({ name }, 'DELETED');
  /** Sets whose view of some node is out of date. */
  const outOfDate = (...sets: readonly string[]): string[] =>
    sets.filter((name) => stateOf(name).takeChanged().length > 0);

  describe('of a node', () => {
    /** The set has a pod on the node. */
    const has = (traits: PodTraits): void => {
      const state = stateOf();
      const object = aPod(traits);
      state.keep({ pod: object, state: undefined, node: undefined, claimed: undefined }, object);
    };

    it('wake the set that misses a pod there', () => {
      set();
      expect(wokenBy(() => node())).to.deep.equal(['shop/agent']);
    });

    it('do not wake a set that wants no pod there', () => {
      set();
      expect(wokenBy(() => node({ taints: [GPU] }))).to.deep.equal([]);
      expect(wokenBy(() => change({ taints: [] }))).to.deep.equal(['shop/agent']);
    });

    it('do not wake a set that has its pod there and nothing to do about it', () => {
      set();
      node();
      has({ node: 'east-1' });
      expect(wokenBy(() => change({ labels: { zone: 'east' } }))).to.deep.equal([]);
      expect(wokenBy(() => change({ taints: [GPU] }))).to.deep.equal([]);
    });

    it('wake a set whose pod there is not bound yet, as if it missed one', () => {
      set();
      node();
      has({ meantFor: 'east-1' });
      expect(wokenBy(() => change({ labels: { zone: 'east' } }))).to.deep.equal(['shop/agent']);
      expect(wokenBy(() => change({ taints: [GPU] }))).to.deep.equal([]);
    });

    it('wake the set whose pod there has to go', () => {
      set();
      node();
      has({ node: 'east-1' });
      expect(wokenBy(() => change({ taints: [BROKEN] }))).to.deep.equal(['shop/agent']);
    });

    it('wake a set with a pod there that counts misscheduled pods, for this may have been one', () => {
      set(misscheduling(aDaemonSet()));
      node({ taints: [GPU] });
      has({ node: 'east-1' });
      expect(wokenBy(() => change({}))).to.deep.equal(['shop/agent']);
    });

    it('wake no set with misscheduled pods elsewhere, if it wants none here', () => {
      set(misscheduling(aDaemonSet()));
      expect(wokenBy(() => node({ taints: [GPU] }))).to.deep.equal([]);
    });

    it('are judged by each set for itself', () => {
      const nodeSelector = { zone: 'east' };
      set();
      set(aDaemonSet({ name: 'east-agent', template: { nodeSelector } }));
      expect(wokenBy(() => node())).to.deep.equal(['shop/agent']);
      expect(wokenBy(() => change({ labels: nodeSelector }))).to.deep.equal([
        'shop/agent',
        'shop/east-agent',
      ]);
    });

    it("are judged with the project's node selector", () => {
      listener.knowledge.onNamespace(
        event('ADDED', annotated({ [OPENSHIFT_NODE_SELECTOR]: 'zone=east' }), 0),
      );
      set();
      expect(wokenBy(() => node())).to.deep.equal([]);
      expect(wokenBy(() => change({ labels: { zone: 'east' } }))).to.deep.equal(['shop/agent']);
    });

    it('that is gone wake nobody, not even a set whose pod waits for it', () => {
      set(misscheduling(aDaemonSet()));
      node();
      expect(wokenBy(() => remove())).to.deep.equal([]);
      node();
      has({ name: 'bound', node: 'east-1' });
      expect(wokenBy(() => remove())).to.deep.equal([]);
      node();
      has({ name: 'waiting', meantFor: 'east-1' });
      expect(wokenBy(() => remove())).to.deep.equal([]);
    });

    it('are nothing to anybody if it is only cordoned: the taint that follows is what counts', () => {
      set();
      node();
      outOfDate('agent');
      expect(wokenBy(() => change({ cordoned: true }))).to.deep.equal([]);
      expect(outOfDate('agent')).to.deep.equal([]);
    });

    it('are seen by all others at their next sync', () => {
      for (const name of ['agent', 'proxy']) set(aDaemonSet({ name }));
      node({ taints: [GPU] });
      expect(outOfDate('agent', 'proxy')).to.deep.equal(['agent', 'proxy']);
      change({ taints: [BROKEN] });
      expect(outOfDate('agent', 'proxy')).to.deep.equal(['agent', 'proxy']);
      remove();
      expect(outOfDate('agent', 'proxy')).to.deep.equal(['agent', 'proxy']);
      expect(stateOf().nodeOf('east-1').slot.object).to.equal(undefined);
    });

    it('are nothing to anybody if they are a heartbeat, or what the node has room for', () => {
      set();
      node();
      outOfDate('agent');
      expect(wokenBy(() => change({ allocatable: { cpu: '8' } }))).to.deep.equal([]);
      expect(outOfDate('agent')).to.deep.equal([]);
      expect(stateOf().nodeOf('east-1').slot.object?.status.allocatable?.cpu).to.equal('8');
    });

    it('are heard by sets that come later', () => {
      node();
      set();
      expect(stateOf().nodeOf('east-1').slot.object?.metadata.name).to.equal('east-1');
    });
  });

  describe('of nodes put them in an order', () => {
    const order = (seed: number) => listener.knowledge.nodeNames(new Random(seed));
    const six = ['1', '2', '3', '4', '5', '6'];
    beforeEach(() => {
      for (const name of six) node({ name });
    });

    it('that chance decides', () => {
      const first = order(1);
      expect([...first].sort()).to.deep.equal(six);
      node({ name: '7' });
      remove('7');
      expect(order(2))
        .to.have.members(six)
        .and.not.to.have.ordered.members([...first]);
    });

    it('that stays until a node comes or goes', () => {
      const first = order(1);
      change({ name: '1', labels: { zone: 'east' } });
      expect(order(2)).to.equal(first);
      node({ name: '7' });
      expect(order(2)).to.include('7');
      remove('7');
      expect(order(2)).not.to.include('7');
    });
  });
});
