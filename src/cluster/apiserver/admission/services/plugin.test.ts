import { expect } from 'chai';
import { type Service, type ServiceSpec, services } from '../../../../kubernetes/kinds/service/service';
import type { KubeObject } from '../../../../kubernetes/object';
import { NAMESPACE, refusalOf, Stage } from '../../../stage.testkit';
import { administrator } from '../../requests/caller';

/** What a real 1.36.2 API server answers. */
describe('a service of a cluster that is served', () => {
  let stage = new Stage({ isServed: true });
  beforeEach(() => {
    stage = new Stage({ isServed: true });
  });

  const make = (name: string, spec: object): ServiceSpec => {
    const ports = [{ port: 80 }];
    const body = { apiVersion: 'v1', kind: 'Service', metadata: { name }, spec: { ports, ...spec } };
    return (stage.server.create(body, administrator, NAMESPACE) as Service).spec;
  };
  const change = (name: string, spec: object): ServiceSpec => {
    const patch = { patch: { spec }, type: 'merge' } as const;
    const changed = stage.server.patch<KubeObject>(services, NAMESPACE, name, patch, administrator);
    return (changed as Service).spec;
  };
  const refusal = (spec: object): string => refusalOf(() => make('a', spec)).message;

  it('is given an address that no other has, and gives it back when it goes', () => {
    const { clusterIP = '', clusterIPs, ipFamilies, ipFamilyPolicy } = make('a', {});
    expect(clusterIP).to.match(/^10\.96\.\d+\.\d+$/);
    expect([clusterIPs, ipFamilies, ipFamilyPolicy]).to.deep.equal([[clusterIP], ['IPv4'], 'SingleStack']);
    const taken = `Service "b" is invalid: spec.clusterIPs: Invalid value: ["${clusterIP}"]: failed to allocate IP ${clusterIP}: provided IP is already allocated`;
    expect(refusalOf(() => make('b', { clusterIP })).message).to.equal(taken);
    stage.server.delete(services, NAMESPACE, 'a', {}, administrator);
    expect(make('b', { clusterIP }).clusterIP).to.equal(clusterIP);
  });

  it('has no address that it does not want, and none of another network', () => {
    expect(make('headless', { clusterIP: 'None' })).to.deep.include({
      clusterIPs: ['None'],
      ipFamilies: ['IPv4', 'IPv6'],
      ipFamilyPolicy: 'RequireDualStack',
    });
    expect(make('alias', { type: 'ExternalName', externalName: 'a.b', ports: [] }).clusterIP).to.equal(
      undefined,
    );
    expect(refusal({ clusterIP: '1.2.3.4' })).to.equal(
      'Service "a" is invalid: spec.clusterIPs: Invalid value: ["1.2.3.4"]: failed to allocate IP 1.2.3.4: the provided network does not match the current range',
    );
    expect(refusal({ ipFamilies: ['IPv6'] })).to.equal(
      'Service "a" is invalid: spec.ipFamilies[0]: Invalid value: "IPv6": not configured on this cluster',
    );
    expect(refusal({ ipFamilyPolicy: 'RequireDualStack' })).to.equal(
      'Service "a" is invalid: spec.ipFamilyPolicy: Invalid value: "RequireDualStack": this cluster is not configured for dual-stack services',
    );
  });

  it('is given ports on every node, if its type wants them', () => {
    const ports = [
      { port: 80, name: 'a' },
      { port: 80, name: 'b', protocol: 'UDP' },
      { port: 81, name: 'c', nodePort: 30_123 },
    ];
    const given = make('a', { type: 'NodePort', ports }).ports?.map(({ nodePort = 0 }) => nodePort) ?? [];
    expect(given[0]).to.equal(given[1]).within(30_086, 32_767);
    expect(given[2]).to.equal(30_123);
    const wants = (nodePort: number) =>
      refusalOf(() => make('b', { type: 'NodePort', ports: [{ port: 80, nodePort }] })).message;
    expect(wants(30_123)).to.equal(
      'Service "b" is invalid: spec.ports[0].nodePort: Invalid value: 30123: provided port is already allocated',
    );
    expect(wants(80)).to.equal(
      'Service "b" is invalid: spec.ports[0].nodePort: Invalid value: 80: provided port is not in the valid range. The range of valid ports is 30000-32767',
    );
  });

  it('keeps what it was given, as long as its type needs it', () => {
    const { clusterIP } = make('a', { type: 'NodePort' });
    const inner = change('a', { type: 'ClusterIP' });
    expect([inner.clusterIP, inner.ports?.[0]?.nodePort, inner.externalTrafficPolicy]).to.deep.equal([
      clusterIP,
      undefined,
      undefined,
    ]);
    expect(change('a', { ports: [{ port: 90 }] }).clusterIP).to.equal(clusterIP);
    const alias = change('a', { type: 'ExternalName', externalName: 'a.b' });
    expect([alias.clusterIP, alias.clusterIPs, alias.ipFamilies]).to.deep.equal(Array(3).fill(undefined));
  });

  it('never has its address changed', () => {
    make('a', {});
    expect(refusalOf(() => change('a', { clusterIP: '10.96.7.7' })).message).to.equal(
      'Service "a" is invalid: spec.clusterIPs[0]: Invalid value: ["10.96.7.7"]: may not change once set',
    );
  });
});
