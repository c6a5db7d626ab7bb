import { type Example, isBroken } from './example';
import { isStopped } from './stop';

/** How far a run got. */
export interface Extent {
  /**
   * `whole`: every example had its turn; `stopped`: somebody stopped it, with Ctrl-C or the like; `fail-fast`: it ended at the
   * first failure, as asked; `dry`: nothing was to be executed.
   */
  readonly kind: 'whole' | 'stopped' | 'fail-fast' | 'dry';
  /** How many examples had their turn, those included that were skipped for a reason of their own. */
  readonly reached: number;
  readonly planned: number;
}

/** How far the run got that these examples are from. */
export const extentOf = (examples: readonly Example[], stopped = isStopped()): Extent => {
  const planned = examples.length;
  const reached = examples.filter(({ isUnreached }) => !isUnreached).length;
  return { kind: kindOf(examples, reached, stopped), reached, planned };
};

const kindOf = (examples: readonly Example[], reached: number, stopped: boolean): Extent['kind'] => {
  if (reached === examples.length) return 'whole';
  if (stopped) return 'stopped';
  if (!examples.some(wasExecuted)) return 'dry';
  return examples.some(isBroken) ? 'fail-fast' : 'whole';
};

const wasExecuted = ({ steps }: Example): boolean =>
  steps.some(({ outcome }) => outcome === 'passed' || outcome === 'failed');
