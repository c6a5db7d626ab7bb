import { expect } from 'chai';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { aPod } from '../../kubernetes/kinds/samples.testkit';
import { Hosts } from './hosts';
import type { Host } from './local';

describe('machines', () => {
  let hosts = new Hosts();
  beforeEach(() => {
    hosts = new Hosts();
  });

  const join = (name: string): Host => hosts.add({ name }, hosts.nodeAddress());

  it('are found by their name, as long as they are there', () => {
    const east = join('east-1');
    join('west-1');
    expect(hosts.find('east-1')).to.equal(east);
    expect(hosts.get('east-1')).to.equal(east);
    hosts.remove('east-1');
    expect(hosts.find('east-1')).to.equal(undefined);
    expect(hosts.find('west-1')?.machine.name).to.equal('west-1');
  });

  it('come with nobody on them, and speak', () => {
    const { silent, pods, info } = join('east-1');
    expect({ silent, pods, tenants: info.tenants }).to.deep.equal({ silent: false, pods: [], tenants: [] });
  });

  it('are all named to who asks for another', () => {
    expect(() => hosts.get('north-1')).to.throw('There is no machine "north-1". The machines are: none.');
    for (const name of ['east-1', 'west-1']) join(name);
    expect(() => hosts.get('north-1')).to.throw(
      'There is no machine "north-1". The machines are: east-1, west-1.',
    );
  });
});

describe('the addresses of a cluster', () => {
  let hosts = new Hosts();
  beforeEach(() => {
    hosts = new Hosts();
  });

  const addressOf = (pod: Pod, host = hosts.add({ name: 'east-1' }, hosts.nodeAddress())) =>
    hosts.podAddress(pod, host);
  const within = (pod: Pod, podIP: string): Pod => ({ ...pod, status: { ...pod.status, podIP } });

  it('are of the form that a reader knows: machines in 10.0, pods in 10.1', () => {
    expect(hosts.nodeAddress()).to.equal('10.0.0.1');
    expect(hosts.podAddress(aPod(), hosts.add({ name: 'east-1' }, '10.0.0.1'))).to.equal('10.1.0.2');
  });

  it("are the machine's own for pods that use its network", () => {
    const host = hosts.add({ name: 'east-1' }, '10.0.0.7');
    expect(addressOf(aPod({ spec: { hostNetwork: true } }), host)).to.equal('10.0.0.7');
  });

  it('stay with a pod once it has one', () => {
    expect(addressOf(within(aPod(), '10.1.0.99'))).to.equal('10.1.0.99');
  });

  it('are never given twice, though pods and machines come and go', () => {
    const host = hosts.add({ name: 'east-1' }, '10.0.0.0');
    const pod = aPod();
    const given = new Set<string>();
    for (let round = 0; round < 35_000; round++) {
      given.add(hosts.nodeAddress());
      given.add(hosts.podAddress(pod, host));
    }
    expect(given.size).to.equal(70_000);
    expect([...given].filter((address) => !isAddress(address))).to.deep.equal([]);
  });
});

const isAddress = (text: string): boolean =>
  text.split('.').every((part) => /^\d+$/.test(part) && Number(part) <= 255);
