import { expect } from 'chai';
import { HISTORY } from '../../cluster/apiserver/registry/topic';
import { administrator } from '../../cluster/apiserver/requests/caller';
import { resources } from '../../kubernetes/kinds/resources';
import { wall } from '../clusters/wall';
import { type Served, serve } from '../serve';
import { Line } from './line.testkit';
import { type Beginning, Reflector } from './reflector.testkit';

const { configmaps } = resources;
const PLACE = '/api/v1/namespaces/default/configmaps';

/** Time that goes by a hundred times as fast. */
const hasty = { ...wall, after: (ms: number, run: () => void) => wall.after(ms / 100, run) };

describe('who mirrors a collection', () => {
  let served: Served;
  let line: Line;
  let others: Served[] = [];
  beforeEach(async () => {
    served = await serve({ watching: { timing: hasty } });
    line = await Line.to(served.url);
  });
  afterEach(async () => {
    await line.close();
    for (const each of [served, ...others]) await each.close();
    others = [];
  });

  const write = (name: string, data = ''): void => {
    const { server } = served.cluster;
    const change = { patch: { data: { data } }, type: 'merge' } as const;
    if (server.store.get(configmaps, 'default', name))
      server.patch(configmaps, 'default', name, change, administrator);
    else server.create({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } }, administrator, 'default');
    served.cluster.clock.touch();
  };
  const remove = (name: string): void => {
    served.cluster.server.delete(configmaps, 'default', name, {}, administrator);
    served.cluster.clock.touch();
  };
  const changeALot = (): void => {
    for (let count = 0; count < 2 * HISTORY; count++) write('busy', `${count}`);
  };
  /** What is there: versions by name. */
  const present = (): string[] =>
    served.cluster.server.store
      .all(configmaps, 'default')
      .map(({ metadata }) => `${metadata.name} ${metadata.resourceVersion}`)
      .sort();
  /** The server starts anew, and knows nothing of before. */
  const restart = async (): Promise<void> => {
    others.push(served);
    served = await serve({ watching: { timing: hasty } });
    line.leadTo(served.url);
  };

  /** Until a mirror shows what is there. */
  const untilEqual = async (mirrored: () => readonly string[]): Promise<void> => {
    while ([...mirrored()].sort().join() !== present().join()) await new Promise(setImmediate);
  };

  const trials: Readonly<Record<string, () => void | Promise<void>>> = {
    'changes that it is told of': () => {
      write('b');
      write('a', 'x');
      remove('c');
    },
    'a line that is cut': () => {
      line.cut();
      write('b');
      remove('a');
    },
    'a cut so long that what it missed is forgotten': () => {
      line.cut();
      remove('a');
      changeALot();
    },
    'a server that is started anew': async () => {
      await restart();
      line.cut();
      write('d');
    },
    'a server that stops in good order': async () => {
      const before = served;
      await restart();
      write('e');
      await before.close();
    },
  };

  for (const beginning of ['list', 'watch'] as const satisfies readonly Beginning[]) {
    describe(`and begins with a ${beginning} survives`, () => {
      for (const [title, happens] of Object.entries(trials)) {
        it(title, async () => {
          for (const name of ['a', 'c']) write(name);
          const reflector = new Reflector(`${line.url}${PLACE}`, beginning);
          const running = reflector.run();
          const mirrored = () => [...reflector.objects].map(([name, version]) => `${name} ${version}`);
          await untilEqual(mirrored);
          await happens();
          await untilEqual(mirrored);
          reflector.stop();
          await running;
        });
      }

      it('a cut, and goes on where it was', async () => {
        const reflector = new Reflector(`${line.url}${PLACE}`, beginning);
        const running = reflector.run();
        const mirrored = () => [...reflector.objects].map(([name, version]) => `${name} ${version}`);
        await untilEqual(mirrored);
        for (let count = 0; count < 5; count++) {
          line.cut();
          write(`n${count}`);
          await untilEqual(mirrored);
        }
        expect(reflector.beginnings).to.equal(1);
        reflector.stop();
        await running;
      });
    });
  }

  describe('with the informer of the JavaScript client survives', () => {
    for (const [title, happens] of Object.entries(trials)) {
      it(title, async () => {
        for (const name of ['a', 'c']) write(name);
        const { CoreV1Api, KubeConfig, makeInformer } = await import('@kubernetes/client-node');
        const config = new KubeConfig();
        config.loadFromOptions({
          clusters: [{ name: 'line', server: line.url, skipTLSVerify: true }],
          users: [{ name: 'anyone' }],
          contexts: [{ name: 'line', cluster: 'line', user: 'anyone' }],
          currentContext: 'line',
        });
        const api = config.makeApiClient(CoreV1Api);
        const informer = makeInformer(config, PLACE, () =>
          api.listNamespacedConfigMap({ namespace: 'default' }),
        );
        let isOver = false;
        // As its documentation has it: after an error it is started again.
        informer.on('error', () => void setImmediate(() => isOver || informer.start()));
        await informer.start();
        const mirrored = () =>
          informer.list().map(({ metadata }) => `${metadata?.name} ${metadata?.resourceVersion}`);
        await untilEqual(mirrored);
        await happens();
        await untilEqual(mirrored);
        isOver = true;
        await informer.stop();
      });
    }
  });
});
