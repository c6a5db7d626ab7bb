import { expect } from 'chai';
import { type Served, type ServeOptions, serve } from '../serve';
import { unpack } from './view';

describe('the page of a cluster', () => {
  let served: Served;
  afterEach(() => served.close());

  const begin = async (options: ServeOptions): Promise<void> => {
    served = await serve({ nodes: 2, ...options });
  };
  const get = (path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
    fetch(`${served.url}${path}`, { headers, redirect: 'manual' });
  const HTML = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

  it('is for those who ask for HTML; others get the list of paths', async () => {
    await begin({ clusters: ['default', 'ci-1'] });
    for (const path of ['/', '/clusters/ci-1/']) {
      const page = await get(path, HTML);
      expect(page.headers.get('content-type')).to.equal('text/html; charset=utf-8');
      expect(await page.text()).to.contain('node-2');
      const paths = await get(path, { accept: 'application/json' });
      expect(await paths.json()).to.have.property('paths');
      expect(await (await get(path)).json()).to.have.property('paths');
    }
    expect((await get('/clusters/lost/', HTML)).status).to.equal(404);
  });

  it('brings all along that it needs, and may ask its own server only', async () => {
    await begin({});
    const page = await get('/', HTML);
    const policy = page.headers.get('content-security-policy');
    expect(policy).to.contain("default-src 'none'").and.to.contain("frame-ancestors 'none'");
    const text = await page.text();
    expect(text).not.to.match(/(src|href)="(https?:)?\/\//);
    expect(text).to.contain('<noscript><meta http-equiv="refresh"');
    expect(text).to.contain('There is no daemon set yet');
    expect(text).to.contain('export KUBECONFIG=').and.to.contain('kubectl get nodes');
    expect(text).to.contain('href="?lang=ko"');
  });

  it('counts most nodes of a large cluster', async () => {
    await begin({ nodes: 250 });
    const text = await (await get('/', HTML)).text();
    expect(text).to.contain('250 nodes').and.to.contain('and 226 more: without pods');
  });

  it('is in the language that is asked for', async () => {
    await begin({});
    expect(await (await get('/?lang=ko', HTML)).text()).to.contain('<html lang="ko">');
    const korean = { ...HTML, 'accept-language': 'ko-KR,ko;q=0.9' };
    expect(await (await get('/', korean)).text()).to.contain('<html lang="ko">');
    expect(await (await get('/?lang=en', korean)).text()).to.contain('<html lang="en">');
  });

  it('is elsewhere where there is no cluster at the root', async () => {
    await begin({ clusters: ['ci-1'] });
    const answer = await get('/', HTML);
    expect([answer.status, answer.headers.get('location')]).to.deep.equal([302, '/clusters/ci-1/']);
  });

  it('shows nothing to those who have no token', async () => {
    await begin({ token: 'secret' });
    const text = await (await get('/', HTML)).text();
    expect(text).not.to.contain('node-2');
    expect(text).not.to.contain('secret');
    expect((await get('/live')).status).to.equal(401);
    expect((await get('/live', { authorization: 'Bearer other' })).status).to.equal(401);
  });

  it('is told what is new until it goes, or the cluster does', async () => {
    await begin({ token: 'secret', clusters: ['default', 'ci-1'] });
    const { body } = await get('/clusters/ci-1/live', { authorization: 'Bearer secret' });
    const reader = (body as ReadableStream<Uint8Array>).getReader();
    const decoder = new TextDecoder();
    let text = '';
    while (text.split('\n').length < 3) text += decoder.decode((await reader.read()).value, { stream: true });
    const [about, view] = text.split('\n').map((line) => (line === '' ? {} : unpack(line)));
    expect(about?.about).to.deep.include({ name: 'ci-1', server: `${served.url}/clusters/ci-1` });
    expect(view?.view?.nodes.all).to.equal(2);
    served.clusters.drop('ci-1');
    while (!(await reader.read()).done);
  });
});
