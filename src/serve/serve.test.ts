import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect } from 'chai';
import { type Served, serve } from './serve';

describe('a served cluster', () => {
  let served: Served;

  before(async () => {
    served = await serve({ nodes: 2 });
  });
  after(() => served.close());

  const ask = async (
    method: string,
    path: string,
    object?: object,
  ): Promise<{ code: number; body: unknown }> => {
    const response = await fetch(`${served.url}${path}`, {
      method,
      ...(object ? { body: JSON.stringify(object), headers: { 'content-type': 'application/json' } } : {}),
    });
    return { code: response.status, body: await response.json() };
  };

  it('lists its nodes', async () => {
    const { code, body } = await ask('GET', '/api/v1/nodes');
    expect(code).to.equal(200);
    const { kind, items } = body as { kind: string; items: { metadata: { name: string } }[] };
    expect(kind).to.equal('NodeList');
    expect(items.map(({ metadata }) => metadata.name)).to.deep.equal(['node-1', 'node-2']);
  });

  it('refuses in a Status', async () => {
    const { code, body } = await ask('GET', '/api/v1/namespaces/default/pods/lost');
    expect(code).to.equal(404);
    expect(body).to.deep.include({ kind: 'Status', reason: 'NotFound', message: 'pods "lost" not found' });
  });

  it('creates, and tells those who watch', async () => {
    const place = '/api/v1/namespaces/default/configmaps';
    const response = await fetch(`${served.url}${place}?watch=true&fieldSelector=metadata.name%3Dnotes`);
    const created = await ask('POST', place, { metadata: { name: 'notes' }, data: { a: 'b' } });
    expect(created.code).to.equal(201);
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    const { value } = await reader.read();
    const event = JSON.parse(new TextDecoder().decode(value)) as { type: string; object: unknown };
    expect(event.type).to.equal('ADDED');
    expect(event.object).to.deep.equal(created.body);
    await reader.cancel();
  });

  it('deletes many for who may do that and nothing else, and answers with them', async () => {
    const rbac = '/apis/rbac.authorization.k8s.io/v1/namespaces/kube-public';
    const rules = [{ verbs: ['deletecollection'], apiGroups: [''], resources: ['configmaps'] }];
    await ask('POST', `${rbac}/roles`, { metadata: { name: 'sweeper' }, rules });
    await ask('POST', `${rbac}/rolebindings`, {
      metadata: { name: 'sweeper' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'sweeper' },
      subjects: [{ kind: 'User', name: 'ann' }],
    });
    const place = '/api/v1/namespaces/kube-public/configmaps';
    await ask('POST', place, { metadata: { name: 'dust', labels: { old: 'yes' } } });
    const headers = { 'impersonate-user': 'ann' };
    const response = await fetch(`${served.url}${place}?labelSelector=old`, { method: 'DELETE', headers });
    const { kind, items } = (await response.json()) as {
      kind: string;
      items: { metadata: { name: string } }[];
    };
    expect([response.status, kind, items.map(({ metadata }) => metadata.name)]).to.deep.equal([
      200,
      'ConfigMapList',
      ['dust'],
    ]);
    expect((await ask('GET', `${place}/dust`)).code).to.equal(404);
  });
});

describe('a server that takes so many connections', () => {
  it('closes one more, and takes another when there is room', async () => {
    const served = await serve({ connections: 1 });
    const { port, hostname, host } = new URL(served.url);
    const ask = async (): Promise<Socket> => {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => {});
      socket.write(`GET /readyz HTTP/1.1\r\nhost: ${host}\r\n\r\n`);
      await Promise.race([once(socket, 'data'), once(socket, 'close')]);
      return socket;
    };
    const first = await ask();
    expect([first.bytesRead > 0, (await ask()).bytesRead]).to.deep.equal([true, 0]);
    const left = once(first, 'close');
    first.destroy();
    await left;
    let again = await ask();
    while (again.bytesRead === 0) again = await ask();
    again.destroy();
    await served.close();
  });
});
