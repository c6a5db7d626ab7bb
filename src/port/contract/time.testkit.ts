import { expect } from 'chai';
import { fromTimestamp } from '../../kubernetes/fields/time';
import { type Chapter, clause, clauseFor } from './clause.testkit';
import { note, onNode, pod } from './objects.testkit';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Clocks of two machines differ by so much, at most. */
const SKEW = MINUTE;

const failing = (message: string) => (): never => {
  throw new Error(message);
};

const messageOf = async (promise: Promise<unknown>): Promise<string> => {
  try {
    await promise;
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing was thrown';
};

/** How time goes by. */
export const time: Chapter = {
  title: 'time',
  clauses: [
    clause('is that of the API server', async ({ api, namespace, cluster }) => {
      const { metadata } = await api.create(note('a'), { namespace });
      expect(fromTimestamp(metadata.creationTimestamp)).to.be.closeTo(cluster.time.now(), SKEW);
    }),

    clause('does not go back', async ({ api, namespace, cluster: { time } }) => {
      const moments = [time.now()];
      await api.create(note('a'), { namespace });
      moments.push(time.now());
      await time.pass(SECOND);
      moments.push(time.now());
      await time.settle();
      moments.push(time.now());
      expect([...moments].sort((a, b) => a - b)).to.deep.equal(moments);
      expect((moments[2] ?? 0) - (moments[1] ?? 0)).to.be.at.least(SECOND);
    }),

    clause('settles where there is nothing to do', async ({ cluster: { time } }) => {
      await time.settle();
      const before = time.now();
      const settled = await time.settle();
      expect(settled.quiet).to.equal(true);
      expect(settled).not.to.have.property('busy');
      expect(settled.elapsed).to.be.within(0, time.now() - before + 1);
    }),

    clause(
      'goes by until a check has nothing to object, and gives what the check gives',
      async ({ cluster }) => {
        const { time } = cluster;
        const end = time.now() + 2 * SECOND;
        const given = await time.eventually(async () => {
          expect(time.now()).to.be.at.least(end);
          return 'at last';
        });
        expect(given).to.equal('at last');
      },
    ),

    clause(
      'is up when a check has objected for long enough, and its last objection is raised',
      async ({ cluster }) => {
        const { time } = cluster;
        const start = time.now();
        let tries = 0;
        const check = () => failing(`objection ${++tries}`)();
        expect(await messageOf(time.eventually(check, { within: 2 * SECOND }))).to.equal(
          `objection ${tries}`,
        );
        expect(tries).to.be.at.least(2);
        expect(time.now() - start).to.be.at.least(2 * SECOND);
      },
    ),

    clauseFor('long-waits', 'goes by for minutes where there is time', async ({ cluster: { time } }) => {
      const before = time.now();
      await time.pass(2 * MINUTE);
      expect(time.now() - before).to.be.at.least(2 * MINUTE);
    }),

    clauseFor('movable-clock', 'passes exactly as it is told to', async ({ cluster: { time } }) => {
      await time.settle();
      for (const duration of [1, SECOND, HOUR]) {
        const before = time.now();
        await time.pass(duration);
        expect(time.now() - before).to.equal(duration);
      }
    }),

    clauseFor('movable-clock', 'stands still where there is nothing to do', async ({ cluster: { time } }) => {
      await time.settle();
      const before = time.now();
      expect(await time.settle()).to.deep.equal({ quiet: true, elapsed: 0 });
      expect(time.now()).to.equal(before);
    }),

    clauseFor(
      ['movable-clock', 'node-control', 'container-control'],
      'settles no further than the horizon, and says what is still to be done',
      async ({ api, namespace, cluster: { time, world } }) => {
        await world.addNode({ name: 'contract-1' });
        await world.imageBehaves('contract/slow', { startSeconds: 3600 });
        const containers = [{ name: 'main', image: 'contract/slow' }];
        await api.create(pod('a', { containers, nodeSelector: onNode('contract-1') }), { namespace });
        const early = await time.settle({ horizon: MINUTE });
        expect(early.quiet).to.equal(false);
        expect(early.elapsed).to.be.at.most(MINUTE);
        expect(early.busy).to.be.a('string').and.not.equal('');
        const late = await time.settle({ horizon: 2 * HOUR });
        expect(late.quiet).to.equal(true);
        expect(late.elapsed).to.be.within(HOUR - 2 * MINUTE, 2 * HOUR);
      },
    ),
  ],
};
