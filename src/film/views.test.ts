import { expect } from 'chai';
import { aDaemonSet, aNode, aPod } from '../kubernetes/kinds/samples.testkit';
import { viewOfNode, viewOfPod, viewOfSet } from './views';

describe('what is pictured', () => {
  it('of a node leaves out what every node has', () => {
    const labels = {
      'kubernetes.io/hostname': 'east-1',
      'kubernetes.io/os': 'linux',
      'beta.kubernetes.io/os': 'linux',
      'kubernetes.io/arch': 'arm64',
      role: 'worker',
    };
    expect(viewOfNode(aNode({ labels })).labels).to.deep.equal(['kubernetes.io/arch=arm64', 'role=worker']);
  });

  it('of a node leaves out taints that its state tells already', () => {
    const taints = [
      { key: 'node.kubernetes.io/unreachable', effect: 'NoExecute' },
      { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' },
      { key: 'team', value: 'ml', effect: 'NoSchedule' },
    ];
    const node = aNode({ taints, cordoned: true });
    const silent = { ...node, status: { conditions: [{ type: 'Ready', status: 'Unknown' }] } };
    expect(viewOfNode(silent)).to.deep.include({
      state: 'silent',
      isCordoned: true,
      taints: ['team=ml:NoSchedule'],
    });
    const ready = { ...aNode({ taints }), status: { conditions: [{ type: 'Ready', status: 'True' }] } };
    expect(viewOfNode(ready)).to.deep.include({
      state: 'ready',
      taints: [
        'node.kubernetes.io/unreachable:NoExecute',
        'node.kubernetes.io/unschedulable:NoSchedule',
        'team=ml:NoSchedule',
      ],
    });
  });

  it('of a pod is the version of its program', () => {
    const containers = [
      { name: 'proxy', image: 'proxy:v7' },
      { name: 'log-agent', image: 'registry:5000/x@sha256:ab' },
    ];
    expect(viewOfPod(aPod({ owner: 'log-agent', containers }), '0', 3)).to.deep.include({
      set: 'log-agent',
      revision: 3,
      version: 'sha256:ab',
    });
    expect(viewOfPod(aPod({ owner: 'other', containers }), '0', 3).version).to.equal('v7');
  });

  it('of a pod that is meant for a node, is that node', () => {
    expect(viewOfPod(aPod({ meantFor: 'east-1' }), '0', 1)).to.deep.include({
      node: 'east-1',
      isBound: false,
    });
    expect(viewOfPod(aPod({ node: 'east-1' }), '0', 1)).to.deep.include({ node: 'east-1', isBound: true });
  });

  it('of a daemon set has its budget and its surge in nodes', () => {
    const of = (updateStrategy: object) => {
      const set = aDaemonSet({ spec: { updateStrategy } });
      const status = { ...set.status, desiredNumberScheduled: 5 };
      const { budget, surge } = viewOfSet({ ...set, status }, '0', 1);
      return { budget, surge };
    };
    const rolling = (rollingUpdate: object) => of({ type: 'RollingUpdate', rollingUpdate });
    expect(rolling({ maxUnavailable: '30%', maxSurge: 0 })).to.deep.equal({ budget: 2, surge: undefined });
    expect(rolling({ maxUnavailable: 0, maxSurge: '50%' })).to.deep.equal({ budget: 0, surge: 3 });
    expect(of({ type: 'OnDelete' })).to.deep.equal({ budget: undefined, surge: undefined });
  });
});
