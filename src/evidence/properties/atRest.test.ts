import { expect } from 'chai';
import fc from 'fast-check';
import type { Cluster } from '../../port/cluster';
import { operations } from '../operations/anyOperation.testkit';
import { violations } from './atRest.testkit';
import { play, RUNS, rest } from './run.testkit';
import { stateOf } from './state.testkit';

const groups = operations(3, { broken: true });
const seed = fc.nat();

const isInOrder = async (cluster: Cluster): Promise<void> => {
  await rest(cluster);
  expect(violations(await stateOf(cluster))).to.deep.equal([]);
};

describe('a cluster at rest, whatever has happened', function () {
  this.timeout(60_000);

  for (const disturbed of [false, true]) {
    const day = disturbed ? 'on a rough day' : 'on a calm day';

    it(`has one pod of a set on every node it wants and none elsewhere, and says so, ${day}`, () =>
      fc.assert(
        fc.asyncProperty(groups, seed, async (each, seed) => {
          await play(each, { seed, disturbed }, isInOrder);
        }),
        RUNS,
      ));

    it(`stays as it is, ${day}`, () =>
      fc.assert(
        fc.asyncProperty(groups, seed, async (each, seed) => {
          const cluster = await play(each, { seed, disturbed });
          const before = cluster.timeline.changes().length;
          expect(await cluster.time.settle()).to.deep.equal({ quiet: true, elapsed: 0 });
          expect(cluster.timeline.changes().length).to.equal(before);
        }),
        RUNS,
      ));
  }
});
