import { expect } from 'chai';
import { aNode, aPod, pinnedTo } from '../../kubernetes/kinds/samples.testkit';
import { NodeInfo } from '../capacity/nodeInfo';
import { refusalOf } from './admit';

const node = (): NodeInfo => {
  const info = new NodeInfo();
  info.node = aNode({ allocatable: { cpu: '2', memory: '1Gi', pods: '2' } });
  info.add({ pod: aPod({ name: 'there', cpu: '1' }) });
  return info;
};

describe('a node refuses a pod that is bound to it', () => {
  it('if it is for another system, whatever room there is', () => {
    const refusal = (os: string, cpu: string) => refusalOf(aPod({ cpu, spec: { os: { name: os } } }), node());
    expect(refusal('windows', '1500m')).to.deep.equal({
      reason: 'PodOSNotSupported',
      message: "Failed to admit pod as the OS field doesn't match node OS",
    });
    expect(refusal('linux', '100m')).to.equal(undefined);
    const { metadata, ...pod } = aPod();
    const labelled = { ...pod, metadata: { ...metadata, labels: { 'kubernetes.io/os': 'windows' } } };
    expect(refusalOf(labelled, node())?.reason).to.equal('PodOSSelectorNodeLabelDoesNotMatch');
  });

  it('if it is not the node the pod asks for', () => {
    expect(refusalOf(aPod({ spec: { affinity: pinnedTo('east-2') } }), node())?.reason).to.equal(
      'NodeAffinity',
    );
  });

  it('and speaks of room first, whatever else is amiss', () => {
    const pod = aPod({ cpu: '1500m', spec: { affinity: pinnedTo('east-2') } });
    expect(refusalOf(pod, node())?.reason).to.equal('OutOfcpu');
  });

  it('if there is too little of something, with the figures', () => {
    expect(refusalOf(aPod({ cpu: '1500m' }), node())).to.deep.equal({
      reason: 'OutOfcpu',
      message: "Node didn't have enough resource: cpu, requested: 1500, used: 1000, capacity: 2000",
    });
  });

  it('if it lists a device and has too few of it; one that it does not list is not its concern', () => {
    const info = new NodeInfo();
    info.node = aNode({ allocatable: { cpu: '2', pods: '9', 'nvidia.com/gpu': '0' } });
    const asking = (resource: string) =>
      aPod({ containers: [{ name: 'main', resources: { requests: { [resource]: '1' } } }] });
    expect(refusalOf(asking('nvidia.com/gpu'), info)).to.deep.equal({
      reason: 'OutOfnvidia.com/gpu',
      message: "Node didn't have enough resource: nvidia.com/gpu, requested: 1, used: 0, capacity: 0",
    });
    expect(refusalOf(asking('amd.com/gpu'), info)).to.equal(undefined);
    expect(refusalOf(asking('hugepages-2Mi'), info)?.reason).to.equal('OutOfhugepages-2Mi');
  });

  it('if it holds as many pods as it may', () => {
    const full = node();
    full.add({ pod: aPod({ name: 'another' }) });
    expect(refusalOf(aPod(), full)).to.deep.equal({
      reason: 'OutOfpods',
      message: "Node didn't have enough resource: pods, requested: 1, used: 2, capacity: 2",
    });
  });

  it('if a port is taken', () => {
    const listening = aPod({ containers: [{ name: 'main', ports: [{ containerPort: 1, hostPort: 80 }] }] });
    const info = new NodeInfo();
    info.node = aNode();
    expect(refusalOf(listening, info)).to.equal(undefined);
    info.add({ pod: listening });
    expect(refusalOf(listening, info)).to.deep.equal({
      reason: 'NodePorts',
      message: "Predicate NodePorts failed: node(s) didn't have free ports for the requested pod ports",
    });
  });

  it('if a taint would drive it off again', () => {
    const info = node();
    info.node = aNode({ taints: [{ key: 'gpu', effect: 'NoExecute' }] });
    expect(refusalOf(aPod(), info)).to.deep.equal({
      reason: 'TaintToleration',
      message: "Predicate TaintToleration failed: node(s) had taints that the pod didn't tolerate",
    });
    const tolerations = [{ key: 'gpu', operator: 'Exists', tolerationSeconds: 10 }];
    expect(refusalOf(aPod({ spec: { tolerations } }), info)).to.equal(undefined);
  });

  it('but not for a taint that only keeps newcomers out: whoever bound it may have had a reason', () => {
    const info = node();
    info.node = aNode({ taints: [{ key: 'gpu', effect: 'NoSchedule' }] });
    expect(refusalOf(aPod(), info)).to.equal(undefined);
  });
});
