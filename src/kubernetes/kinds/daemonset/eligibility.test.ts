import { expect } from 'chai';
import { nodeTaints, type Taint } from '../../fields/taints';
import { readNodeSelector } from '../namespace/nodeSelector';
import type { Node } from '../node/node';
import type { Pod } from '../pod/pod';
import { aDaemonSet, aNode, pinnedTo } from '../samples.testkit';
import type { DaemonSet } from './daemonSet';
import { type Eligibility, eligibility, placementOf } from './eligibility';

const RUNS: Eligibility = { shouldRun: true, shouldContinue: true };
const STAYS: Eligibility = { shouldRun: false, shouldContinue: true };
const NOT_AT_ALL: Eligibility = { shouldRun: false, shouldContinue: false };

const on = (node: Node, set: DaemonSet = aDaemonSet(), project?: string): Eligibility =>
  eligibility(node, placementOf(set, project === undefined ? undefined : readNodeSelector(project)));
const wanting = (template: Partial<Pod['spec']>): DaemonSet => aDaemonSet({ template });
const tainted = (...taints: readonly Taint[]): Node => aNode({ taints });

const gpu: Taint = { key: 'gpu', effect: 'NoSchedule' };
const broken: Taint = { key: 'broken', effect: 'NoExecute' };

describe('a daemon set', () => {
  it('runs on every node', () => {
    expect(on(aNode())).to.deep.equal(RUNS);
  });

  it('runs only on the node that its template names', () => {
    expect(on(aNode({ name: 'east-1' }), wanting({ nodeName: 'east-1' }))).to.deep.equal(RUNS);
    expect(on(aNode({ name: 'east-2' }), wanting({ nodeName: 'east-1' }))).to.deep.equal(NOT_AT_ALL);
  });

  it('runs only where its node selector matches', () => {
    const set = wanting({ nodeSelector: { disk: 'ssd' } });
    expect(on(aNode({ labels: { disk: 'ssd' } }), set)).to.deep.equal(RUNS);
    expect(on(aNode({ labels: { disk: 'hdd' } }), set)).to.deep.equal(NOT_AT_ALL);
  });

  it('runs only where its node affinity matches', () => {
    const set = wanting({ affinity: pinnedTo('east-2') });
    expect(on(aNode({ name: 'east-2' }), set)).to.deep.equal(RUNS);
    expect(on(aNode({ name: 'east-1' }), set)).to.deep.equal(NOT_AT_ALL);
  });

  it("runs only where its project's node selector matches", () => {
    const east = aNode({ labels: { region: 'east' } });
    expect(on(east, aDaemonSet(), 'region=east')).to.deep.equal(RUNS);
    expect(on(east, aDaemonSet(), 'region=west')).to.deep.equal(NOT_AT_ALL);
    expect(on(aNode(), aDaemonSet(), '')).to.deep.equal(RUNS);
    expect(on(east, aDaemonSet(), 'region in (east,west),!gpu')).to.deep.equal(RUNS);
    expect(on(east, aDaemonSet(), 'region notin (east,west)')).to.deep.equal(NOT_AT_ALL);
  });

  it('may stay where only NoSchedule keeps it out, whatever its project selects', () => {
    expect(on(tainted(gpu), aDaemonSet(), 'region=west')).to.deep.equal(STAYS);
    expect(on(tainted(broken), aDaemonSet(), 'region=west')).to.deep.equal(NOT_AT_ALL);
  });

  it('must leave a node with a NoExecute taint', () => {
    expect(on(tainted(broken))).to.deep.equal(NOT_AT_ALL);
    expect(on(tainted(gpu, broken))).to.deep.equal(NOT_AT_ALL);
  });

  it('may stay on a node with a NoSchedule taint, but does not go there', () => {
    expect(on(tainted(gpu))).to.deep.equal(STAYS);
  });

  it('does not mind a PreferNoSchedule taint', () => {
    expect(on(tainted({ key: 'slow', effect: 'PreferNoSchedule' }))).to.deep.equal(RUNS);
  });

  it('runs in spite of taints that its template tolerates', () => {
    const set = wanting({ tolerations: [{ key: 'gpu', operator: 'Exists' }] });
    expect(on(tainted(gpu), set)).to.deep.equal(RUNS);
    expect(on(tainted(gpu, broken), set)).to.deep.equal(NOT_AT_ALL);
  });

  it('runs on nodes that are cordoned, under pressure or not ready', () => {
    const { unschedulable, memoryPressure, diskPressure, pidPressure } = nodeTaints;
    for (const key of [unschedulable, memoryPressure, diskPressure, pidPressure])
      expect(on(tainted({ key, effect: 'NoSchedule' })), key).to.deep.equal(RUNS);
    for (const key of [nodeTaints.notReady, nodeTaints.unreachable])
      expect(on(tainted({ key, effect: 'NoExecute' })), key).to.deep.equal(RUNS);
  });

  it('stays on a silent node, but does not go there', () => {
    const key = nodeTaints.unreachable;
    expect(on(tainted({ key, effect: 'NoSchedule' }, { key, effect: 'NoExecute' }))).to.deep.equal(STAYS);
  });

  it('runs without a network only if it does not need one', () => {
    const offline = tainted({ key: nodeTaints.networkUnavailable, effect: 'NoSchedule' });
    expect(on(offline)).to.deep.equal(STAYS);
    expect(on(offline, wanting({ hostNetwork: true }))).to.deep.equal(RUNS);
  });
});
