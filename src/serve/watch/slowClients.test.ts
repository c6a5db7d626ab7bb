import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect } from 'chai';
import { administrator } from '../../cluster/apiserver/requests/caller';
import { resources } from '../../kubernetes/kinds/resources';
import { type Served, type ServeOptions, serve } from '../serve';
import { StoppedTime, WatchClient } from './watching.testkit';

const WATCH = '/api/v1/namespaces/default/configmaps?watch=true';
/** More than the sockets of a connection take in on their own. */
const LARGE = 'x'.repeat(512 * 1024);
const MANY = 24;

describe('clients that watch', () => {
  let served: Served;
  let time: StoppedTime;
  let sockets: Socket[] = [];
  const begin = async (watching: ServeOptions['watching'] = {}): Promise<void> => {
    time = new StoppedTime();
    served = await serve({ watching: { timing: time, ...watching } });
    served.cluster.cluster.loop.runReady();
  };
  afterEach(async () => {
    for (const each of sockets) each.destroy();
    sockets = [];
    await served.close();
  });

  const write = (name: string, data = LARGE): void => {
    const manifest = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name, labels: { large: '' } },
      data: { data },
    };
    served.cluster.server.create(manifest, administrator, 'default');
    served.cluster.cluster.loop.runReady();
  };
  const fromNow = (): string =>
    `${served.url}${WATCH}&resourceVersion=${served.cluster.server.store.revision}`;
  const open = (): Promise<WatchClient> => WatchClient.open(fromNow());
  /** A client that asks, and never reads. */
  const deaf = async (): Promise<Socket> => {
    const { hostname, port, pathname, search } = new URL(fromNow());
    const socket = connect(Number(port), hostname);
    sockets.push(socket);
    socket.pause();
    socket.on('error', () => {});
    await once(socket, 'connect');
    socket.write(`GET ${pathname}${search} HTTP/1.1\r\nhost: x\r\n\r\n`);
    while (served.cluster.watching.size < sockets.length) await new Promise(setImmediate);
    return socket;
  };
  const untilWatching = async (count: number): Promise<void> => {
    while (served.cluster.watching.size > count) await new Promise(setImmediate);
  };

  it('and do not read are given up when too much waits for them; nobody else is bothered', async () => {
    await begin({ patience: { messages: 10 } });
    await deaf();
    const other = await open();
    for (let count = 0; count < MANY; count++) {
      write(`c${count}`);
      expect(await other.hears(1)).to.deep.equal([`ADDED c${count}`]);
    }
    await untilWatching(1);
    write('last');
    expect(await other.hears(1)).to.deep.equal(['ADDED last']);
  });

  it('and take nothing for a minute are given up, too', async () => {
    await begin();
    await deaf();
    for (let count = 0; count < MANY; count++) write(`c${count}`);
    time.pass(59_999);
    expect(served.cluster.watching.size).to.equal(1);
    time.pass(1);
    await untilWatching(0);
  });

  it('and read slowly miss nothing', async () => {
    await begin({ patience: { bytes: 1000 } });
    for (let count = 0; count < MANY; count++) write(`a${count + 100}`);
    const socket = await deaf();
    for (let count = 0; count < MANY; count++) write(`b${count + 100}`);
    const client = await WatchClient.open(`${served.url}${WATCH}&labelSelector=large`);
    for (let count = 0; count < MANY; count++) write(`c${count + 100}`, 'small');
    socket.resume();
    const [all] = await Promise.all([client.hears(3 * MANY)]);
    expect(all.filter((each) => each.includes(' a'))).to.have.length(MANY);
    expect(all.slice(-1)).to.deep.equal([`ADDED c${99 + MANY}`]);
    expect(new Set(all).size).to.equal(3 * MANY);
  });

  it('a thousand of them, and go, leave nothing behind', async () => {
    await begin();
    const clients: WatchClient[] = [];
    while (clients.length < 1000) clients.push(...(await Promise.all(Array.from({ length: 100 }, open))));
    const { registry } = served.cluster.cluster;
    expect([served.cluster.watching.size, registry.watchers.size]).to.deep.equal([1000, 1000]);
    write('a', 'small');
    const heard = await Promise.all(clients.map((each) => each.hears(1)));
    expect(new Set(heard.flat())).to.deep.equal(new Set(['ADDED a']));
    for (const each of clients) each.cut();
    await untilWatching(0);
    expect([registry.watchers.size, time.pending]).to.deep.equal([0, 0]);
  });

  it('and are too many are asked to come back later', async () => {
    await begin({ most: 2 });
    const [first] = await Promise.all([open(), open()]);
    const refused = await open();
    expect([refused.code, refused.response.headers['retry-after'], await refused.body()]).to.deep.equal([
      429,
      '1',
      'Too many requests, please try again later.',
    ]);
    const list = await fetch(`${served.url}/api/v1/nodes`);
    expect(list.status).to.equal(200);
    first?.cut();
    await untilWatching(1);
    expect((await open()).code).to.equal(200);
  });

  it('and are gone before they are answered are forgotten', async () => {
    await begin();
    const { hostname, port, pathname } = new URL(served.url + WATCH);
    const socket = connect(Number(port), hostname);
    sockets.push(socket);
    const future = 'watch=1&sendInitialEvents=1&resourceVersionMatch=NotOlderThan&resourceVersion=99999999';
    socket.write(`GET ${pathname}?${future} HTTP/1.1\r\nhost: x\r\n\r\n`);
    while (time.pending === 0) await new Promise(setImmediate);
    socket.destroy();
    while (time.pending > 0) await new Promise(setImmediate);
    await untilWatching(0);
    expect(served.cluster.cluster.registry.watchers.size).to.equal(0);
    expect(served.cluster.server.list(resources.nodes, {}, administrator).items).to.deep.equal([]);
  });
});
