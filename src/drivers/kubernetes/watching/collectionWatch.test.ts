import { expect } from 'chai';
import { resources } from '../../../kubernetes/kinds/resources';
import type { ListOptions } from '../../../port/api';
import { watchCollection } from './collectionWatch';
import { FakeServer, refusal } from './fakeServer.testkit';
import { FakeTimers } from './fakeTimers.testkit';

const { configmaps } = resources;

const SECOND = 1000;

describe('a watch for one who asks for it', () => {
  const laid = (): FakeServer => {
    const server = new FakeServer();
    for (const name of ['c', 'a', 'b']) server.write(name);
    return server;
  };

  const listen = (server: FakeServer, query: ListOptions = {}) => {
    const timers = new FakeTimers();
    const said: string[] = [];
    let stop = (): void => {};
    const watching = watchCollection(
      { resource: configmaps, ...query },
      ({ type, object }) => said.push(`${type} ${object.metadata.name}`),
      { connection: server, timers, onGap: () => said.push('GAP') },
    ).then(
      (end) => {
        stop = end;
        said.push('STANDS');
      },
      (error: Error) => said.push(error.message),
    );
    return { timers, said, watching, stop: () => stop() };
  };

  it('begins with what there is, in the order of the list', async () => {
    const { said, watching } = listen(laid());
    await watching;
    expect(said).to.deep.equal(['ADDED a', 'ADDED b', 'ADDED c', 'STANDS']);
  });

  it('begins with what there is, from 0', async () => {
    const server = laid();
    const { said, watching } = listen(server, { resourceVersion: '0' });
    await watching;
    expect(said).to.deep.equal(['ADDED a', 'ADDED b', 'ADDED c', 'STANDS']);
    expect(server.asked[0]).to.match(/^GET/);
  });

  it('asks for what was asked for, on every stream', async () => {
    const server = laid();
    const query = { namespace: 'default', labelSelector: 'a in (b)', fieldSelector: 'metadata.name=a' };
    const { watching, timers } = listen(server, query);
    await watching;
    await timers.pass(0);
    server.cut();
    await timers.pass(SECOND);
    expect(server.asked).to.have.length(3);
    for (const asked of server.asked)
      expect(asked).to.match(
        /\/namespaces\/default\/configmaps\?.*labelSelector=a\+in\+%28b%29&fieldSelector=/,
      );
  });

  it('stands from a version on at the first event, or if there is none for a moment', async () => {
    const server = laid();
    const some = listen(server, { resourceVersion: '102' });
    await some.timers.pass(1);
    expect(some.said).to.deep.equal(['ADDED b', 'STANDS']);
    const none = listen(server, { resourceVersion: '103' });
    await none.timers.pass(1);
    expect(none.said).to.deep.equal([]);
    await none.timers.pass(SECOND);
    server.write('d');
    expect(none.said).to.deep.equal(['STANDS', 'ADDED d']);
  });

  it('is rejected from a version that is forgotten', async () => {
    const server = laid();
    server.forget();
    const { said, timers } = listen(server, { resourceVersion: '101' });
    await timers.pass(SECOND);
    expect(said).to.deep.equal(['too old resource version: 101']);
    await timers.pass(60 * SECOND);
    expect([server.streams.size, timers.size, server.asked.length]).to.deep.equal([0, 0, 1]);
  });

  it('says that there is a gap, if a version is forgotten later', async () => {
    const server = laid();
    const { said, timers } = listen(server, { resourceVersion: '103' });
    await timers.pass(SECOND);
    server.write('d');
    server.cut();
    server.write('e');
    server.forget();
    await timers.pass(SECOND);
    expect(said.slice(0, 3)).to.deep.equal(['STANDS', 'ADDED d', 'GAP']);
    expect(said).to.include('ADDED e');
  });

  it('is rejected when it is refused, and tried again when the server fails', async () => {
    const server = laid();
    server.refusals.push(refusal(500), refusal(403, 'No.'));
    const refused = listen(server, { resourceVersion: '103' });
    await refused.timers.pass(SECOND);
    expect(refused.said).to.deep.equal(['No.']);
    server.refusals.push(refusal(500));
    const granted = listen(server, { resourceVersion: '103' });
    await granted.timers.pass(SECOND);
    expect(granted.said).to.deep.equal(['STANDS']);
  });

  it('is rejected when the server fails for long', async () => {
    const server = laid();
    server.refusals.push(...Array<Error>(100).fill(refusal(500, 'etcd is away')));
    const { said, timers } = listen(server, { resourceVersion: '103' });
    await timers.pass(60 * SECOND);
    expect(said).to.deep.equal(['etcd is away']);
  });

  it('tells nothing more once it is stopped', async () => {
    const server = laid();
    const { said, timers, watching, stop } = listen(server);
    await watching;
    await timers.pass(0);
    stop();
    server.write('d');
    await timers.pass(60 * SECOND);
    expect(said).to.have.length(4);
    expect([server.streams.size, timers.size]).to.deep.equal([0, 0]);
  });

  it('tells nothing more, if one who hears of one thing of several stops it', async () => {
    const server = laid();
    const timers = new FakeTimers();
    const said: string[] = [];
    const stop = await watchCollection(
      { resource: configmaps },
      ({ object }) => {
        said.push(object.metadata.name);
        if (object.metadata.name === 'd') stop();
      },
      { connection: server, timers, onGap: () => {} },
    );
    await timers.pass(0);
    server.cut();
    for (const name of ['d', 'e']) server.write(name);
    server.forget();
    await timers.pass(SECOND);
    expect(said).to.deep.equal(['a', 'b', 'c', 'd']);
  });
});
