import { expect } from 'chai';
import type { Node } from '../../../kubernetes/kinds/node/node';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { aNode, aPod, pinnedTo } from '../../../kubernetes/kinds/samples.testkit';
import { NodeInfo } from '../../capacity/nodeInfo';
import { around } from './around.testkit';
import type { News } from './plugin';
import { podTopologySpread } from './podTopologySpread';

type Constraint = NonNullable<Pod['spec']['topologySpreadConstraints']>[number];

const EVEN: Constraint = {
  maxSkew: 1,
  topologyKey: 'zone',
  whenUnsatisfiable: 'DoNotSchedule',
  labelSelector: { matchLabels: { app: 'web' } },
};
const labels = { app: 'web', track: 'new' };

/** A pod called p that is to be spread so. */
const spreading = (constraint: Partial<Constraint> = {}, spec: Partial<Pod['spec']> = {}): Pod =>
  aPod({ name: 'p', labels, spec: { topologySpreadConstraints: [{ ...EVEN, ...constraint }], ...spec } });

const zoned = (name: string, zone: string, rest: object = {}): Node =>
  aNode({ name, labels: { zone }, ...rest });

/** A place with so many pods like the one to be spread. */
const place = (node: Node, ...pods: Pod[]): NodeInfo => {
  const info = new NodeInfo();
  info.node = node;
  for (const pod of pods) info.add({ pod });
  return info;
};
const web = (name: string, traits: Parameters<typeof aPod>[0] = {}): Pod =>
  aPod({ name, labels, node: 'n', ...traits });

/** What the filter says of each place. */
const refused = (pod: Pod, ...places: NodeInfo[]): readonly boolean[] => {
  const all = around(places);
  return places.map((info) => podTopologySpread.filter(pod, info.node as Node, info, all) !== undefined);
};

const crowded = place(zoned('east-1', 'east'), web('a'));
const empty = place(zoned('west-1', 'west'));

describe('an even spread', () => {
  it('keeps a pod from where there would be too many more than elsewhere', () => {
    expect(refused(spreading(), crowded, empty)).to.deep.equal([true, false]);
    expect(refused(spreading({ maxSkew: 2 }), crowded, empty)).to.deep.equal([false, false]);
  });

  it('is not required of who prefers it, or says nothing', () => {
    expect(refused(spreading({ whenUnsatisfiable: 'ScheduleAnyway' }), crowded, empty)[0]).to.equal(false);
    expect(refused(aPod(), crowded, empty)[0]).to.equal(false);
  });

  it('says why, and that others could make room, but not for a node without the label', () => {
    const bare = place(aNode({ name: 'bare' }));
    const all = around([crowded, empty, bare]);
    const say = (info: NodeInfo) => podTopologySpread.filter(spreading(), info.node as Node, info, all);
    const why = "node(s) didn't match pod topology spread constraints";
    expect(say(crowded)).to.deep.equal({ reasons: [why], preemptible: true });
    expect(say(bare)).to.deep.equal({ reasons: [`${why} (missing required label)`], preemptible: false });
  });

  it('counts only pods of its project that are like it and stay', () => {
    const elsewhere = web('b');
    const others = [
      { ...elsewhere, metadata: { ...elsewhere.metadata, namespace: 'other' } },
      web('c', { terminating: true }),
      web('d', { labels: { app: 'db' } }),
    ];
    expect(refused(spreading(), place(zoned('east-1', 'east'), ...others), empty)[0]).to.equal(false);
  });

  it('counts only pods of the same track, if the track is to be alike', () => {
    const old = place(zoned('east-1', 'east'), web('b', { labels: { app: 'web', track: 'old' } }));
    expect(refused(spreading(), old, empty)[0]).to.equal(true);
    expect(refused(spreading({ matchLabelKeys: ['track'] }), old, empty)[0]).to.equal(false);
  });

  it('counts nobody but the pod itself where the selector is empty, and not even it where there is none', () => {
    expect(refused(spreading({ labelSelector: {} }), crowded, empty)[0]).to.equal(false);
    const { labelSelector: _, ...unselective } = EVEN;
    const pod = aPod({ name: 'p', labels, spec: { topologySpreadConstraints: [unselective] } });
    expect(refused(pod, crowded, empty)[0]).to.equal(false);
  });

  it('compares with nothing where there are fewer zones than it wants', () => {
    const both = place(zoned('west-1', 'west'), web('b'));
    expect(refused(spreading(), crowded, both)).to.deep.equal([false, false]);
    expect(refused(spreading({ minDomains: 3 }), crowded, both)).to.deep.equal([true, true]);
  });

  it('compares only nodes that the pod may go to, unless it is told to ignore that', () => {
    const pinned = { affinity: pinnedTo('east-1') };
    expect(refused(spreading({}, pinned), crowded, empty)[0]).to.equal(false);
    expect(refused(spreading({ nodeAffinityPolicy: 'Ignore' }, pinned), crowded, empty)[0]).to.equal(true);
  });

  it('compares tainted nodes, too, unless it is told to honour taints', () => {
    const tainted = place(zoned('west-1', 'west', { taints: [{ key: 'gpu', effect: 'NoSchedule' }] }));
    expect(refused(spreading(), crowded, tainted)[0]).to.equal(true);
    expect(refused(spreading({ nodeTaintsPolicy: 'Honor' }), crowded, tainted)[0]).to.equal(false);
  });

  it('looks at a node as it would be without some of its pods', () => {
    const all = around([crowded, empty]);
    const cleared = place(crowded.node as Node);
    expect(podTopologySpread.filter(spreading(), cleared.node as Node, cleared, all)).to.equal(undefined);
  });
});

