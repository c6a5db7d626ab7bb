import type { Timers } from './timers';

/** Lets everything happen that needs no time. */
export const calm = async (): Promise<void> => {
  for (let round = 0; round < 4; round++) await new Promise(setImmediate);
};

/** Time that passes only when it is told to. */
export class FakeTimers implements Timers {
  #now = 0;
  readonly #due = new Map<object, { readonly at: number; readonly action: () => void }>();

  now(): number {
    return this.#now;
  }

  after(ms: number, action: () => void): () => void {
    const key = {};
    this.#due.set(key, { at: this.#now + ms, action });
    return () => this.#due.delete(key);
  }

  random(): number {
    return 0;
  }

  /** How many timers are set. */
  get size(): number {
    return this.#due.size;
  }

  async pass(ms: number): Promise<void> {
    const until = this.#now + ms;
    await calm();
    for (let next = this.#next(until); next; next = this.#next(until)) {
      const [key, { at, action }] = next;
      this.#due.delete(key);
      this.#now = at;
      action();
      await calm();
    }
    this.#now = until;
  }

  #next(until: number): [object, { readonly at: number; readonly action: () => void }] | undefined {
    return [...this.#due].filter(([, { at }]) => at <= until).sort(([, a], [, b]) => a.at - b.at)[0];
  }
}
