import { expect } from 'chai';
import fc from 'fast-check';
import { resources } from '../../../kubernetes/kinds/resources';
import { FakeServer, refusal } from './fakeServer.testkit';
import { calm } from './fakeTimers.testkit';
import type { Heard } from './heard';
import { begun, type Listener } from './listener.testkit';

const { configmaps } = resources;

/** What happens to a server and to those who watch it. */
type Move = (listener: Listener) => void | Promise<void>;

const repeatLast = ({ server }: Listener, count: number): void => {
  const own = server.history.filter(({ plural }) => plural === 'configmaps');
  for (const { type, object } of own.slice(-count))
    for (const stream of server.streams) stream.send(JSON.stringify({ type, object }));
};

const name = fc.constantFrom('a', 'b', 'c', 'd');

const write: fc.Arbitrary<[string, Move]> = name.map((each) => [
  `write ${each}`,
  ({ server }) => {
    server.write(each);
  },
]);

const remove: fc.Arbitrary<[string, Move]> = name.map((each) => [
  `delete ${each}`,
  ({ server }) => {
    if (server.has(each)) server.delete(each);
  },
]);

const elsewhere: [string, Move] = ['write elsewhere', ({ server }) => void server.write('x', {}, 'others')];

/** Of what becomes of streams, what lets nothing get lost. */
const harmless: readonly [string, Move][] = [
  ['calm', () => calm()],
  ['second', ({ timers }) => timers.pass(1000)],
  ['half a minute', ({ timers }) => timers.pass(30_000)],
  ['bookmark', ({ server }) => server.bookmark()],
  ['end', ({ server }) => server.cut()],
  ['cut', ({ server }) => server.cut(new Error('cut'))],
  ['stall', ({ server }) => server.stall()],
  ['refuse', ({ server }) => void server.refusals.push(refusal(500))],
  [
    'half a line',
    ({ server }) => {
      for (const stream of server.streams) {
        stream.send('{"type":"MODI');
        stream.finish();
      }
    },
  ],
];

const forget: [string, Move] = ['forget', ({ server }) => server.forget()];

const moves = (...more: readonly fc.Arbitrary<[string, Move]>[]): fc.Arbitrary<[string, Move][]> =>
  fc.array(fc.oneof(write, remove, fc.constantFrom(elsewhere, ...harmless), ...more), { maxLength: 40 });

const play = async (all: readonly [string, Move][]): Promise<Listener> => {
  const server = new FakeServer();
  server.write('a');
  const listener = await begun(configmaps, server);
  for (const [, move] of all) await move(listener);
  server.refusals.length = 0;
  await listener.timers.pass(60_000);
  listener.watching.close();
  return listener;
};

const inShort = ({ type, object }: Pick<Heard, 'type' | 'object'>): string =>
  `${type} ${object.metadata.name} ${object.metadata.resourceVersion}`;

const historyOf = ({ server }: Listener): readonly string[] =>
  server.history.filter(({ plural }) => plural === 'configmaps').map(inShort);

const show = (all: readonly [string, Move][]): string => all.map(([title]) => title).join(', ');

describe('what is heard of a server', () => {
  it('is its history, each event once and in order, whatever becomes of its streams', async function () {
    this.timeout(60_000);
    const again = fc.integer({ min: 1, max: 5 }).map((count): [string, Move] => [
      `repeat ${count}`,
      async (listener) => {
        // No server repeats what it has not told yet.
        await calm();
        if ([...listener.server.streams].every(({ isStalled }) => !isStalled)) repeatLast(listener, count);
      },
    ]);
    await fc.assert(
      fc.asyncProperty(moves(again), async (all) => {
        const listener = await play(all);
        expect(listener.heard.map(inShort), show(all)).to.deep.equal(historyOf(listener));
        expect(listener.gaps).to.deep.equal([]);
      }),
      { numRuns: 150 },
    );
  });

  it('is its history up to a gap that is announced, and after one what is there', async function () {
    this.timeout(60_000);
    await fc.assert(
      fc.asyncProperty(moves(fc.constant(forget)), async (all) => {
        const listener = await play(all);
        const { said, heard } = listener;
        const untilGap = said.includes('GAP') ? said.indexOf('GAP') : said.length;
        const history = historyOf(listener);
        const told = heard.map(inShort).slice(0, untilGap);
        expect(told, show(all)).to.deep.equal(history.slice(0, untilGap));
        if (untilGap === said.length) expect(told).to.deep.equal(history);
        const now = new Map<string, string>();
        for (const { type, object } of heard)
          if (type === 'DELETED') now.delete(object.metadata.name);
          else now.set(object.metadata.name, object.metadata.resourceVersion);
        const then = new Map<string, string>();
        for (const { type, object, plural } of listener.server.history)
          if (plural !== 'configmaps') continue;
          else if (type === 'DELETED') then.delete(object.metadata.name);
          else then.set(object.metadata.name, object.metadata.resourceVersion);
        expect(now, show(all)).to.deep.equal(then);
      }),
      { numRuns: 150 },
    );
  });

  it('comes in the order of versions, though events do not', async function () {
    this.timeout(60_000);
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 });
    await fc.assert(
      fc.asyncProperty(order, async (positions) => {
        const listener = await begun(configmaps);
        const { server, timers, said, heard, gaps } = listener;
        server.stall();
        for (const each of ['a', 'b', 'c', 'd', 'e', 'f']) server.write(each);
        for (const position of positions) {
          const { type, object } = server.history[position] ?? {};
          for (const stream of server.streams) {
            stream.isStalled = false;
            stream.send(JSON.stringify({ type, object }));
            stream.isStalled = true;
          }
        }
        await timers.pass(60_000);
        listener.watching.close();
        expect(heard.map(({ object }) => object.metadata.name)).to.have.members([
          'a',
          'b',
          'c',
          'd',
          'e',
          'f',
        ]);
        const untilGap = gaps.length > 0 ? said.indexOf('GAP') : said.length;
        const versions = heard
          .slice(0, untilGap)
          .map(({ object }) => Number(object.metadata.resourceVersion));
        expect(versions).to.deep.equal([...versions].sort((a, b) => a - b));
      }),
      { numRuns: 60 },
    );
  });
});
