import { request } from 'node:http';
import { expect } from 'chai';
import { type Served, serve } from '../serve';

type Headers = Readonly<Record<string, string>>;

/** What a server answers: `fetch` would not let these headers be set. */
const answerOf = (url: string, headers: Headers, method = 'GET'): Promise<{ code: number; body: string }> =>
  new Promise((resolve, reject) => {
    const asked = request(url, { method, headers }, (response) => {
      let body = '';
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => resolve({ code: response.statusCode ?? 0, body }));
    });
    asked.on('error', reject);
    asked.end();
  });

describe('who may ask a server', () => {
  let served: Served;
  afterEach(() => served.close());

  const codeOf = async (headers: Headers, path = '/api/v1/nodes'): Promise<number> =>
    (await answerOf(`${served.url}${path}`, headers)).code;

  it('is no page of another site, whatever it asks for', async () => {
    served = await serve({ nodes: 1 });
    const evil = { origin: 'https://evil.example' };
    const { code, body } = await answerOf(`${served.url}/clusters/mine`, evil, 'PUT');
    expect(code).to.equal(403);
    expect(JSON.parse(body)).to.deep.include({
      kind: 'Status',
      reason: 'Forbidden',
      message: 'a page of another site may not ask this server: its origin is "https://evil.example"',
    });
    for (const path of ['/', '/api/v1/nodes', '/version', '/clusters', '/nowhere'])
      expect(await codeOf(evil, path), path).to.equal(403);
    for (const origin of ['null', '', 'http://localhost.evil.example', 'http://127.0.0.1.evil.example'])
      expect(await codeOf({ origin }), origin).to.equal(403);
    expect(await codeOf({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' })).to.equal(403);
    expect(served.clusters.find('mine')).to.equal(undefined);
  });

  it('is whoever says nothing of sites, is of this machine, or follows a link', async () => {
    served = await serve({ nodes: 1 });
    expect(await codeOf({})).to.equal(200);
    for (const origin of [served.url, 'http://localhost:3000', 'http://[::1]:8001'])
      expect(await codeOf({ origin, 'sec-fetch-site': 'cross-site' }), origin).to.equal(200);
    expect(await codeOf({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' })).to.equal(200);
  });

  it('is nobody who takes it for another server, where no token is needed', async () => {
    served = await serve({ nodes: 1 });
    const { port } = new URL(served.url);
    for (const host of [`rebound.example:${port}`, `localhost.example:${port}`, '10.0.0.1', ':', 'a b'])
      expect(await codeOf({ host }), host).to.equal(403);
    for (const host of [`localhost:${port}`, `127.0.0.2:${port}`, '[::1]', 'rollcall.localhost'])
      expect(await codeOf({ host }), host).to.equal(200);
  });

  it('is by any name who shows the token', async () => {
    served = await serve({ nodes: 1, token: 'secret' });
    const host = 'ci.example:8001';
    const authorization = 'Bearer secret';
    expect(await codeOf({ host })).to.equal(401);
    expect(await codeOf({ host, authorization })).to.equal(200);
    expect(await codeOf({ host, authorization, origin: 'http://ci.example:8001' })).to.equal(200);
    expect(await codeOf({ host, authorization, origin: 'http://ci.example' })).to.equal(403);
  });
});
