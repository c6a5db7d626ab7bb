import type { Run } from '../running/crew';
import type { Task } from '../running/queue';

/** Milliseconds of measuring after which what is measured counts as much as what was expected. */
const TRUST = 60_000;

/** What runs for longer than was expected is expected to end in so many milliseconds. */
const SOON = 3_000;

/** What an example is doing. */
interface Current {
  readonly began: number;
  /** The step that runs, and since when; empty for a hook. */
  step: { readonly text: string; readonly since: number };
}

/** How far a run is. All times in milliseconds since 1970. */
export class ProgressState {
  readonly #expected: ReadonlyMap<string, number>;
  /** Those that will be run, and have not ended. */
  readonly #left: Set<string>;
  #total: number;
  readonly #current = new Map<string, Current>();
  #measured = 0;
  #foreseen = 0;
  failed = 0;
  skipped = 0;
  /** How many have been inconclusive once, and are run again. */
  again = 0;
  inconclusive = 0;

  constructor(
    tasks: readonly Task[],
    private readonly parallel: number,
    /** How many examples had passed or failed before, in a run that was resumed. */
    before: number,
  ) {
    const run = tasks.filter(({ skips }) => !skips);
    this.#expected = new Map(tasks.map(({ location, expected }) => [location, expected]));
    this.#left = new Set(run.map(({ location }) => location));
    this.#total = before + run.length;
  }

  began(location: string, now: number): void {
    this.#current.set(location, { began: now, step: { text: '', since: now } });
  }

  step(location: string, text: string, now: number): void {
    const current = this.#current.get(location);
    if (current) current.step = { text, since: now };
  }

  ended({ location, how, isLast, began, ended }: Run): void {
    this.#current.delete(location);
    if (how.outcome !== 'skipped') {
      this.#measured += ended - began;
      this.#foreseen += this.#expected.get(location) ?? 0;
    }
    if (!isLast) {
      this.again++;
      return;
    }
    const wasAwaited = this.#left.delete(location);
    if (how.outcome === 'failed') this.failed++;
    if (how.outcome === 'skipped') {
      this.skipped++;
      if (wasAwaited) this.#total--;
    }
    if (how.outcome === 'inconclusive') this.inconclusive++;
  }

  /** How many are run, as far as is known: what is skipped does not count. */
  get total(): number {
    return this.#total;
  }

  /** How many of them have ended. */
  get done(): number {
    return this.#total - this.#left.size;
  }

  /** What is waited for longest: the step, and how long (ms). Undefined if nothing runs. */
  waiting(
    now: number,
  ): { readonly location: string; readonly text: string; readonly for: number } | undefined {
    const [longest] = [...this.#current].sort(([, a], [, b]) => a.step.since - b.step.since);
    if (!longest) return undefined;
    const [location, { step }] = longest;
    return { location, text: step.text, for: now - step.since };
  }

  /** How long (ms) it will still take: as was expected, corrected by what has been measured. */
  timeLeft(now: number): number {
    const ratio = (this.#measured + TRUST) / (this.#foreseen + TRUST);
    let [sum, longest] = [0, 0];
    for (const location of this.#left) {
      const running = this.#current.get(location);
      const whole = (this.#expected.get(location) ?? 0) * ratio;
      const left = running ? Math.max(SOON, whole - (now - running.began)) : whole;
      sum += left;
      longest = Math.max(longest, left);
    }
    return Math.max(longest, sum / this.parallel);
  }
}
