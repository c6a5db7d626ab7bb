import type { Wall } from './wall';

interface Call {
  readonly at: number;
  readonly run: () => void;
  readonly kind: 'later' | 'soon';
}

/** A wall whose clock goes only when it is told to, and on which every look at the stopwatch takes a millisecond. */
export class FakeWall implements Wall {
  /** How many calls have come. */
  calls = 0;
  readonly #calls: Call[] = [];
  #now = Date.UTC(2026, 6, 1);
  #elapsed = 0;
  #watched = 0;

  /** How many calls are still to come. */
  get pending(): number {
    return this.#calls.length;
  }

  /** How the next one that is to come was asked for. */
  get soonest(): Call['kind'] | undefined {
    return this.#next(Number.POSITIVE_INFINITY)?.kind;
  }

  now(): number {
    return this.#now;
  }

  stopwatch(): number {
    return this.#elapsed + this.#watched++;
  }

  after(ms: number, run: () => void): () => void {
    return this.#add({ at: this.#elapsed + ms, run, kind: 'later' });
  }

  soon(run: () => void): () => void {
    return this.#add({ at: this.#elapsed, run, kind: 'soon' });
  }

  /** Somebody sets the clock on the wall, or the machine sleeps for so long: no call comes meanwhile. */
  jump(ms: number): void {
    this.#now += ms;
  }

  /** So many milliseconds go by. */
  async pass(ms: number): Promise<void> {
    const end = this.#elapsed + ms;
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.#moveTo(next.at);
      this.#drop(next);
      this.calls++;
      next.run();
      await Promise.resolve();
    }
    this.#moveTo(end);
  }

  #add(call: Call): () => void {
    this.#calls.push(call);
    return () => this.#drop(call);
  }

  #moveTo(moment: number): void {
    this.#now += Math.max(0, moment - this.#elapsed);
    this.#elapsed = Math.max(moment, this.#elapsed);
  }

  #next(end: number): Call | undefined {
    const due = this.#calls.filter(({ at }) => at <= end);
    return due.reduce<Call | undefined>(
      (first, each) => (first && first.at <= each.at ? first : each),
      undefined,
    );
  }

  #drop(call: Call): void {
    const index = this.#calls.indexOf(call);
    if (index >= 0) this.#calls.splice(index, 1);
  }
}
