import { expect } from 'chai';
import { controllerOf } from '../../fields/meta';
import { aPod, managedBy } from '../samples.testkit';
import { hostPortsOf, portsClash } from './hostPorts';
import type { Container } from './pod';
import { requestsOf } from './requests';
import { availableFrom, isAvailable, isReady, isTerminal, targetNode } from './state';

describe('a pod', () => {
  it('is ready if its condition says True', () => {
    expect(isReady(aPod({ readySince: 0 }))).to.equal(true);
    expect(isReady(aPod())).to.equal(false);
  });

  it('is available once it has been ready long enough', () => {
    const pod = aPod({ readySince: 10_000 });
    expect(isAvailable(pod, 5, 14_999)).to.equal(false);
    expect(isAvailable(pod, 5, 15_000)).to.equal(true);
    expect(availableFrom(pod, 5)).to.equal(15_000);
  });

  it('is available at once where nobody asks for time', () => {
    expect(isAvailable(aPod({ readySince: 10_000 }), 0, 10_000)).to.equal(true);
  });

  it('is never available while it is not ready', () => {
    expect(availableFrom(aPod(), 0)).to.equal(undefined);
    expect(isAvailable(aPod(), 0, 1e9)).to.equal(false);
  });

  it('has ended for good when it failed or succeeded', () => {
    const ended = ['Pending', 'Running', 'Failed', 'Succeeded'].filter((phase) =>
      isTerminal(aPod({ phase })),
    );
    expect(ended).to.deep.equal(['Failed', 'Succeeded']);
  });

  it('belongs to the node it is bound to, else to the one its affinity names', () => {
    expect(targetNode(aPod({ node: 'east-1', meantFor: 'east-2' }))).to.equal('east-1');
    expect(targetNode(aPod({ meantFor: 'east-2' }))).to.equal('east-2');
    expect(targetNode(aPod())).to.equal(undefined);
  });

  it('is managed by the owner that is marked so', () => {
    const pod = aPod();
    const { controller: _, ...other } = managedBy('other');
    const owned = { ...pod, metadata: { ...pod.metadata, ownerReferences: [other, managedBy('agent')] } };
    expect(controllerOf(owned)?.name).to.equal('agent');
    expect(controllerOf({ ...pod, metadata: { ...pod.metadata, ownerReferences: [other] } })).to.equal(
      undefined,
    );
  });
});

describe('what a pod asks of a node', () => {
  const asking = (cpu: string, memory = '0') => ({ name: 'c', resources: { requests: { cpu, memory } } });
  const cpuOf = (containers: readonly Container[], initContainers?: readonly Container[]): number =>
    requestsOf(aPod({ containers, spec: { initContainers } }).spec).cpu;

  it('is the sum over its containers', () => {
    expect(requestsOf(aPod({ containers: [asking('100m', '1Ki'), asking('1', '1Ki')] }).spec)).to.deep.equal({
      cpu: 1100,
      memory: 2048,
      storage: 0,
    });
  });

  it('is the largest init container, if that is more', () => {
    expect(cpuOf([asking('100m')], [asking('2'), asking('1')])).to.equal(2000);
    expect(cpuOf([asking('3')], [asking('2')])).to.equal(3000);
  });

  it('counts a sidecar among the containers', () => {
    expect(cpuOf([asking('1')], [{ ...asking('500m'), restartPolicy: 'Always' }])).to.equal(1500);
  });

  it('is what the pod says as a whole, where it does', () => {
    const { containers } = aPod({ containers: [asking('100m', '1Ki')] }).spec;
    const whole = (requests?: Record<string, string>) =>
      requestsOf(aPod({ containers, spec: { resources: { requests } } }).spec);
    expect(whole()).to.deep.equal({ cpu: 100, memory: 1024, storage: 0 });
    expect(whole({ cpu: '2' })).to.deep.equal({ cpu: 2000, memory: 1024, storage: 0 });
    expect(whole({ memory: '2Ki' })).to.deep.equal({ cpu: 100, memory: 2048, storage: 0 });
  });

  it('is nothing, if it does not say', () => {
    expect(requestsOf(aPod().spec)).to.deep.equal({ cpu: 0, memory: 0, storage: 0 });
  });
});

describe('ports on a node', () => {
  const port = { port: 80, protocol: 'TCP', ip: '10.0.0.1' };

  it('are those that containers claim of their host', () => {
    const ports = [{ containerPort: 1 }, { containerPort: 80, hostPort: 8080 }];
    expect(hostPortsOf(aPod({ containers: [{ name: 'main', ports }] }).spec)).to.deep.equal([
      { port: 8080, protocol: 'TCP', ip: '0.0.0.0' },
    ]);
  });

  it('clash if number, protocol and address are the same', () => {
    expect(portsClash(port, port)).to.equal(true);
    expect(portsClash(port, { ...port, port: 81 })).to.equal(false);
    expect(portsClash(port, { ...port, protocol: 'UDP' })).to.equal(false);
    expect(portsClash(port, { ...port, ip: '10.0.0.2' })).to.equal(false);
  });

  it('clash with a claim on every address', () => {
    expect(portsClash(port, { ...port, ip: '0.0.0.0' })).to.equal(true);
    expect(portsClash({ ...port, ip: '0.0.0.0' }, port)).to.equal(true);
  });
});
