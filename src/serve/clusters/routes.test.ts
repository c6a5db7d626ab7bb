import { expect } from 'chai';
import { type Served, serve } from '../serve';

describe('clusters over HTTP', () => {
  let served: Served;

  beforeEach(async () => {
    served = await serve({ nodes: 1 });
  });
  afterEach(() => served.close());

  const ask = async (
    method: string,
    path: string,
    body?: string,
  ): Promise<{ code: number; body: unknown }> => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${served.url}${path}`, {
      method,
      ...(body === undefined ? {} : { body, headers }),
    });
    const text = await response.text();
    return { code: response.status, body: text.startsWith('{') ? JSON.parse(text) : text };
  };
  const namesOf = ({ body }: { body: unknown }): readonly string[] =>
    (body as { items: readonly { metadata: { name: string } }[] }).items.map(({ metadata }) => metadata.name);

  it('are made by one request, served below their name, and dropped by another', async () => {
    const made = await ask('PUT', '/clusters/ci-1', '{"nodes": 2, "seed": 7, "paused": true}');
    expect(made.code).to.equal(201);
    expect(made.body).to.deep.include({
      name: 'ci-1',
      server: `${served.url}/clusters/ci-1`,
      nodes: 2,
      seed: 7,
      paused: true,
      speed: 1,
      disturbed: false,
    });
    expect(namesOf(await ask('GET', '/clusters/ci-1/api/v1/nodes'))).to.deep.equal(['node-1', 'node-2']);
    expect(namesOf(await ask('GET', '/api/v1/nodes'))).to.deep.equal(['node-1']);
    expect((await ask('GET', '/clusters/ci-1')).body).to.deep.equal(made.body);
    const { body: all } = await ask('GET', '/clusters');
    expect((all as { clusters: { name: string }[] }).clusters.map(({ name }) => name)).to.deep.equal([
      'ci-1',
      'default',
    ]);
    expect((await ask('DELETE', '/clusters/ci-1')).code).to.equal(200);
    const lost = await ask('GET', '/clusters/ci-1/api/v1/nodes');
    expect(lost.code).to.equal(404);
    expect(lost.body).to.deep.include({ kind: 'Status', message: 'cluster "ci-1" not found' });
  });

  it('have all their nodes when they have been made, however many', async () => {
    expect((await ask('PUT', '/clusters/big', '{"nodes": 150}')).body).to.deep.include({ nodes: 150 });
  });

  it('end what streams when they are dropped', async () => {
    await ask('PUT', '/clusters/ci-1', '{"nodes": 1}');
    const response = await fetch(`${served.url}/clusters/ci-1/api/v1/nodes?watch=true`);
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    expect((await reader.read()).done).to.equal(false);
    await ask('DELETE', '/clusters/ci-1');
    while (!(await reader.read()).done);
  });

  it('need not be described', async () => {
    expect((await ask('PUT', '/clusters/ci-1')).body).to.deep.include({ nodes: 0, seed: 1 });
  });

  it('are refused in a Status', async () => {
    for (const [path, body, code, message] of [
      ['/clusters/CI', '{}', 422, /^cluster "CI" is invalid: name: /],
      ['/clusters/default', '{}', 409, /^cluster "default" already exists$/],
      ['/clusters/a', '{"node": 3}', 400, /^unknown field "node": a cluster has nodes, /],
      ['/clusters/a', '{"nodes": "3"}', 400, /^nodes: must be a number$/],
      ['/clusters/a', '{"nodes": 5001}', 422, /nodes: must be a whole number/],
      ['/clusters/a', '[]', 400, /^a cluster is described by an object/],
      ['/clusters/a', '{"nodes": ', 400, /./],
    ] as const) {
      const answer = await ask('PUT', path, body);
      expect(answer.code, body).to.equal(code);
      expect(answer.body).to.deep.include({ kind: 'Status', code });
      expect((answer.body as { message: string }).message).to.match(message);
    }
  });

  it('have a kubeconfig each', async () => {
    await ask('PUT', '/clusters/ci-1');
    const { code, body } = await ask('GET', '/clusters/ci-1/kubeconfig');
    expect(code).to.equal(200);
    expect(body).to.contain(`server: ${served.url}/clusters/ci-1\n`);
    expect(body).to.contain('current-context: rollcall-ci-1\n');
  });

  it('take orders that are answered when they are done', async () => {
    const path = '/apis/clock.rollcall.dev/v1alpha1/steps';
    const before = served.cluster.clock.now;
    const { code, body } = await ask('POST', path, '{"spec": {"duration": "1h"}}');
    expect(code).to.equal(201);
    expect((body as { status: object }).status).to.deep.include({ elapsed: '1h0m0s', quiet: true });
    expect(served.cluster.clock.now - before).to.be.within(3_600_000, 3_660_000);
    expect((await ask('GET', path)).code).to.equal(405);
  });

  it('say what the time is when somebody looks', async () => {
    const path = '/apis/clock.rollcall.dev/v1alpha1/clocks/cluster';
    const { body } = await ask('GET', path);
    const { time } = (body as { status: { time: string } }).status;
    expect(Date.parse(time)).to.be.within(Date.now() - 60_000, Date.now());
    expect((await ask('DELETE', path)).code).to.equal(405);
  });
});
