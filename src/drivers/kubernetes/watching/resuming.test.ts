import { expect } from 'chai';
import { resources } from '../../../kubernetes/kinds/resources';
import { FakeServer, refusal } from './fakeServer.testkit';
import { calm } from './fakeTimers.testkit';
import { begun, type Listener } from './listener.testkit';

const { configmaps, pods } = resources;

const SECOND = 1000;
const BROKEN = new Error('socket hang up');

const withOne = async (): Promise<Listener> => {
  const server = new FakeServer();
  server.write('a');
  return begun(configmaps, server);
};

const watches = ({ server }: Listener): readonly string[] =>
  server.asked.filter((each) => each.startsWith('WATCH'));

const versionOfLastWatch = (listener: Listener): string | null =>
  new URL(watches(listener).at(-1)?.slice('WATCH '.length) ?? '', 'http://nowhere').searchParams.get(
    'resourceVersion',
  );

const send = ({ server }: Listener, line: string): void => {
  for (const stream of server.streams) stream.send(line);
};

describe('a watch whose stream ends', () => {
  it('goes on at once where it was, if the server has ended it', async () => {
    const listener = await withOne();
    const { server, said, gaps } = listener;
    server.write('b');
    server.cut();
    server.write('c');
    await calm();
    expect(said).to.deep.equal(['ADDED a', 'ADDED b', 'ADDED c']);
    expect(gaps).to.deep.equal([]);
    expect(versionOfLastWatch(listener)).to.equal('102');
  });

  it('goes on after a moment, if it was cut', async () => {
    const { server, said, gaps, timers } = await withOne();
    server.cut(BROKEN);
    server.write('b');
    server.delete('a');
    await calm();
    expect(said).to.deep.equal(['ADDED a']);
    await timers.pass(SECOND);
    expect(said).to.deep.equal(['ADDED a', 'ADDED b', 'DELETED a']);
    expect(gaps).to.deep.equal([]);
  });

  it('goes on from where the server said it was, though nothing was told', async () => {
    const listener = await withOne();
    const { server } = listener;
    for (const name of ['b', 'c']) server.write(name, {}, 'others');
    server.bookmark();
    server.cut();
    await calm();
    expect(versionOfLastWatch(listener)).to.equal('103');
  });

  it('tries less and less often, and as late as the server asks for', async () => {
    const listener = await withOne();
    const { server, timers, said } = listener;
    server.refusals.push(...Array<Error>(1000).fill(BROKEN));
    server.cut(BROKEN);
    await timers.pass(60 * SECOND);
    expect(watches(listener).length).to.be.within(15, 40);
    server.refusals.splice(0, 1000, refusal(429, 'Later.', 30));
    await timers.pass(29 * SECOND);
    server.write('b');
    expect(said).to.deep.equal(['ADDED a']);
    await timers.pass(10 * SECOND);
    expect(said).to.deep.equal(['ADDED a', 'ADDED b']);
  });

  it('tries less and less often, if streams end at once', async () => {
    const listener = await withOne();
    const { server, timers } = listener;
    for (let count = 0; count < 600; count++) {
      server.cut();
      await timers.pass(100);
    }
    expect(watches(listener).length).to.be.below(60);
  });

  it('tries less and less often, if all that is told is an error', async () => {
    const listener = await withOne();
    const { server, timers } = listener;
    for (let count = 0; count < 600; count++) {
      send(listener, JSON.stringify({ type: 'ERROR', object: { code: 500, message: 'etcd is away' } }));
      server.cut();
      await timers.pass(100);
    }
    expect(watches(listener).length).to.be.below(60);
  });
});

describe('a watch whose server has forgotten', () => {
  it('says that there is a gap, and then what has changed', async () => {
    const { server, said, gaps, heard, timers } = await withOne();
    for (const name of ['b', 'c']) server.write(name);
    server.cut(BROKEN);
    server.delete('b');
    server.write('e');
    server.write('d');
    server.write('a', { tier: 'web' });
    server.forget();
    await timers.pass(SECOND);
    expect(said.slice(3)).to.deep.equal(['GAP', 'DELETED b', 'ADDED e', 'ADDED d', 'MODIFIED a']);
    expect(gaps).to.deep.equal(['The watch of configmaps has a gap: too old resource version: 103']);
    expect(heard.at(-1)?.before).to.equal(heard[0]?.object);
    server.write('f');
    expect(said.at(-1)).to.equal('ADDED f');
  });

  it('does so though it is refused outright', async () => {
    const { server, gaps, timers } = await withOne();
    server.refusals.push(refusal(410, 'too old'), refusal(410, 'too old'));
    server.cut();
    await timers.pass(SECOND);
    expect(gaps).to.deep.equal(['The watch of configmaps has a gap: too old']);
  });

  it('asks once more first: another server at the same address may know what the last one did not', async () => {
    const { server, said, timers } = await withOne();
    for (const name of ['b', 'c']) {
      server.refusals.push(refusal(410, 'too old'));
      server.cut();
      server.write(name);
      await timers.pass(SECOND);
    }
    expect(said).to.deep.equal(['ADDED a', 'ADDED b', 'ADDED c']);
    expect(server.asked.filter((each) => each.includes('limit='))).to.have.length(1);
  });

  it('tells one that has come anew under its name as another one', async () => {
    const { server, said, timers } = await withOne();
    server.cut(BROKEN);
    server.delete('a');
    server.write('a');
    server.forget();
    await timers.pass(SECOND);
    expect(said).to.deep.equal(['ADDED a', 'GAP', 'DELETED a', 'ADDED a']);
  });

  it('lists until that succeeds', async () => {
    const { server, said, timers } = await withOne();
    server.refusals.push(refusal(410), refusal(410), BROKEN, refusal(503), refusal(403));
    server.cut();
    server.write('b');
    await timers.pass(10 * SECOND);
    expect(said).to.deep.equal(['ADDED a', 'GAP', 'ADDED b']);
  });
});

