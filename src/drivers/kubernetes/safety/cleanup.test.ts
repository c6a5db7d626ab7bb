import { expect } from 'chai';
import { resources } from '../../../kubernetes/kinds/resources';
import type { KubeObject, Manifest } from '../../../kubernetes/object';
import { cleanUp, leftBehind } from './cleanup';
import { type Collection, type Found, pathOf } from './collections';
import { runLabels } from './labels';
import { remember } from './record';
import { TriedCluster } from './served.testkit';

const { clusterrolebindings, clusterroles, configmaps, daemonsets, events, leases, namespaces, nodes, pods } =
  resources;

const POD_SPEC = { terminationGracePeriodSeconds: 300, containers: [{ name: 'main', image: 'agent:v1' }] };
const TEMPLATE = { metadata: { labels: { app: 'agent' } }, spec: POD_SPEC };

/** Comes and goes, and tells nothing: the account of what there is not. */
const ofNobody = (key: string): boolean => key.startsWith('events/');

describe('what runs leave behind', function () {
  this.timeout(60_000);
  let cluster: TriedCluster;
  let made: Found[] = [];
  let before: ReadonlyMap<string, string> = new Map();

  const make = async (
    collection: Collection,
    name: string,
    rest: object = {},
    { namespace, run, ...metadata }: Partial<KubeObject['metadata']> & { run?: string | undefined } = {},
  ): Promise<void> => {
    const { apiVersion, kind } = collection;
    const labels = run === undefined ? {} : runLabels(run);
    const manifest = { apiVersion, kind, metadata: { name, labels, ...metadata }, ...rest } as Manifest;
    const object = await cluster.create(pathOf(collection, { namespace }), manifest);
    if (run !== undefined) made.push({ collection, object });
  };

  const agent = (namespace: string, run?: string) =>
    make(
      daemonsets,
      'agent',
      { spec: { selector: { matchLabels: { app: 'agent' } }, template: TEMPLATE } },
      { namespace, run },
    );

  const contents = (): readonly string[] =>
    [...cluster.contents()].map((entry) => entry.join(' ')).filter((key) => !ofNobody(key));

  const names = (collection: { readonly plural: string }): readonly string[] =>
    [...cluster.contents().keys()].filter((key) => key.startsWith(`${collection.plural}/`));

  /** Each step of the way a place, an owner, or a node. */
  const leaveBehind = async (run: string): Promise<void> => {
    const spec = { podCIDR: '10.0.0.0/24' };
    await make(namespaces, `shop-${run}`, {}, { run });
    await make(nodes, `node-${run}`, { spec }, { run });
    await make(leases, `node-${run}`, { spec: {} }, { namespace: 'kube-node-lease' });
    await make(clusterroles, `reader-${run}`, { rules: [] }, { run });
    await agent(`shop-${run}`, run);
    await make(configmaps, `notes-${run}`, {}, { run, namespace: 'default' });
    await make(configmaps, 'held', {}, { run, namespace: `shop-${run}`, finalizers: ['example.com/hold'] });
    const bound = { spec: { ...POD_SPEC, nodeName: `node-${run}` } };
    await make(pods, 'bare', bound, { run, namespace: `shop-${run}` });
    await make(
      events,
      `node-${run}.1`,
      {
        involvedObject: { kind: 'Node', name: `node-${run}` },
        reason: 'Seen',
        source: { component: 'somebody' },
      },
      { namespace: 'default' },
    );
  };

  beforeEach(async () => {
    cluster = await TriedCluster.start({ nodes: 1 });
    await make(namespaces, 'theirs');
    await make(configmaps, 'notes', {}, { namespace: 'theirs' });
    await make(
      events,
      'node-1.1',
      { involvedObject: { kind: 'Node', name: 'node-1' }, reason: 'Seen' },
      { namespace: 'default' },
    );
    await cluster.settle();
    made = [];
    before = cluster.contents();
  });
  afterEach(() => cluster.close());

  it('goes, with all that hangs on it, and nothing else does', async () => {
    const standing = contents();
    await leaveBehind('one');
    const { left, found, holds } = await cleanUp(cluster.connection, { run: 'one', linger: 0 });
    expect([left, holds]).to.deep.equal([[], []]);
    expect(found).to.be.greaterThan(8);
    expect(contents()).to.deep.equal(standing);
    expect(names(events).filter((name) => name.includes('node-one'))).to.deep.equal([]);
    expect(names(events)).to.include('events/default/node-1.1');
  });

  it('is told of by controllers after it is gone', async () => {
    const { connection } = cluster;
    const told = async (name: string): Promise<void> =>
      make(
        events,
        `${name}.9`,
        { involvedObject: { kind: 'Node', name }, reason: 'RemovingNode' },
        { namespace: 'default' },
      );
    await make(nodes, 'east-1', {}, { run: 'one' });
    await make(nodes, 'west-1-one-3', {}, { run: 'one' });
    await remember(connection, made);
    for (const name of ['east-1', 'west-1-one-3'])
      await connection.send({ method: 'DELETE', path: pathOf(nodes, { name }) });
    await told('east-1');
    await told('west-1-one-3');
    await told('north-1-one-more-3');
    expect((await cleanUp(connection, { run: 'one', linger: 0 })).left).to.deep.equal([]);
    expect(names(events).filter((name) => name.endsWith('.9'))).to.deep.equal([
      'events/default/north-1-one-more-3.9',
    ]);
    expect(names(leases).filter((name) => name.includes('rollcall-'))).to.deep.equal([]);
  });

  it('is that of the run that is named, or of all', async () => {
    await leaveBehind('one');
    await leaveBehind('two');
    await cleanUp(cluster.connection, { run: 'one', linger: 0 });
    expect(names(namespaces)).to.include('namespaces//shop-two').and.not.to.include('namespaces//shop-one');
    expect(await leftBehind(cluster.connection)).to.have.length(made.length / 2);
    await cleanUp(cluster.connection, { linger: 0 });
    expect([...before.keys()]).to.deep.equal([...cluster.contents().keys()].filter((key) => before.has(key)));
    expect(await leftBehind(cluster.connection)).to.deep.equal([]);
  });

  it('is looked for in vain where there is nothing, without a write', async () => {
    const { connection } = cluster;
    connection.calls.length = 0;
    expect(await cleanUp(connection)).to.deep.equal({ found: 0, left: [], holds: [], unseen: [] });
    expect(connection.calls.filter(({ method }) => method !== 'GET')).to.deep.equal([]);
  });

  it('is not known of what may not be listed, which is said once', async () => {
    const role = { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'looker' };
    const seen = ['pods', 'namespaces', 'leases', 'events'];
    const world = ['clock', 'machines', 'settings'].map((name) => `${name}.rollcall.dev`);
    const rules = [
      { apiGroups: ['*'], resources: seen, verbs: ['*'] },
      { apiGroups: world, resources: ['*'], verbs: ['*'] },
    ];
    const subjects = [{ apiGroup: role.apiGroup, kind: 'User', name: 'pat' }];
    await make(clusterroles, 'looker', { rules }, { run: 'one' });
    await make(clusterrolebindings, 'looker', { roleRef: role, subjects }, { run: 'one' });
    const { left, unseen } = await cleanUp(cluster.as('pat'), { linger: 0 });
    expect(left).to.deep.equal([]);
    expect(unseen).to.have.length(1);
    const [, kinds = ''] = (unseen[0] ?? '').split('may not list them: ');
    expect(kinds.replace(/\.$/, '').split(', '))
      .to.include.members(['configmaps', 'daemonsets.apps'])
      .and.not.include.members(seen);
    await cleanUp(cluster.connection, { linger: 0 });
  });

  it('is told with what holds it, until somebody consents to take that off', async () => {
    await make(namespaces, 'shop', {}, { run: 'one' });
    await make(configmaps, 'held', {}, { run: 'one', namespace: 'shop', finalizers: ['mesh.io/guard'] });
    const { left, holds } = await cleanUp(cluster.connection, { patience: 300 });
    expect(left.map(({ object }) => object.metadata.name)).to.include('shop');
    expect(holds.join('\n')).to.contain('ConfigMap "held" in shop is held by mesh.io/guard.');
    expect((await cleanUp(cluster.connection, { releases: true, linger: 0 })).left).to.deep.equal([]);
  });
});
