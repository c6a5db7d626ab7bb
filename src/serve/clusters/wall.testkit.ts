import type { Wall } from './wall';

interface Call {
  readonly at: number;
  readonly run: () => void;
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

  now(): number {
    return this.#now;
  }

  stopwatch(): number {
    return this.#elapsed + this.#watched++;
  }

  after(ms: number, run: () => void): () => void {
    const call = { at: this.#elapsed + ms, run };
    this.#calls.push(call);
    return () => this.#drop(call);
  }

  soon(run: () => void): () => void {
    return this.after(0, run);
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
