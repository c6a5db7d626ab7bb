import { expect } from 'chai';
import { aDaemonSet } from '../kubernetes/kinds/samples.testkit';
import type { Change } from './change';
import { lastRollout } from './rollout';

/** A daemon set at a time in seconds: the image of its template, its generation and what its status says. */
const seen = (
  at: number,
  image: string,
  generation: number,
  {
    observed = generation,
    updated = 0,
    available = 0,
    uid = 'first',
    type = 'MODIFIED' as Change['type'],
  } = {},
): Change => {
  const set = aDaemonSet({ name: 'log-agent', template: { containers: [{ name: 'main', image }] } });
  const status = {
    ...set.status,
    observedGeneration: observed,
    desiredNumberScheduled: 2,
    updatedNumberScheduled: updated,
    numberAvailable: available,
  };
  const object = { ...set, metadata: { ...set.metadata, uid, generation }, status };
  return { at: at * 1000, type, object };
};

const DONE = { updated: 2, available: 2 };
const ID = { kind: 'DaemonSet', namespace: 'shop', name: 'log-agent' };

/** From and to, in seconds. */
const timesOf = (...changes: readonly Change[]): readonly (number | undefined)[] | undefined => {
  const rollout = lastRollout(changes, ID);
  return rollout && [rollout.from, rollout.to].map((moment) => moment && moment.at / 1000);
};

const OLD = seen(1, 'v1', 1, DONE);

describe('the last rollout of a daemon set', () => {
  it('lasts from the new template to the first status in which every pod is new and available', () => {
    expect(
      timesOf(
        OLD,
        seen(10, 'v2', 2, { ...DONE, observed: 1 }),
        seen(11, 'v2', 2, { updated: 1, available: 1 }),
        seen(12, 'v2', 2, { updated: 2, available: 1 }),
        seen(15, 'v2', 2, DONE),
        seen(16, 'v2', 2, DONE),
      ),
    ).to.deep.equal([10, 15]);
  });

  it('is not over while the controller has not seen it, or a pod is missing', () => {
    expect(timesOf(OLD, seen(10, 'v2', 2, { ...DONE, observed: 1 }))).to.deep.equal([10, undefined]);
    expect(timesOf(OLD, seen(10, 'v2', 2, { observed: 1 }), seen(20, 'v2', 2))).to.deep.equal([
      10,
      undefined,
    ]);
  });

  it('begins anew with another template', () => {
    expect(
      timesOf(
        OLD,
        seen(10, 'v2', 2, { observed: 1 }),
        seen(15, 'v2', 2, DONE),
        seen(20, 'v3', 3, { observed: 2 }),
      ),
    ).to.deep.equal([20, undefined]);
  });

  it('is none where the template stayed as it was, or the daemon set is another of the same name', () => {
    expect(timesOf(OLD, seen(10, 'v1', 2, DONE))).to.equal(undefined);
    expect(
      timesOf(OLD, seen(10, 'v1', 1, { type: 'DELETED' }), seen(11, 'v2', 1, { ...DONE, uid: 'second' })),
    ).to.equal(undefined);
  });
});
