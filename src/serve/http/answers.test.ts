import { expect } from 'chai';
import { type Served, serve } from '../serve';

describe('an answer', () => {
  let served: Served;

  before(async () => {
    served = await serve();
  });
  after(() => served.close());

  const PLACE = '/api/v1/namespaces/default/configmaps';
  const ask = (path: string, how: RequestInit = {}): Promise<Response> => fetch(`${served.url}${path}`, how);
  const create = (object: object, query = ''): Promise<Response> =>
    ask(`${PLACE}${query}`, {
      method: 'POST',
      body: JSON.stringify(object),
      headers: { 'content-type': 'application/json' },
    });

  it('names its request as it was named, or with a name of its own', async () => {
    const named = await ask(PLACE, { headers: { 'audit-id': 'mine' } });
    expect(named.headers.get('audit-id')).to.equal('mine');
    for (const path of [PLACE, '/nowhere', `${PLACE}?watch=1&timeoutSeconds=1`])
      expect((await ask(path)).headers.get('audit-id')).to.match(/^[0-9a-f-]{36}$/);
  });

  it('has no version of what was not stored', async () => {
    const tried = await create({ metadata: { name: 'tried' } }, '?dryRun=All');
    const { metadata } = (await tried.json()) as { metadata: object };
    expect(metadata).not.to.have.property('resourceVersion');
  });

  it('warns of names in any language', async () => {
    const response = await create({ metadata: { name: 'odd' }, 'größe €': 1 });
    expect(response.status).to.equal(201);
    const text = Buffer.from(response.headers.get('warning') ?? '', 'latin1').toString('utf8');
    expect(text).to.equal('299 - "unknown field \\"größe €\\""');
  });

  it('is a refusal of what shows a password, of a collection that is to be replaced, and of a body of no type', async () => {
    expect((await ask(PLACE, { headers: { authorization: 'Basic eDp5' } })).status).to.equal(401);
    expect((await ask(PLACE, { method: 'PUT', body: '{}' })).status).to.equal(405);
    const headers = { 'content-type': 'garbage' };
    expect((await ask(PLACE, { method: 'POST', body: '{}', headers })).status).to.equal(415);
    expect((await ask(`${PLACE}?timeoutSeconds=x`)).status).to.equal(400);
  });

  it('is about all namespaces if the path names none', async () => {
    const response = await ask('/api/v1/namespaces//configmaps');
    expect(response.status).to.equal(200);
    expect(await response.json()).to.have.property('kind', 'ConfigMapList');
  });
});
