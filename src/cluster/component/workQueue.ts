import type { Loop } from '../simulation/loop';
import type { Timer, TimerKind } from '../simulation/timers';

const BASE_DELAY = 5;
const MAX_DELAY = 1_000_000;

/**
 * Keys (names, or serials of objects) that wait to be worked on, each at most once, first come first served. Failures
 * come back after 5 ms, doubling to about 17 minutes.
 *
 * A key has one alarm at most. Asked for a second one, the queue keeps the earlier of the two, whatever each was for:
 * a key that comes back too early for somebody's purpose does not come back a second time. Adding the key meanwhile
 * leaves the alarm as it is.
 * @see k8s.io/client-go/util/workqueue delayingType.AddAfter, insert, TypedItemExponentialFailureRateLimiter
 */
export class WorkQueue<K extends string | number = string> {
  readonly #loop: Loop;
  readonly #label: string;
  readonly #onWork: () => void;
  readonly #waiting = new Set<K>();
  readonly #alarms = new Map<K, Timer>();
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

  /** Adds the key after `delay` milliseconds of model time, or when its alarm goes off, if that is earlier. */
  addAfter(key: K, delay: number, kind: TimerKind = 'work'): void {
    this.#setAlarm(key, delay, kind, `${this.#label} looks at ${key} again`);
  }

  /** Adds the key after a delay that doubles with every failure in a row, by the same alarm. */
  retry(key: K): void {
    const failures = this.#failures.get(key) ?? 0;
    this.#failures.set(key, failures + 1);
    const delay = Math.min(BASE_DELAY * 2 ** failures, MAX_DELAY);
    this.#setAlarm(key, delay, 'work', `${this.#label} retries ${key}`);
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

  #setAlarm(key: K, delay: number, kind: TimerKind, purpose: string): void {
    if (delay <= 0) {
      this.add(key);
      return;
    }
    const { now } = this.#loop;
    const former = this.#alarms.get(key);
    const due = Math.min(now + delay, former?.due ?? Number.POSITIVE_INFINITY);
    const isWork = kind === 'work' || former?.kind === 'work';
    if (former) {
      if (due === former.due && isWork === (former.kind === 'work')) return;
      this.#loop.cancel(former);
    }
    const alarm = this.#loop.after(due - now, isWork ? 'work' : 'background', purpose, () => {
      this.#alarms.delete(key);
      this.add(key);
    });
    this.#alarms.set(key, alarm);
  }
}
