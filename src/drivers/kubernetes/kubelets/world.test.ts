import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { DaemonSet } from '../../../kubernetes/kinds/daemonset/daemonSet';
import type { Event } from '../../../kubernetes/kinds/event/event';
import type { Lease } from '../../../kubernetes/kinds/lease/lease';
import type { Node } from '../../../kubernetes/kinds/node/node';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { isReady } from '../../../kubernetes/kinds/pod/state';
import { resources } from '../../../kubernetes/kinds/resources';
import type { KubeObject, Manifest } from '../../../kubernetes/object';
import type { ResourceType } from '../../../kubernetes/resourceType';
import { type Served, serve } from '../../../serve/serve';
import { connect } from '../connection/connect';
import type { Connection } from '../connection/connection';
import { makeLens } from '../lens/makeLens';
import { collectionPath } from '../watching/address';
import { Watching } from '../watching/watching';
import { pathOf } from './paths';
import { type Kubelets, playKubelets } from './world';

const { configmaps, daemonsets, events, leases, nodes, pods } = resources;
const SUFFIX = '-r1-7';
const NAMESPACE = `shop${SUFFIX}`;
const LABELS = { 'rollcall.dev/run': 'r1' };

describe('kubelets that are played on a cluster elsewhere', () => {
  let served: Served;
  let folder: string;
  let connection: Connection;
  let watching: Watching;
  let kubelets: Kubelets;
  const lens = makeLens({ suffix: SUFFIX, mode: 'shared', labels: LABELS });

  before(async () => {
    served = await serve();
    folder = await mkdtemp(join(tmpdir(), 'kubelets-'));
    const kubeconfig = join(folder, 'config');
    await writeFile(kubeconfig, served.kubeconfig());
    const [, context = ''] = /current-context: "?([^\s"]+)/.exec(served.kubeconfig()) ?? [];
    ({ connection } = await connect({ context, kubeconfig }));
    watching = new Watching(connection);
    await watching.begin([nodes, pods, daemonsets]);
    kubelets = playKubelets({ connection, watching, lens, labels: LABELS });
    await create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } }, resources.namespaces);
    for (const image of ['agent:v1', 'agent:v2'])
      await kubelets.world.imageBehaves(image, { startSeconds: 0, stopSeconds: 0 });
    await kubelets.world.addNode({ name: 'east-1', labels: { disk: 'ssd' } });
  });

  after(async () => {
    await kubelets?.close();
    watching?.close();
    connection?.close();
    await served?.close();
    await rm(folder, { recursive: true });
  });

  const send = async (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object) =>
    (
      await connection.send({
        method,
        path,
        body,
        contentType: method === 'PATCH' ? 'application/merge-patch+json' : undefined,
      })
    ).body as KubeObject;
  const create = async (manifest: Manifest, resource: ResourceType) => {
    const out = lens.manifestOut({ ...manifest }, resource);
    await send('POST', collectionPath(resource, NAMESPACE), out);
  };
  const read = async <T extends KubeObject>(resource: ResourceType<T>, name: string, namespace = NAMESPACE) =>
    (await send('GET', pathOf(resource, namespace, name))) as T;
  const known = <T extends KubeObject>(resource: ResourceType<T>): readonly T[] =>
    watching.all(resource).flatMap((object) => lens.objectIn(object) ?? []);

  /** Resolves once it is so, whenever something was heard. */
  const until = (isSo: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!isSo()) return;
        end();
        resolve();
      };
      const end = watching.subscribe(look);
      look();
    });
  const podCalled = (name: string) => known(pods).find(({ metadata }) => metadata.name === name);
  const runs = (name: string): boolean => {
    const found = podCalled(name);
    return found !== undefined && isReady(found);
  };
  const nodeCalled = (name: string) => known(nodes).find(({ metadata }) => metadata.name === name);
  const readyOf = (node: Node | undefined) =>
    node?.status.conditions?.find(({ type }) => type === 'Ready')?.status;

  const pod = (name: string, spec: object = {}, node = 'east-1') =>
    create(
      {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name, namespace: 'shop' },
        spec: { nodeName: node, containers: [{ name: 'main', image: 'agent:v1' }], ...spec },
      },
      pods,
    );

  it('register nodes as the example knows them, that are nobody’s machines', async () => {
    const node = await read(nodes, `east-1${SUFFIX}`);
    expect(node.spec.providerID).to.equal(`rollcall://r1/east-1${SUFFIX}`);
    expect(node.metadata.labels).to.include({
      ...LABELS,
      disk: 'ssd',
      'kubernetes.io/hostname': `east-1${SUFFIX}`,
    });
    expect(readyOf(nodeCalled('east-1'))).to.equal('True');
    await until(() => nodeCalled('east-1')?.spec.taints === undefined);
  });

  it('keep leases that belong to the nodes', async () => {
    const { metadata, spec } = await read<Lease>(leases, `east-1${SUFFIX}`, 'kube-node-lease');
    const { uid } = (await read(nodes, `east-1${SUFFIX}`)).metadata;
    expect(metadata.ownerReferences).to.deep.equal([
      { apiVersion: 'v1', kind: 'Node', name: `east-1${SUFFIX}`, uid },
    ]);
    expect(metadata.labels).to.include(LABELS);
    expect(spec.holderIdentity).to.equal(`east-1${SUFFIX}`);
    expect(spec.renewTime).to.match(/^\d{4}-\d\d-\d\dT[\d:]{8}\.\d{6}Z$/);
  });

  it('refuse a machine whose name is taken, and keep the one that has it', async () => {
    const refusal = await kubelets.world.addNode({ name: 'east-1' }).catch((error: Error) => error.message);
    expect(refusal).to.equal('nodes "east-1" already exists');
    await send('POST', '/api/v1/nodes', {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name: `west-1${SUFFIX}` },
    });
    const foreign = await kubelets.world.addNode({ name: 'west-1' }).catch((error: Error) => error.message);
    expect(foreign).to.equal('nodes "west-1" already exists');
    const silenced = await kubelets.world.silenceNode('west-1').catch((error: Error) => error.message);
    expect(silenced).to.equal('There is no machine "west-1". The machines are: east-1.');
    expect(kubelets.trouble).to.equal(undefined);
  });

  it('run the pods of daemon sets, replace them, and let them go', async () => {
    const template = (image: string) => ({
      metadata: { labels: { app: 'agent' } },
      spec: { containers: [{ name: 'main', image }] },
    });
    await create(
      {
        apiVersion: 'apps/v1',
        kind: 'DaemonSet',
        metadata: { name: 'agent', namespace: 'shop' },
        spec: { selector: { matchLabels: { app: 'agent' } }, template: template('agent:v1') },
      },
      daemonsets,
    );
    const set = (): DaemonSet | undefined => known(daemonsets)[0];
    await until(() => set()?.status.numberReady === 1);
    const [first] = known(pods);
    await send('PATCH', pathOf(daemonsets, NAMESPACE, 'agent'), { spec: { template: template('agent:v2') } });
    const isNew = ({ metadata }: Pod): boolean => metadata.name !== first?.metadata.name;
    await until(() => known(pods).some((each) => isNew(each) && isReady(each)));
    expect(known(pods).every(isNew)).to.equal(true);
    await send('DELETE', pathOf(daemonsets, NAMESPACE, 'agent'));
    await until(() => known(pods).length === 0);
  });

  it('do what is asked of containers, and say when it is stored', async () => {
    await pod('a');
    await until(() => runs('a'));
    await kubelets.world.setPodReady({ namespace: 'shop', name: 'a' }, false);
    expect(isReady((await read(pods, 'a')) as Pod)).to.equal(false);
    expect(isReady(podCalled('a') as Pod)).to.equal(false);
    await kubelets.world.exitContainer({ namespace: 'shop', name: 'a' }, 3);
    const [{ state, lastState } = {}] = (await read<Pod>(pods, 'a')).status.containerStatuses ?? [];
    // The first time it is started anew at once.
    expect((state?.terminated ?? lastState?.terminated)?.exitCode).to.equal(3);
    await kubelets.world.finishPod({ namespace: 'shop', name: 'a' }, 'Succeeded');
    expect((await read<Pod>(pods, 'a')).status.phase).to.equal('Succeeded');
    const { items } = (await send('GET', `${collectionPath(events, NAMESPACE)}`)) as unknown as {
      items: Event[];
    };
    const told = items.filter(
      ({ source, involvedObject }) => source?.component === 'kubelet' && involvedObject.name === 'a',
    );
    expect(told.map(({ reason }) => reason)).to.include.members(['Pulled', 'Created', 'Started']);
    expect(told[0]?.metadata.labels).to.include(LABELS);
  });

  it('know no pods that no machine of theirs runs', async () => {
    await create(
      {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'waiting', namespace: 'shop' },
        spec: { containers: [{ name: 'main', image: 'agent:v1' }], nodeSelector: { disk: 'none' } },
      },
      pods,
    );
    await until(() => podCalled('waiting') !== undefined);
    const say = (name: string) =>
      kubelets.world.setPodReady({ namespace: 'shop', name }, true).catch((error: Error) => error.message);
    expect(await say('waiting')).to.equal('No machine runs the pod "waiting" of project "shop".');
    expect(await say('nobody')).to.equal('pods "nobody" not found');
  });

  it('give pods what they read once it is there', async () => {
    await pod('reader', { volumes: [{ name: 'conf', configMap: { name: 'conf' } }] });
    await until(() => podCalled('reader')?.status.containerStatuses?.[0]?.state?.waiting !== undefined);
    await create(
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'conf', namespace: 'shop' } },
      configmaps,
    );
    await until(() => runs('reader'));
  });

  it('say nothing of a node that is silent, and since when', async () => {
    await kubelets.world.silenceNode('east-1');
    const [silent] = kubelets.silentNodes();
    expect(silent?.name).to.equal('east-1');
    expect(silent?.since).to.be.closeTo(connection.now(), 5_000);
    await pod('unseen');
    await until(() => podCalled('unseen') !== undefined);
    await kubelets.world.imageBehaves('agent:v1', { startSeconds: 0, stopSeconds: 0 });
    expect(podCalled('unseen')?.status.phase).to.equal('Pending');
    await kubelets.world.reviveNode('east-1');
    expect(kubelets.silentNodes()).to.deep.equal([]);
    await until(() => runs('unseen'));
  });

  it('put right what others say of their pods', async () => {
    const said: boolean[] = [];
    const end = watching.subscribe(({ object }) => {
      if (object.metadata.name === 'reader') said.push(isReady(object as Pod));
    });
    const { status } = await read<Pod>(pods, 'reader');
    const conditions = status.conditions?.map((each) =>
      each.type === 'Ready' ? { ...each, status: 'False' } : each,
    );
    await send('PATCH', `${pathOf(pods, NAMESPACE, 'reader')}/status`, { status: { conditions } });
    await until(() => said.includes(false) && said.at(-1) === true);
    end();
  });

  it('go with their nodes, and come again', async () => {
    await kubelets.world.removeNode('east-1');
    expect(nodeCalled('east-1')).to.equal(undefined);
    const gone = await kubelets.world.reviveNode('east-1').catch((error: Error) => error.message);
    expect(gone).to.equal('There is no machine "east-1". The machines are: none.');
    await kubelets.world.addNode({ name: 'east-1' });
    expect(readyOf(nodeCalled('east-1'))).to.equal('True');
  });

  it('are idle when there is nothing to do', async () => {
    await until(() => kubelets.busy() === undefined);
    expect(kubelets.trouble).to.equal(undefined);
  });

  it('write nothing any more once they are closed', async () => {
    await kubelets.close();
    await pod('late');
    await until(() => podCalled('late') !== undefined);
    await new Promise(setImmediate);
    expect((await read<Pod>(pods, 'late')).status.phase).to.equal('Pending');
  });
});
