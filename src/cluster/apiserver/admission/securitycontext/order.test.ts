import { expect } from 'chai';
import type { SecurityContextConstraints } from '../../../../kubernetes/kinds/securitycontextconstraints/constraints';
import { STOCK_CONSTRAINTS } from '../../../../kubernetes/kinds/securitycontextconstraints/stock';
import { inOrder } from './order';
import { constraintsNamed } from './securitycontext.testkit';

const names = (all: readonly SecurityContextConstraints[]): string[] =>
  inOrder(all).map(({ metadata }) => metadata.name);

const like = (stock: string, name: string, rest: object): SecurityContextConstraints =>
  constraintsNamed(name, { ...STOCK_CONSTRAINTS[stock], ...rest });

describe('the order of constraints', () => {
  it('of the stock: anyuid by its priority, then what allows least', () => {
    const stock = Object.keys(STOCK_CONSTRAINTS).map((name) => like(name, name, {}));
    expect(names(stock.reverse())).to.deep.equal([
      'anyuid',
      'restricted-v2',
      'restricted-v3',
      'restricted',
      'nonroot-v2',
      'nonroot',
      'hostmount-anyuid',
      'hostnetwork-v2',
      'hostnetwork',
      'hostaccess',
      'privileged',
    ]);
  });

  it('goes by priority, whatever they allow', () => {
    const all = [like('restricted', 'a', { priority: 1 }), like('privileged', 'b', { priority: 2 })];
    expect(names(all)).to.deep.equal(['b', 'a']);
  });

  const laxer: Readonly<Record<string, readonly [stricter: object, laxer: object]>> = {
    'host ports before the network of the host': [{ allowHostNetwork: true }, { allowHostPorts: true }],
    'the network of the host before host paths': [
      { allowHostDirVolumePlugin: true },
      { allowHostNetwork: true },
    ],
    'host paths before other volumes': [{ volumes: ['nfs'] }, { allowHostDirVolumePlugin: true }],
    'volumes that reach beyond the pod': [{ volumes: ['secret', 'emptyDir'] }, { volumes: ['csi'] }],
    'a user of choice': [{ runAsUser: { type: 'MustRunAsNonRoot' } }, { runAsUser: { type: 'RunAsAny' } }],
    'each capability that is allowed': [
      { allowedCapabilities: ['NET_ADMIN'] },
      { allowedCapabilities: ['NET_ADMIN', 'SYS_TIME'] },
    ],
    'all capabilities': [{ allowedCapabilities: ['A', 'B'] }, { allowedCapabilities: ['all'] }],
    'a capability by default more than one by choice': [
      { allowedCapabilities: ['NET_ADMIN'] },
      { defaultAddCapabilities: ['NET_ADMIN'] },
    ],
    'each capability that need not be dropped': [
      { requiredDropCapabilities: ['KILL', 'MKNOD'] },
      { requiredDropCapabilities: ['KILL'] },
    ],
  };
  for (const [what, [stricter, lax]] of Object.entries(laxer)) {
    it(`counts ${what}`, () => {
      expect(names([like('restricted', 'a', lax), like('restricted', 'b', stricter)])).to.deep.equal([
        'b',
        'a',
      ]);
    });
  }

  it('is that of names where they allow as much', () => {
    expect(names([like('nonroot', 'b', {}), like('nonroot', 'a', {})])).to.deep.equal(['a', 'b']);
  });
});