describe('a watch whose stream has stalled', () => {
  it('opens another one, when it should long have ended', async () => {
    const { server, said, gaps, timers } = await withOne();
    server.stall();
    server.write('b');
    await timers.pass(50 * SECOND);
    expect(said).to.deep.equal(['ADDED a', 'ADDED b']);
    expect(gaps).to.deep.equal([]);
  });

  it('does so soon, where news come unasked', async () => {
    const { server, said, timers } = await begun(pods);
    server.stall();
    server.write('a', {}, 'pods');
    await timers.pass(17 * SECOND);
    expect(said).to.deep.equal(['ADDED a']);
  });

  it('opens another one, if the first was never opened', async () => {
    const { server, said, timers } = await withOne();
    server.isDeaf = true;
    server.cut();
    await timers.pass(SECOND);
    server.isDeaf = false;
    server.write('b');
    await timers.pass(50 * SECOND);
    expect(said).to.deep.equal(['ADDED a', 'ADDED b']);
    server.wake();
    await timers.pass(0);
    expect(server.streams.size).to.equal(1);
  });

  it('hears nothing more of the old one', async () => {
    const { server, said, timers } = await withOne();
    const old = [...server.streams].map((stream) => Object.assign(stream, { isStalled: true }));
    await timers.pass(50 * SECOND);
    server.stall();
    const object = server.write('b');
    for (const stream of old) {
      server.streams.add(stream);
      stream.isStalled = false;
      stream.send(JSON.stringify({ type: 'ADDED', object }));
    }
    expect(said).to.deep.equal(['ADDED a']);
  });
});

describe('a watch that is told what makes no sense', () => {
  it('asks again, if a line is cut off', async () => {
    const { server, said, gaps, timers, ...rest } = await withOne();
    send({ server, said, gaps, timers, ...rest }, '{"type":"ADDED","obj');
    server.write('b');
    await timers.pass(SECOND);
    expect(said).to.deep.equal(['ADDED a', 'ADDED b']);
    expect(gaps).to.deep.equal([]);
  });

  for (const line of ['null', '[]', '{}', '{"type":"LATER","object":{"metadata":{"resourceVersion":"1"}}}'])
    it(`says that there is a gap, if that is all it ever gets: ${line}`, async () => {
      const listener = await withOne();
      const { server, gaps, timers } = listener;
      for (let count = 0; count < 3; count++) {
        send(listener, line);
        await timers.pass(SECOND);
      }
      expect(gaps).to.deep.equal([
        'The watch of configmaps has a gap: the server has sent what is no event.',
      ]);
      server.write('b');
      await timers.pass(SECOND);
      expect(gaps).to.have.length(1);
    });

  it('says so, though what is known already is told again and again', async () => {
    const listener = await withOne();
    const { server, gaps, timers } = listener;
    server.write('b');
    for (let count = 0; count < 3; count++) {
      send(listener, JSON.stringify(server.history.at(-1)));
      send(listener, 'null');
      await timers.pass(SECOND);
    }
    expect(gaps).to.have.length(1);
  });

  it('tells nothing twice', async () => {
    const listener = await withOne();
    const { server, said, gaps } = listener;
    server.write('b');
    server.write('a', { tier: 'web' });
    server.delete('b');
    for (const { type, object } of server.history) send(listener, JSON.stringify({ type, object }));
    expect(said).to.deep.equal(['ADDED a', 'ADDED b', 'MODIFIED a', 'DELETED b']);
    expect(gaps).to.deep.equal([]);
  });

  it('says that there is a gap, if events come in disorder', async () => {
    const listener = await withOne();
    const { server, said, timers } = listener;
    const missed = server.history.length;
    server.stall();
    server.write('b');
    for (const stream of server.streams) stream.isStalled = false;
    server.write('c');
    const { type, object } = server.history[missed] ?? {};
    send(listener, JSON.stringify({ type, object }));
    await timers.pass(SECOND);
    expect(said).to.deep.equal(['ADDED a', 'ADDED c', 'GAP', 'ADDED b']);
  });
});

describe('a watch whose kind is served no longer', () => {
  const gone = Array.from({ length: 6 }, () => refusal(404));

  it('tells the end of what there was, and begins anew when asked for', async () => {
    const { server, said, gaps, watching, timers } = await withOne();
    server.refusals.push(...gone);
    server.cut();
    await timers.pass(10 * SECOND);
    expect(said).to.deep.equal(['ADDED a', 'GAP', 'DELETED a']);
    expect(gaps).to.deep.equal(['configmaps are no longer served.']);
    expect(() => watching.all(configmaps)).to.throw('configmaps are not watched.');
    await watching.begin([configmaps]);
    expect(said.at(-1)).to.equal('ADDED a');
  });

  it('takes it for no gap, if there was nothing left', async () => {
    const { server, gaps, timers } = await withOne();
    server.delete('a');
    server.refusals.push(...gone);
    server.cut();
    await timers.pass(10 * SECOND);
    expect(gaps).to.deep.equal([]);
  });

  it('does not believe it at once', async () => {
    const { server, said, gaps, timers } = await withOne();
    server.refusals.push(...gone.slice(0, 2));
    server.cut();
    server.write('b');
    await timers.pass(10 * SECOND);
    expect(said).to.deep.equal(['ADDED a', 'ADDED b']);
    expect(gaps).to.deep.equal([]);
  });
});
