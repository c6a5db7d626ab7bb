import { expect } from 'chai';
import { aNode, aPod, pinnedTo } from '../../kubernetes/kinds/samples.testkit';
import { NodeInfo } from '../capacity/nodeInfo';
import { obstacleOf } from './filters';

const on = (node = aNode()): NodeInfo => {
  const info = new NodeInfo();
  info.node = node;
  return info;
};
const reasons = (pod = aPod(), info = on()) => obstacleOf(pod, info)?.reasons;

describe('what keeps a pod from a node', () => {
  it('is nothing, on an ordinary node', () => {
    expect(obstacleOf(aPod(), on())).to.equal(undefined);
  });

  it('is cordon, unless it is tolerated', () => {
    const tolerations = [{ key: 'node.kubernetes.io/unschedulable', operator: 'Exists' }];
    expect(reasons(aPod(), on(aNode({ cordoned: true })))).to.deep.equal(['node(s) were unschedulable']);
    expect(reasons(aPod({ spec: { tolerations } }), on(aNode({ cordoned: true })))).to.equal(undefined);
  });

  it('is a taint that drives away, not one that asks politely', () => {
    const why = ['node(s) had untolerated taint(s)'];
    const tainted = (effect: string) => on(aNode({ taints: [{ key: 'gpu', effect }] }));
    expect(reasons(aPod(), tainted('NoSchedule'))).to.deep.equal(why);
    expect(reasons(aPod(), tainted('NoExecute'))).to.deep.equal(why);
    expect(reasons(aPod(), tainted('PreferNoSchedule'))).to.equal(undefined);
  });

  it('is its own affinity, which no preemption helps against', () => {
    expect(obstacleOf(aPod({ spec: { affinity: pinnedTo('east-2') } }), on())).to.deep.equal({
      reasons: ["node(s) didn't match Pod's node affinity/selector"],
      preemptible: false,
    });
  });

  it('is want of room, which preemption may help against', () => {
    const obstacle = obstacleOf(aPod({ cpu: '5' }), on());
    expect(obstacle).to.deep.equal({ reasons: ['Insufficient cpu'], preemptible: true });
  });

  it('is named for each thing that is short', () => {
    const info = on(
      aNode({ allocatable: { cpu: '1', memory: '1Gi', 'ephemeral-storage': '1Gi', pods: '1' } }),
    );
    const requests = { cpu: '2', memory: '2Gi', 'ephemeral-storage': '2Gi' };
    const containers = [
      { name: 'main', ports: [{ containerPort: 1, hostPort: 80 }], resources: { requests } },
    ];
    info.add({ pod: aPod({ name: 'there', containers }) });
    expect(reasons(aPod({ containers }), info)).to.deep.equal([
      'Too many pods',
      'Insufficient cpu',
      'Insufficient memory',
      'Insufficient ephemeral-storage',
      "node(s) didn't have free ports for the requested pod ports",
    ]);
  });

  it('is the first in this order', () => {
    const info = on(aNode({ cordoned: true, taints: [{ key: 'gpu', effect: 'NoSchedule' }] }));
    expect(reasons(aPod({ cpu: '5' }), info)).to.deep.equal(['node(s) were unschedulable']);
  });

  it('is that the node is gone', () => {
    expect(reasons(aPod(), new NodeInfo())).to.deep.equal(['node(s) are gone']);
  });
});
