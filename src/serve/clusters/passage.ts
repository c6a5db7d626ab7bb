import type { Loop } from '../../cluster/simulation/loop';
import type { Settled } from '../../port/time';

/** A stretch of model time. */
export interface Stretch {
  /** What it is measured from. The loop may be behind that. */
  readonly since: number;
  readonly until: number;
  /** True: it ends as soon as nothing is left to do, as settling does. */
  readonly orQuiet?: boolean;
}

/** What a timer that goes off without time going by counts, against the patience of the loop. */
export const TIMER = 20;

/**
 * Time that goes by without gaps, as under virtual time, but a slice after the other, so that others have their turn in
 * between. It is the same history that the loop makes in one go.
 */
export class Passage {
  readonly #loop: Loop;
  readonly #stretch: Stretch;
  /** Pieces of work at this moment. */
  #effort = 0;

  constructor(loop: Loop, stretch: Stretch) {
    this.#loop = loop;
    this.#stretch = stretch;
  }

  /** How far it is. */
  get now(): number {
    return Math.max(this.#loop.now, this.#stretch.since);
  }

  /** There is work without end at one moment: it never gets past that. */
  get isStuck(): boolean {
    return this.#effort > this.#loop.patience;
  }

  /**
   * Works until it is through, or until the slice is over.
   * @param isOver asked after every piece of work
   * @returns how it ended; undefined if it goes on
   */
  slice(isOver: () => boolean): Settled | undefined {
    do {
      const ended = this.#step();
      if (ended) return ended;
    } while (!isOver());
    return undefined;
  }

  #step(): Settled | undefined {
    const loop = this.#loop;
    if (this.isStuck)
      return this.#ended(false, `work without end, though no time passes: ${loop.occupation}`);
    const pieces = loop.tell() || loop.turn();
    this.#effort += pieces;
    return pieces > 0 ? undefined : this.#moveOn();
  }

  #moveOn(): Settled | undefined {
    const loop = this.#loop;
    const { until, orQuiet = false } = this.#stretch;
    if (orQuiet) {
      if (loop.isQuiet) return this.#ended(true);
      if ((loop.nextDue ?? until) > until) return this.#ended(false, loop.outlook);
    }
    const before = loop.now;
    if (!loop.moveOn(until)) return this.#ended(loop.isQuiet, loop.outlook);
    this.#effort = loop.now === before ? this.#effort + TIMER : 0;
    return undefined;
  }

  #ended(quiet: boolean, busy = ''): Settled {
    return { quiet, elapsed: this.now - this.#stretch.since, ...(quiet ? {} : { busy }) };
  }
}
