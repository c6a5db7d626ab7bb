import { expect } from 'chai';
import { resources } from '../../kubernetes/kinds/resources';
import type { KubeObject } from '../../kubernetes/object';
import type { ResourceType } from '../../kubernetes/resourceType';
import { capabilityNames } from '../../port/capabilities';
import { checkSettings, claimsOf, claimsOfServed } from './capabilities';
import type { Call, Connection } from './connection/connection';

interface Review {
  readonly kind: string;
  readonly spec: {
    readonly resourceAttributes?: { readonly verb: string; readonly resource: string };
  };
}

/** A server that lets the caller do everything but these things, `verb resource`, and has these nodes. */
const connectionTo = (forbidden: readonly string[] = [], nodes: readonly object[] = []): Connection => ({
  server: 'https://10.0.0.1',
  latency: 5,
  skew: 0,
  now: () => 0,
  earliest: () => 0,
  async send({ path, body }: Call) {
    const { kind, spec } = (body ?? { kind: '', spec: {} }) as Review;
    const { verb = '', resource = '' } = spec.resourceAttributes ?? {};
    const status =
      kind === 'SelfSubjectRulesReview'
        ? { incomplete: true, resourceRules: [] }
        : { allowed: !forbidden.includes(`${verb} ${resource}`) };
    const items = path.startsWith('/api/v1/nodes') ? nodes : [];
    return { code: 200, body: kind === '' ? { metadata: {}, items } : { status }, warnings: [] };
  },
  listen: async () => ({ over: Promise.resolve(undefined), end: () => {} }),
  close: () => {},
});

const kindOf = (group: string, plural: string): ResourceType => ({ ...resources.pods, group, plural });
const OPENSHIFT = [
  kindOf('config.openshift.io', 'schedulers'),
  kindOf('security.openshift.io', 'securitycontextconstraints'),
];
const PATIENT = { patience: 3_600_000, mode: 'exclusive' } as const;

const lacking = async (given: Partial<Parameters<typeof claimsOf>[0]> = {}) => {
  const { capabilities, lacks } = await claimsOf({
    connection: connectionTo(),
    kinds: [],
    target: PATIENT,
    ...given,
  });
  expect([...capabilities, ...lacks.keys()].sort()).to.deep.equal([...capabilityNames].sort());
  return Object.fromEntries(lacks);
};

const NEVER = {
  'legacy-scheduling': 'no Kubernetes since 1.18 can be set to it',
  'movable-clock': 'its time is that of the clock on the wall',
};

describe('what a cluster that exists can do', () => {
  it('is all that its API lets somebody do, and what OpenShift adds where it is one', async () => {
    expect(await lacking({ kinds: OPENSHIFT })).to.deep.equal({
      ...NEVER,
      'default-node-selector': 'the configuration of a cluster that exists is left as it is',
    });
    expect(await lacking()).to.deep.equal({
      ...NEVER,
      'default-node-selector': 'it is no OpenShift',
      'project-node-selector': 'it is no OpenShift',
      'security-context-constraints': 'it is no OpenShift',
    });
  });

  it('lacks what the credentials do not allow', async () => {
    const connection = connectionTo(['create nodes', 'impersonate users']);
    expect(await lacking({ connection })).to.include({
      'node-control': 'these credentials may not create nodes',
      'container-control': 'these credentials may not create nodes',
      impersonation: 'these credentials may not impersonate users',
    });
  });

  it('has nodes, but none that may fall silent where a cloud would delete them', async () => {
    const node = {
      kind: 'Node',
      metadata: { name: 'worker-1', uid: 'a' },
      spec: { providerID: 'aws:///eu-central-1a/i-0123' },
      status: {},
    };
    const given = { kinds: [], target: PATIENT };
    const claims = await claimsOf({ ...given, connection: connectionTo([], [node]) });
    expect(claims.capabilities).to.include('node-control');
    expect((await claimsOf({ ...given, connection: connectionTo() })).noSilence).to.equal(undefined);
    expect(claims.noSilence).to.equal(
      'a cloud controller might delete them when they fall silent (The node "worker-1" is a machine of the cloud "aws")',
    );
  });

  it('has other nodes where others use it, too', async () => {
    expect(await lacking({ target: { ...PATIENT, mode: 'shared' } })).to.have.property(
      'no-other-nodes',
      'this run shares it, and nodes of others answer there',
    );
  });

  it('is everything where it has a world of its own, but for what foreign nodes stand in the way of', () => {
    expect([...claimsOfServed([]).capabilities]).to.have.members(capabilityNames);
    const node = { metadata: { name: 'node-1' } } as KubeObject;
    const { capabilities, lacks } = claimsOfServed([node]);
    expect([...capabilities]).not.to.include('no-other-nodes');
    expect([...lacks]).to.deep.equal([['no-other-nodes', 'the node "node-1" is somebody else\'s']]);
  });

  it('lacks long waits for who is in a hurry', async () => {
    expect(await lacking({ target: { ...PATIENT, patience: 65_000 } })).to.have.property('long-waits');
  });

  it('cannot be changed by settings, but is what they ask for', async () => {
    const claims = await claimsOf({ connection: connectionTo(), kinds: OPENSHIFT, target: PATIENT });
    expect(() => checkSettings({ securityContextConstraints: true }, claims)).not.to.throw();
    for (const settings of [
      { securityContextConstraints: false },
      { defaultNodeSelector: 'a=b' },
      { legacyScheduling: true },
    ])
      expect(() => checkSettings(settings, claims)).to.throw('cannot be changed');
  });
});
