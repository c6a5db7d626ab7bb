import { expect } from 'chai';
import { resources } from '../../../kubernetes/kinds/resources';
import type { KubeObject } from '../../../kubernetes/object';
import { Inconclusive } from '../../../port/inconclusive';
import { FakeServer } from './fakeServer.testkit';
import { calm } from './fakeTimers.testkit';
import { begun, type Listener, listenTo } from './listener.testkit';

const { configmaps, pods } = resources;

const SECOND = 1000;

interface Wait {
  isOver: boolean;
  error?: Error;
}

const wait = (promise: Promise<void>): Wait => {
  const state: Wait = { isOver: false };
  promise.then(
    () => {
      state.isOver = true;
    },
    (error: Error) => {
      state.error = error;
    },
  );
  return state;
};

const withOne = async (): Promise<Listener & { readonly first: KubeObject }> => {
  const server = new FakeServer();
  const first = server.write('a');
  return { ...(await begun(configmaps, server)), first };
};

const resumed = ({ server }: Listener): void => {
  for (const stream of server.streams) stream.isStalled = false;
};

describe('catching up with a write', () => {
  it('waits until it has been told', async () => {
    const listener = await withOne();
    const { server, watching, said } = listener;
    const [stream] = server.streams;
    server.stall();
    const object = server.write('b');
    const waiting = wait(watching.caughtUp(configmaps, object));
    await calm();
    expect(waiting.isOver).to.equal(false);
    resumed(listener);
    stream?.send(JSON.stringify({ type: 'ADDED', object }));
    expect(said.at(-1)).to.equal('ADDED b');
    await calm();
    expect(waiting.isOver).to.equal(true);
  });

  it('is done at once, if it has been told already, or nothing was changed', async () => {
    const { server, watching, first, timers } = await withOne();
    const object = server.write('b');
    const { size } = timers;
    await watching.caughtUp(configmaps, object);
    await watching.caughtUp(configmaps, first);
    expect(timers.size).to.equal(size);
  });

  it('is content with what somebody has made of it since', async () => {
    const listener = await withOne();
    const { server, watching } = listener;
    server.stall();
    const object = server.write('b');
    const waiting = wait(watching.caughtUp(configmaps, object));
    server.write('b', { tier: 'web' });
    server.cut();
    await listener.timers.pass(SECOND);
    expect(waiting.isOver).to.equal(true);
    server.delete('b');
    await watching.caughtUp(configmaps, object);
  });

  it('is content with a later version of the kind', async () => {
    const listener = await withOne();
    const { server, watching, first } = listener;
    server.revision = 200;
    const waiting = wait(
      watching.caughtUp(configmaps, { ...first, metadata: { ...first.metadata, resourceVersion: '150' } }),
    );
    await calm();
    expect(waiting.isOver).to.equal(false);
    server.bookmark();
    await calm();
    expect(waiting.isOver).to.equal(true);
  });

  it('begins the kind, if it is not watched', async () => {
    const { server, watching, said } = listenTo();
    const object = server.write('a');
    await watching.caughtUp(configmaps, object);
    expect(said).to.deep.equal(['ADDED a']);
    server.delete('a');
    await calm();
    expect(said).to.deep.equal(['ADDED a', 'DELETED a']);
  });

  it('opens another stream after a while, which may have stalled', async () => {
    const { server, watching, timers } = await withOne();
    server.stall();
    const waiting = wait(watching.caughtUp(configmaps, server.write('b')));
    await timers.pass(3 * SECOND);
    expect(waiting.isOver).to.equal(true);
  });

  it('is inconclusive after ten seconds', async () => {
    const { server, watching, timers } = await withOne();
    const object = server.write('b');
    const waiting = wait(
      watching.caughtUp(configmaps, {
        ...object,
        metadata: { ...object.metadata, uid: 'never', resourceVersion: '1000' },
      }),
    );
    await timers.pass(9.9 * SECOND);
    expect(waiting.error).to.equal(undefined);
    await timers.pass(SECOND);
    expect(waiting.error).to.be.instanceOf(Inconclusive);
    expect(waiting.error?.message).to.equal(
      'The watch has not told that configmaps "b" was written within 10 seconds.',
    );
  });

  it('is patient with a server that is slow', async () => {
    const { server, watching, timers, first } = await withOne();
    server.latency = SECOND;
    const waiting = wait(
      watching.caughtUp(configmaps, { ...first, metadata: { ...first.metadata, resourceVersion: '1000' } }),
    );
    await timers.pass(99 * SECOND);
    expect(waiting.error).to.equal(undefined);
    await timers.pass(2 * SECOND);
    expect(waiting.error).to.be.instanceOf(Inconclusive);
  });

  it('is inconclusive when nobody watches any more', async () => {
    const { watching, first } = await withOne();
    const waiting = wait(
      watching.caughtUp(configmaps, { ...first, metadata: { ...first.metadata, resourceVersion: '1000' } }),
    );
    await calm();
    watching.close();
    await calm();
    expect(waiting.error).to.be.instanceOf(Inconclusive);
  });

  it('knows versions that are no numbers by themselves only', async () => {
    const server = new FakeServer();
    const listener = await begun(configmaps, server);
    const { watching } = listener;
    const object = (name: string, resourceVersion: string): KubeObject => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name, namespace: 'default', uid: name, resourceVersion, creationTimestamp: '' },
    });
    const tell = (told: KubeObject): void => {
      for (const stream of server.streams) stream.send(JSON.stringify({ type: 'ADDED', object: told }));
    };
    tell(object('a', 'x9'));
    const waiting = wait(watching.caughtUp(configmaps, object('b', 'x1')));
    tell(object('c', 'x2'));
    await calm();
    expect(waiting.isOver).to.equal(false);
    tell(object('b', 'x1'));
    await calm();
    expect(waiting.isOver).to.equal(true);
    await watching.caughtUp(configmaps, object('a', 'x9'));
    expect(listener.said).to.deep.equal(['ADDED a', 'ADDED c', 'ADDED b']);
  });
});

