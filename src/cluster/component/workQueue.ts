import type { Loop } from '../simulation/loop';
import type { TimerKind } from '../simulation/timers';

const BASE_DELAY = 5;
const MAX_DELAY = 1_000_000;

/**
 * Keys (names, or serials of objects) that wait to be worked on, each at most once, first come first served. Failures
 * come back after 5 ms, doubling to about 17 minutes.
 * @see k8s.io/client-go/util/workqueue
 */
export class WorkQueue<K extends string | number = string> {
  readonly #loop: Loop;
  readonly #label: string;
  readonly #onWork: () => void;
  readonly #waiting = new Set<K>();
  #line: K[] = [];
  #next = 0;
  readonly #failures = new Map<K, number>();

  /**
   * @param label who works on the keys, for messages
   * @param onWork called when there is a key to work on
   */
  constructor(loop: Loop, label: string, onWork: () => void) {
    this.#loop = loop;
    this.#label = label;
    this.#onWork = onWork;
  }

  get size(): number {
    return this.#waiting.size;
  }

  add(key: K): void {
    if (this.#waiting.has(key)) return;
    this.#waiting.add(key);
    this.#line.push(key);
    this.#onWork();
  }

  /** Adds the key after `delay` milliseconds of model time. */
  addAfter(key: K, delay: number, kind: TimerKind = 'work'): void {
    this.#loop.after(delay, kind, `${this.#label} looks at ${key} again`, () => this.add(key));
  }

  /** Adds the key after a delay that doubles with every failure in a row. */
  retry(key: K): void {
    const failures = this.#failures.get(key) ?? 0;
    this.#failures.set(key, failures + 1);
    const delay = Math.min(BASE_DELAY * 2 ** failures, MAX_DELAY);
    this.#loop.after(delay, 'work', `${this.#label} retries ${key}`, () => this.add(key));
  }

  /** The key went well: its next failure starts small again. */
  forget(key: K): void {
    this.#failures.delete(key);
  }

  take(): K | undefined {
    const key = this.#line[this.#next];
    if (key === undefined) return undefined;
    this.#waiting.delete(key);
    this.#next++;
    if (this.#next === this.#line.length) {
      this.#line = [];
      this.#next = 0;
    }
    return key;
  }
}
