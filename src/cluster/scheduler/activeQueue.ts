import type { Known } from './known';
import { priorityOf } from './preemption';

const FIRST_DELAY = 1000;
const LONGEST_DELAY = 10_000;
/** Pods whose delay ends in the same second are of equal rank. */
const WINDOW = 1000;

/** How long a pod waits after so many tries that failed, in ms: a second, doubling to ten. */
export const backoffAfter = (tries: number): number =>
  tries === 0 ? 0 : Math.min(FIRST_DELAY * 2 ** (tries - 1), LONGEST_DELAY);

interface Place {
  readonly known: Known;
  /** 0, or the end of the second in which the pod's delay is over (model time). */
  readonly until: number;
  readonly priority: number;
}

/** Whose turn is later. Who came first is first among equals. */
const isBehind = (a: Place, b: Place): boolean =>
  a.until === b.until ? a.priority < b.priority : a.until > b.until;

/**
 * The pods to try, the most important first. One that was refused lately comes after all the others. It does not wait
 * for its delay to end, though: with nothing else to do the scheduler tries it at once.
 * @see pkg/scheduler/backend/queue/active_queue.go unlockedPop
 * @see pkg/scheduler/backend/queue/backoff_queue.go getBackoffTime
 * @see pkg/scheduler/framework/plugins/queuesort/priority_sort.go
 */
export class ActiveQueue {
  #line: Place[] = [];
  #next = 0;
  readonly #present = new Set<Known>();

  /** Takes a pod in, once. Returns whether it was not there. @param now model time in ms */
  add(known: Known, now: number): boolean {
    if (this.#present.has(known)) return false;
    this.#present.add(known);
    const end = known.triedAt + backoffAfter(known.refusals);
    const window = end - (end % WINDOW);
    const isBackingOff = window >= now - (now % WINDOW);
    const place: Place = { known, until: isBackingOff ? window : 0, priority: priorityOf(known.pod) };
    this.#line.splice(this.#positionOf(place), 0, place);
    return true;
  }

  /** Takes out the pod whose turn it is. */
  take(): Known | undefined {
    const place = this.#line[this.#next];
    if (!place) return undefined;
    this.#next++;
    if (this.#next === this.#line.length) {
      this.#line = [];
      this.#next = 0;
    }
    this.#present.delete(place.known);
    return place.known;
  }

  /** Before the first who is behind. */
  #positionOf(place: Place): number {
    let low = this.#next;
    let high = this.#line.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBehind(this.#line[middle] as Place, place)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
