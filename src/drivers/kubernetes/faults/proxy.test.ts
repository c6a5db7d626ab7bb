import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { type Dials, type Fault, Misfortune } from './dials.testkit';
import { type BadLine, badLineTo } from './proxy.testkit';

/** Answers what it was asked, and tells a watch a line again and again. */
const echo = (heard: string[]): Server =>
  createServer((incoming, outgoing) => {
    const { method, url = '', headers } = incoming;
    heard.push(`${method} ${url} ${headers.authorization}`);
    if (!url.includes('watch=true')) {
      let body = '';
      incoming.on('data', (piece) => {
        body += piece;
      });
      incoming.on('end', () => {
        outgoing.writeHead(201, { warning: '299 - "careful"' });
        outgoing.end(JSON.stringify({ body }));
      });
      return;
    }
    const timer = setInterval(() => outgoing.write(`{"type":"ADDED","object":{}}\n`), 5);
    outgoing.once('close', () => clearInterval(timer));
  });

describe('a bad line to a server', () => {
  let server: Server;
  let line: BadLine | undefined;
  let heard: string[];
  beforeEach(async () => {
    heard = [];
    server = echo(heard);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  });
  afterEach(async () => {
    await line?.close();
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });

  const lay = async (dials: Dials): Promise<string> => {
    line = await badLineTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 1, dials);
    return line.url;
  };
  const ask = (url: string): Promise<Response> =>
    fetch(`${url}/api/v1/nodes`, { method: 'POST', body: 'hello', headers: { authorization: 'Bearer a' } });
  const isCut = (promise: Promise<unknown>): Promise<boolean> =>
    promise.then(
      () => false,
      () => true,
    );

  it('lets pass what is not told to go wrong, as it is', async () => {
    const answer = await ask(await lay({}));
    expect([answer.status, answer.headers.get('warning')]).to.deep.equal([201, '299 - "careful"']);
    expect(await answer.json()).to.deep.equal({ body: 'hello' });
    expect(heard).to.deep.equal(['POST /api/v1/nodes Bearer a']);
  });

  it('is cut before a request arrives, or when it has been carried out', async () => {
    expect(await isCut(ask(await lay({ cutBefore: 1000 })))).to.equal(true);
    expect(heard).to.deep.equal([]);
    await line?.close();
    expect(await isCut(ask(await lay({ cutAfter: 1000 })))).to.equal(true);
    expect(heard).to.have.length(1);
    await line?.close();
    const answer = ask(await lay({ cutWithin: 1000 })).then((each) => each.text());
    expect(await isCut(answer)).to.equal(true);
  });

  for (const [fault, code, retryAfter] of [
    ['answer500', 500, null],
    ['answer503', 503, '1'],
    ['answer429', 429, '1'],
  ] as const)
    it(`answers ${code} in place of the server`, async () => {
      const answer = await ask(await lay({ [fault]: 1000, retryAfter: 1 }));
      expect([answer.status, answer.headers.get('retry-after')]).to.deep.equal([code, retryAfter]);
      expect(await answer.json()).to.deep.include({ kind: 'Status', code });
      expect(heard).to.deep.equal([]);
    });

  const watch = async (url: string): Promise<string> =>
    (await fetch(`${url}/api/v1/nodes?watch=true`)).text();

  it('ends watches at the end of a line, or cuts them, or says that they are too old', async () => {
    const ended = await watch(await lay({ endWatch: 1000 }));
    expect(ended.endsWith('\n')).to.equal(true);
    await line?.close();
    expect(await isCut(watch(await lay({ cutWatch: 1000 })))).to.equal(true);
    await line?.close();
    expect(await watch(await lay({ oldWatch: 1000 }))).to.match(/"type":"ERROR".*"code":410/);
  });

  it('tells of what went wrong, and how often', async () => {
    const url = await lay({ answer500: 1000 });
    await ask(url);
    await ask(url);
    expect([...(line?.happened ?? [])]).to.deep.equal([['answer500', 2]]);
  });
});

describe('misfortune', () => {
  const dials: Dials = { cutBefore: 100, answer500: 100, oldWatch: 300 };
  const faultsOf = (misfortune: Misfortune, path: string, isWatch = false): (Fault | undefined)[] =>
    Array.from({ length: 1000 }, () => misfortune.of('GET', path, isWatch).fault);

  it('is the same for the same requests, whatever others do', () => {
    const alone = faultsOf(new Misfortune(1, dials), '/a');
    const misfortune = new Misfortune(1, dials);
    faultsOf(misfortune, '/b');
    expect(faultsOf(misfortune, '/a')).to.deep.equal(alone);
    expect(faultsOf(new Misfortune(2, dials), '/a')).not.to.deep.equal(alone);
  });

  it('comes as often as the dials say, to watches in their own way', () => {
    const counted = (faults: (Fault | undefined)[], fault: Fault): number =>
      faults.filter((each) => each === fault).length;
    const requests = faultsOf(new Misfortune(1, dials), '/a');
    expect(counted(requests, 'cutBefore')).to.be.within(60, 140);
    expect(counted(requests, 'answer500')).to.be.within(60, 140);
    expect(counted(requests, 'oldWatch')).to.equal(0);
    expect(counted(faultsOf(new Misfortune(1, dials), '/a', true), 'oldWatch')).to.be.within(230, 370);
    expect(new Set(faultsOf(new Misfortune(1, {}), '/a'))).to.deep.equal(new Set([undefined]));
  });
});