describe('catching up with a deletion', () => {
  it('waits for the end of the object', async () => {
    const { server, watching, first, timers } = await withOne();
    server.stall();
    server.write('a', { tier: 'web' });
    server.delete('a');
    const waiting = wait(watching.caughtUp(configmaps, first, true));
    await calm();
    expect(waiting.isOver).to.equal(false);
    await timers.pass(3 * SECOND);
    expect(waiting.isOver).to.equal(true);
  });

  it('is not deceived by another one of that name', async () => {
    const { server, watching, first, timers } = await withOne();
    server.delete('a');
    const second = server.write('a');
    await watching.caughtUp(configmaps, first, true);
    const waiting = wait(watching.caughtUp(configmaps, second, true));
    await timers.pass(5 * SECOND);
    expect(waiting.isOver).to.equal(false);
    server.delete('a');
    await calm();
    expect(waiting.isOver).to.equal(true);
  });

  it('believes a list that lacks it', async () => {
    const { server, watching, first, timers } = await withOne();
    server.stall();
    const waiting = wait(watching.caughtUp(configmaps, first, true));
    await calm();
    server.delete('a');
    server.write('a');
    server.forget();
    server.cut();
    await timers.pass(SECOND);
    expect(waiting.isOver).to.equal(true);
    await listenTo(server).watching.caughtUp(configmaps, first, true);
  });
});

describe('making sure of a kind', () => {
  it('is done at once, if all has been told', async () => {
    const { server, watching } = await withOne();
    server.write('b');
    server.delete('a');
    await watching.confirm(configmaps);
    await watching.confirm(configmaps, 'default');
  });

  it('is done in a moment, if nobody knows whether all has been told', async () => {
    const { server, watching, timers } = await withOne();
    server.write('elsewhere', {}, 'pods');
    const waiting = [configmaps, pods].map((each) => wait(watching.confirm(each)));
    await timers.pass(100);
    expect(waiting.map(({ isOver }) => isOver)).to.deep.equal([true, true]);
    expect(server.streams).to.have.property('size', 2);
  });

  for (const [title, change] of [
    ['was added', (server: FakeServer) => server.write('b')],
    ['was changed', (server: FakeServer) => server.write('a', { tier: 'web' })],
    ['has gone', (server: FakeServer) => server.delete('a')],
    ['came and went', (server: FakeServer) => server.delete(server.write('b').metadata.name)],
  ] as const)
    it(`finds out that a stream has stalled: something ${title}`, async () => {
      const { server, watching, said, timers } = await withOne();
      const told = said.length;
      server.stall();
      change(server);
      const news = server.history.length - told;
      const waiting = wait(watching.confirm(configmaps, 'default'));
      await timers.pass(SECOND);
      expect(waiting.isOver).to.equal(false);
      await timers.pass(3 * SECOND);
      expect(waiting.isOver).to.equal(true);
      expect(said).to.have.length(told + news);
    });

  it('asks of Secrets only for those of runs', async () => {
    const { server, watching } = listenTo();
    await watching.confirm({ ...configmaps, kind: 'Secret', plural: 'secrets' });
    for (const asked of server.asked) expect(asked).to.include('labelSelector=rollcall.dev%2Frun');
  });

  it('does not wait for what comes later', async () => {
    const { server, watching, timers } = await withOne();
    server.stall();
    const waiting = wait(watching.confirm(configmaps));
    await calm();
    server.write('b');
    await timers.pass(0);
    expect(waiting.isOver).to.equal(true);
  });
});
