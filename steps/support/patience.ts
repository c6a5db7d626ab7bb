import { Inconclusive } from '../../src/port/inconclusive';
import { LeftOut } from '../../src/port/leftOut';
import type { Scenario } from '../world';
import type { BelowOptions, Code as CodeOf } from './below';
import { isForGood } from './expectations';

export type Code = CodeOf<Scenario>;

/**
 * Wraps the code of a phrase: it is remembered if nobody can tell how it ended, as when a reply was lost, and the example is
 * left out where the cluster is not going to do what it asks.
 */
const doubtfully = (code: Code): Code =>
  function (...values) {
    const ended = code.apply(this, values);
    if (!this || !(ended instanceof Promise)) return ended;
    return ended.catch((error: unknown) =>
      error instanceof LeftOut ? this.leaveOut(error.code, error.message) : this.noteDoubt(error),
    );
  };

/**
 * Wraps the code of a Then: where things take time, it is given time to come true, and is looked at again when nothing more
 * is done. Where a look tells all it is called as it is; so is the code of what is no Then.
 */
export const waitForIt = (code: Code, options?: BelowOptions): Code => {
  const lasts = options?.lasts;
  if (lasts === undefined || lasts === 'always') return doubtfully(code);
  const atOnce = doubtfully(code);
  return function (...values) {
    if (!this.clusterInUse?.waits) return atOnce.apply(this, values);
    return untilTrue(this, () => code.apply(this, values), lasts === 'neither').catch(this.noteDoubt);
  };
};

/** How a look ended that more time would not change. */
type Look = { readonly result: unknown } | { readonly error: unknown };

const untilTrue = async (scenario: Scenario, look: () => unknown, mayChange: boolean): Promise<unknown> => {
  const { cluster, watched, written } = scenario;
  const { time, waits: { limit: within } = { limit: 0 } } = cluster;
  watched.begin(time.now());
  let looks = 0;
  const last = await time.eventually<Look>(
    async () => {
      looks += 1;
      try {
        return { result: await look() };
      } catch (error) {
        if (isForGood(error) || error instanceof Inconclusive || cluster.doubt !== undefined)
          return { error };
        throw error;
      }
    },
    { within },
  );
  if ('error' in last) throw last.error;
  if (looks > 1) watched.cameTrue(time.now());
  if (mayChange && written.isThen) watched.add({ written, look });
  return last.result;
};
