import { expect } from 'chai';
import { aNode, aPod, pinnedTo } from '../../kubernetes/kinds/samples.testkit';
import { NodeInfo } from '../capacity/nodeInfo';
import { obstacleOf } from './filters';
import { NOBODY_AROUND } from './plugins/around.testkit';

/** What keeps a pod from a node that holds these others. */
const obstacle = (pod = aPod(), node = aNode(), ...others: ReturnType<typeof aPod>[]) => {
  const info = new NodeInfo();
  info.node = node;
  for (const each of others) info.add({ pod: each });
  return obstacleOf(pod, node, info, NOBODY_AROUND);
};
const reasons = (...there: Parameters<typeof obstacle>) => obstacle(...there)?.reasons;

const listening = { name: 'main', ports: [{ containerPort: 1, hostPort: 80 }] };

describe('what keeps a pod from a node', () => {
  it('is nothing, on an ordinary node', () => {
    expect(obstacle()).to.equal(undefined);
  });

  it('is cordon, unless it is tolerated', () => {
    const tolerations = [{ key: 'node.kubernetes.io/unschedulable', operator: 'Exists' }];
    const cordoned = aNode({ cordoned: true });
    expect(reasons(aPod(), cordoned)).to.deep.equal(['node(s) were unschedulable']);
    expect(reasons(aPod({ spec: { tolerations } }), cordoned)).to.equal(undefined);
  });

  it('is a taint that drives away, not one that asks politely', () => {
    const why = ['node(s) had untolerated taint(s)'];
    const tainted = (effect: string) => aNode({ taints: [{ key: 'gpu', effect }] });
    expect(reasons(aPod(), tainted('NoSchedule'))).to.deep.equal(why);
    expect(reasons(aPod(), tainted('NoExecute'))).to.deep.equal(why);
    expect(reasons(aPod(), tainted('PreferNoSchedule'))).to.equal(undefined);
  });

  it('is its own affinity, which no preemption helps against', () => {
    const pod = aPod({ spec: { affinity: pinnedTo('east-2') } });
    expect(reasons(pod)).to.deep.equal(["node(s) didn't match Pod's node affinity/selector"]);
    expect(obstacle(pod)?.preemptible).to.equal(false);
  });

  it('is want of room, which preemption may help against', () => {
    const found = obstacle(aPod({ cpu: '3' }), aNode(), aPod({ name: 'there', cpu: '3' }));
    expect(found?.reasons).to.deep.equal(['Insufficient cpu']);
    expect(found?.preemptible).to.equal(true);
  });

  it('is want of a larger node, which no preemption helps against', () => {
    expect(obstacle(aPod({ cpu: '5' }))?.preemptible).to.equal(false);
    expect(reasons(aPod({ cpu: '5' }))).to.deep.equal(['Insufficient cpu']);
  });

  it('is named for each thing that is short', () => {
    const node = aNode({ allocatable: { cpu: '1', memory: '1Gi', 'ephemeral-storage': '1Gi', pods: '1' } });
    const requests = { cpu: '2', memory: '2Gi', 'ephemeral-storage': '2Gi' };
    const greedy = aPod({ containers: [{ name: 'main', resources: { requests } }] });
    expect(reasons(greedy, node, aPod({ name: 'there' }))).to.deep.equal([
      'Too many pods',
      'Insufficient cpu',
      'Insufficient memory',
      'Insufficient ephemeral-storage',
    ]);
  });

  it('is the first in this order: cordon, taints, affinity, ports, room', () => {
    const requests = { cpu: '5' };
    const pod = aPod({
      containers: [{ ...listening, resources: { requests } }],
      spec: { nodeSelector: { zone: 'west' } },
    });
    const holder = aPod({ name: 'there', containers: [listening] });
    const taints = [{ key: 'gpu', effect: 'NoSchedule' }];
    const found = [
      aNode({ cordoned: true, taints }),
      aNode({ taints }),
      aNode(),
      aNode({ labels: { zone: 'west' } }),
    ].map((node) => obstacle(pod, node, holder)?.plugin.name);
    expect(found).to.deep.equal(['NodeUnschedulable', 'TaintToleration', 'NodeAffinity', 'NodePorts']);
    expect(obstacle(pod, aNode({ labels: { zone: 'west' } }))?.plugin.name).to.equal('NodeResourcesFit');
  });
});