describe('what an even spread wants to hear', () => {
  const pod = spreading({ nodeTaintsPolicy: 'Honor' });
  const [east, west, bare] = [zoned('east-1', 'east'), zoned('east-1', 'west'), aNode({ name: 'east-1' })];
  const taints = [{ key: 'gpu', effect: 'NoSchedule' }];
  const tolerant: Pod = { ...pod, spec: { ...pod.spec, tolerations: [{ operator: 'Exists' }] } };
  const relabelled = web('a', { labels: { app: 'db' } });
  const NEWS: Readonly<Record<string, readonly [News, boolean]>> = {
    'a node comes': [{ type: 'node added', node: east }, true],
    'a node comes without the label': [{ type: 'node added', node: bare }, false],
    'a node goes': [{ type: 'node removed', node: east }, true],
    'a node goes that did not count': [{ type: 'node removed', node: bare }, false],
    'a node is moved': [{ type: 'node updated', before: east, node: west }, true],
    'a node is given the label': [{ type: 'node updated', before: bare, node: east }, true],
    'a taint is put on': [
      { type: 'node updated', before: east, node: zoned('east-1', 'east', { taints }) },
      true,
    ],
    'a node is cordoned': [
      { type: 'node updated', before: east, node: zoned('east-1', 'east', { cordoned: true }) },
      false,
    ],
    'a pod like it is placed': [{ type: 'pod placed', pod: web('a') }, true],
    'another is placed': [{ type: 'pod placed', pod: relabelled }, false],
    'a pod like it has gone': [{ type: 'pod gone', pod: web('a') }, true],
    'one that never had a node has gone': [{ type: 'pod gone', pod: aPod({ name: 'a', labels }) }, false],
    'a pod is like it no longer': [{ type: 'pod updated', before: web('a'), pod: relabelled }, true],
    'the pod tolerates more': [{ type: 'pod updated', before: pod, pod: tolerant }, true],
    'a claim changes': [{ type: 'volume changed' }, false],
  };
  for (const [name, [news, wanted]] of Object.entries(NEWS))
    it(`${wanted ? 'is' : 'is not'}: ${name}`, () => {
      expect(podTopologySpread.mayHelp(pod, news)).to.equal(wanted);
    });
});
