import { expect } from 'chai';
import { Loop } from '../../../cluster/simulation/loop';
import { Random } from '../../../cluster/simulation/random';
import { resources } from '../../../kubernetes/kinds/resources';
import type { KubeObject } from '../../../kubernetes/object';
import type { Call } from '../connection/connection';
import type { Copies } from './copies';
import { Copy } from './copy';
import { type Reply, refused, Scripted } from './kubelets.testkit';
import { Leases } from './leases';
import { Patience } from './patience';

const PATH = '/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases';
const ok: Reply = ({ body }) => body as object;

describe('leases of played kubelets', () => {
  let now = 0;
  let loop: Loop;
  let connection: Scripted;
  let leases: Leases;
  let troubles: string[];
  let told: string[];
  let node: KubeObject | undefined;
  beforeEach(() => {
    now = 0;
    troubles = [];
    told = [];
    loop = new Loop(new Random(1), () => 0);
    connection = new Scripted();
    connection.now = () => now;
    node = {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name: 'east-1', uid: 'uid-1', resourceVersion: '1', creationTimestamp: '' },
    };
    const copies = {
      find: () => new Copy(resources.nodes, undefined, 'east-1', node),
    } as Pick<Copies, 'find'>;
    const dress = (object: KubeObject): KubeObject => object;
    leases = new Leases(connection, new Patience(), dress, copies, loop, (error) =>
      troubles.push((error as Error).message),
    );
    leases.begin('east-1', { node: () => told.push('node'), pods: () => told.push('pods') });
  });

  const pass = async (seconds: number): Promise<void> => {
    now += seconds * 1000;
    loop.pass(seconds * 1000);
    await leases.renewed();
  };
  const sent = (): string[] => connection.sent.map(({ method, path }) => `${method} ${path}`);
  const bodyOf = (call: Call | undefined) => call?.body as (KubeObject & { spec: object }) | undefined;

  it('are made for the node, and are renewed every ten seconds', async () => {
    connection.replies.push(refused('NotFound', 404), ok, ok, ok);
    await leases.renew('east-1');
    await pass(10);
    await pass(10);
    expect(sent()).to.deep.equal([
      `PATCH ${PATH}/east-1`,
      `POST ${PATH}`,
      `PATCH ${PATH}/east-1`,
      `PATCH ${PATH}/east-1`,
    ]);
    expect(bodyOf(connection.sent[1])?.metadata.ownerReferences?.[0]?.uid).to.equal('uid-1');
    expect(bodyOf(connection.sent[3])?.spec).to.deep.equal({ renewTime: '2026-01-01T00:00:20.000000Z' });
  });

  it('that a node of the same name has left become those of the new one', async () => {
    connection.replies.push(ok);
    await leases.renew('east-1');
    expect(bodyOf(connection.sent[0])?.metadata.ownerReferences?.[0]?.uid).to.equal('uid-1');
  });

  it('of nodes that are not there yet are not made', async () => {
    node = undefined;
    await pass(10);
    expect(sent()).to.deep.equal([]);
  });

  it('of a silent node are renewed once more, and then no more until it is back', async () => {
    connection.replies.push(ok, ok, ok);
    await leases.renew('east-1');
    await pass(7);
    leases.stop('east-1');
    await leases.renewed();
    expect(leases.silent).to.deep.equal([{ name: 'east-1', since: 7000 }]);
    await pass(60);
    expect(sent()).to.have.length(2);
    leases.resume('east-1');
    await leases.renewed();
    expect(sent()).to.have.length(3);
    expect(leases.silent).to.deep.equal([]);
    expect(troubles).to.deep.equal([]);
  });

  it('that come too late cast doubt on everything', async () => {
    connection.replies.push(ok);
    await leases.renew('east-1');
    let answer: () => void = () => undefined;
    connection.send = async (call) => {
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return { code: 200, body: call.body, warnings: [] };
    };
    loop.pass(10_000);
    await new Promise(setImmediate);
    now = 41_000;
    answer();
    await leases.renewed();
    expect(troubles).to.deep.equal(['The node east-1 could not show for 41 s that it is alive.']);
  });

  it('come with a report of the node every five minutes', async () => {
    connection.replies.push(...Array.from({ length: 31 }, () => ok));
    for (let round = 0; round < 29; round++) await pass(10);
    expect(told).to.deep.equal([]);
    await pass(10);
    expect(told).to.deep.equal(['node']);
  });

  it('go with their nodes', async () => {
    connection.replies.push(ok, ok);
    await leases.renew('east-1');
    leases.end('east-1');
    await new Promise(setImmediate);
    expect(sent().at(-1)).to.equal(`DELETE ${PATH}/east-1`);
    await pass(10);
    expect(sent()).to.have.length(2);
  });

  it('of others stay when a node was refused', async () => {
    leases.end('east-1');
    await new Promise(setImmediate);
    expect(sent()).to.deep.equal([]);
  });
});
