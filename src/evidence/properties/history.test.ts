import { expect } from 'chai';
import fc from 'fast-check';
import { operations } from '../operations/anyOperation.testkit';
import { doublyServed, overspent } from './history.testkit';
import { play, RUNS } from './run.testkit';

describe('the history of a cluster, whatever happens', function () {
  this.timeout(60_000);

  for (const disturbed of [false, true]) {
    const day = disturbed ? 'on a rough day' : 'on a calm day';

    it(`never has two available pods of a set on a node without surge, ${day}`, () =>
      fc.assert(
        fc.asyncProperty(operations(3, { broken: true }), fc.nat(), async (groups, seed) => {
          const cluster = await play(groups, { seed, disturbed });
          expect(doublyServed(cluster.timeline.changes())).to.deep.equal([]);
        }),
        RUNS,
      ));

    it(`never has a set take away more than its budget allows, ${day}`, () =>
      fc.assert(
        fc.asyncProperty(operations(1, { broken: true }), fc.nat(), async (groups, seed) => {
          const byOthers = new Set<number>();
          const cluster = await play(groups, { seed, disturbed }, async ({ timeline }) => {
            byOthers.add(timeline.changes().length);
          });
          expect(overspent(cluster.timeline.changes(), byOthers)).to.deep.equal([]);
        }),
        RUNS,
      ));
  }
});
