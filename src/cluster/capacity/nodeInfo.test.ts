import { expect } from 'chai';
import { aNode, aPod } from '../../kubernetes/kinds/samples.testkit';
import { NodeInfo } from './nodeInfo';

const small = aNode({ allocatable: { cpu: '2', memory: '1Gi', pods: '3', 'ephemeral-storage': '10Gi' } });
const infoOf = (node = small): NodeInfo => {
  const info = new NodeInfo();
  info.node = node;
  return info;
};
const asking = (requests: Record<string, string>, name = 'p') =>
  aPod({ name, containers: [{ name: 'main', resources: { requests } }] });
const listening = (hostPort: number, name = 'p') =>
  aPod({ name, containers: [{ name: 'main', ports: [{ containerPort: 1, hostPort }] }] });

describe('room on a node', () => {
  it('is left to the last bit', () => {
    const info = infoOf();
    info.add({ pod: asking({ cpu: '1500m' }) });
    expect(info.shortages(asking({ cpu: '500m' }))).to.deep.equal([]);
    expect(info.shortages(asking({ cpu: '501m' }))).to.deep.equal([
      { resource: 'cpu', requested: 501, used: 1500, capacity: 2000 },
    ]);
  });

  it('is short of everything that does not suffice', () => {
    const huge = asking({ cpu: '3', memory: '2Gi', 'ephemeral-storage': '20Gi' });
    const GI = 1024 ** 3;
    expect(infoOf().shortages(huge)).to.deep.equal([
      { resource: 'cpu', requested: 3000, used: 0, capacity: 2000 },
      { resource: 'memory', requested: 2 * GI, used: 0, capacity: GI },
      { resource: 'ephemeral-storage', requested: 20 * GI, used: 0, capacity: 10 * GI },
    ]);
  });

  it('is for so many pods', () => {
    const info = infoOf();
    for (const key of ['a', 'b', 'c']) info.add({ pod: aPod({ name: key }) });
    expect(info.shortages(aPod())).to.deep.equal([{ resource: 'pods', requested: 1, used: 3, capacity: 3 }]);
  });

  it('is there for a pod that asks for nothing, even where more was taken than there is', () => {
    const info = infoOf();
    info.add({ pod: asking({ cpu: '5' }) });
    expect(info.shortages(aPod())).to.deep.equal([]);
  });

  it('is not there in what the node does not list, for pods neither', () => {
    const info = infoOf(aNode({ allocatable: {} }));
    expect(info.shortages(asking({ cpu: '1', 'nvidia.com/gpu': '1' }))).to.deep.equal([
      { resource: 'pods', requested: 1, used: 0, capacity: 0 },
      { resource: 'cpu', requested: 1000, used: 0, capacity: 0 },
      { resource: 'nvidia.com/gpu', requested: 1, used: 0, capacity: 0 },
    ]);
  });

  it('counts devices and huge pages, until their pod is taken out', () => {
    const info = infoOf(
      aNode({ allocatable: { cpu: '2', pods: '9', 'nvidia.com/gpu': '2', 'hugepages-2Mi': '4Mi' } }),
    );
    const greedy = { pod: asking({ 'nvidia.com/gpu': '2', 'hugepages-2Mi': '4Mi' }) };
    const modest = asking({ 'nvidia.com/gpu': '1', 'hugepages-2Mi': '2Mi' }, 'q');
    expect(info.shortages(greedy.pod)).to.deep.equal([]);
    info.add(greedy);
    const MI = 1024 ** 2;
    expect(info.shortages(modest)).to.deep.equal([
      { resource: 'nvidia.com/gpu', requested: 1, used: 2, capacity: 2 },
      { resource: 'hugepages-2Mi', requested: 2 * MI, used: 4 * MI, capacity: 4 * MI },
    ]);
    info.remove(greedy);
    expect(info.shortages(modest)).to.deep.equal([]);
  });

  it('is needed by nobody who asks for none of a device', () => {
    expect(infoOf().shortages(asking({ 'nvidia.com/gpu': '0' }))).to.deep.equal([]);
  });

  it('has each port once, and again when its pod has gone', () => {
    const info = infoOf();
    const web = { pod: listening(80) };
    info.add(web);
    info.add({ pod: listening(81) });
    const taken = (port: number) => ({ port, protocol: 'TCP', ip: '0.0.0.0' });
    expect(info.takenPort(listening(80))).to.deep.equal(taken(80));
    info.remove(web);
    expect(info.takenPort(listening(80))).to.equal(undefined);
    expect(info.takenPort(listening(81))).to.deep.equal(taken(81));
  });

  it('counts a pod until it is taken out, once', () => {
    const info = infoOf();
    const tenant = { pod: asking({ cpu: '1' }) };
    info.add(tenant);
    info.add({ pod: asking({ cpu: '500m' }) });
    expect(info.cpu).to.equal(1500);
    info.remove(tenant);
    info.remove(tenant);
    expect([info.cpu, info.tenants.length]).to.deep.equal([500, 1]);
  });

  it('is taken to the share of what is scarcest', () => {
    const info = infoOf();
    info.add({ pod: asking({ cpu: '500m', memory: '512Mi' }) });
    expect(info.load).to.equal(0.5);
    expect(new NodeInfo().load).to.equal(1);
  });
});
