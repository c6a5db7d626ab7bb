import { expect } from 'chai';
import type { DaemonSet, DaemonSetStatus } from '../../../kubernetes/kinds/daemonset/daemonSet';
import { aDaemonSet } from '../../../kubernetes/kinds/samples.testkit';
import { isOutdated, statusOf } from './status';
import { Tally } from './tally';

const tallyOf = (figures: Partial<Tally>): Tally => Object.assign(new Tally(), figures);

/** The daemon set with this status, and changed since. */
const setWith = (status: Partial<DaemonSetStatus>): DaemonSet => {
  const set = aDaemonSet();
  return {
    ...set,
    metadata: { ...set.metadata, generation: 3 },
    status: { ...set.status, ...status } as DaemonSetStatus,
  };
};

describe('the status of a daemon set', () => {
  it('is what the tally says', () => {
    const tally = tallyOf({ desired: 7, current: 6, ready: 5, available: 4, updated: 3, misscheduled: 2 });
    expect(statusOf(aDaemonSet(), tally, true)).to.deep.equal({
      desiredNumberScheduled: 7,
      currentNumberScheduled: 6,
      numberReady: 5,
      numberAvailable: 4,
      numberUnavailable: 3,
      updatedNumberScheduled: 3,
      numberMisscheduled: 2,
      observedGeneration: 1,
    });
  });

  it('leaves out what the API leaves out when it is zero', () => {
    expect(statusOf(aDaemonSet(), tallyOf({ desired: 1, available: 1 }), true)).to.have.all.keys(
      'desiredNumberScheduled',
      'currentNumberScheduled',
      'numberReady',
      'numberAvailable',
      'numberMisscheduled',
      'observedGeneration',
    );
  });

  it('observes the generation only of what has been acted on', () => {
    const set = setWith({ observedGeneration: 2 });
    expect(statusOf(set, new Tally(), true).observedGeneration).to.equal(3);
    expect(statusOf(set, new Tally(), false).observedGeneration).to.equal(2);
    expect(statusOf(setWith({}), new Tally(), false)).not.to.have.property('observedGeneration');
  });

  it('keeps conditions and the collision count', () => {
    const kept = { conditions: [{ type: 'Checked', status: 'True' }], collisionCount: 2 };
    expect(statusOf(setWith(kept), new Tally(), true)).to.deep.include(kept);
    expect(statusOf(setWith({}), new Tally(), true)).not.to.have.any.keys('conditions', 'collisionCount');
  });

  it('forgets figures of the former one', () => {
    expect(statusOf(setWith({ numberUnavailable: 4 }), new Tally(), true)).not.to.have.property(
      'numberUnavailable',
    );
  });

  describe('is written', () => {
    /** Whether a status is out of date that others have written these fields into. */
    const isWritten = (fields: Partial<DaemonSetStatus>): boolean => {
      const tally = tallyOf({ desired: 2, current: 2, ready: 2, available: 1 });
      const right = statusOf(setWith({ observedGeneration: 3 }), tally, true);
      const set = setWith({ ...right, ...fields });
      return isOutdated(set, statusOf(set, tally, true));
    };

    it('if a number is wrong', () => {
      expect(isWritten({})).to.equal(false);
      expect(isWritten({ numberReady: 3 })).to.equal(true);
      expect(isWritten({ numberUnavailable: 0 })).to.equal(true);
    });

    it('if its generation is behind, not if it is ahead', () => {
      expect(isWritten({ observedGeneration: 2 })).to.equal(true);
      expect(isWritten({ observedGeneration: 99 })).to.equal(false);
      expect(isWritten({ observedGeneration: 99, numberReady: 3 })).to.equal(true);
    });

    it('not for a collision count', () => {
      expect(isWritten({ collisionCount: 3 })).to.equal(false);
    });

    it('not if it would be the same again, because the generation has not been acted on', () => {
      const set = setWith({ ...statusOf(setWith({}), new Tally(), false), observedGeneration: 2 });
      expect(isOutdated(set, statusOf(set, new Tally(), false))).to.equal(false);
    });
  });
});
