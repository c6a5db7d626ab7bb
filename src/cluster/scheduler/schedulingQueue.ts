import type { Timer, TimerKind } from '../simulation/timers';
import { ActiveQueue, backoffAfter } from './activeQueue';
import type { Known } from './known';
import type { FilterPlugin, News } from './plugins/plugin';
import { WaitingPods } from './waitingPods';

/** Time, as long as the scheduler lives. */
export interface Clock {
  /** Model time in ms. */
  now(): number;
  /** Calls back after so many milliseconds. */
  after(delay: number, kind: TimerKind, purpose: string, run: () => void): Timer;
  cancel(timer: Timer): void;
}

/** What it takes to keep pods in line. */
interface Hands extends Clock {
  /** There is one more pod to try. Each turn has a number of its own. */
  onTurn(turn: number): void;
}

/**
 * The pods that have to be bound: those to try now, those that fit nowhere, and those with which something went wrong.
 * @see pkg/scheduler/backend/queue/scheduling_queue.go PriorityQueue
 */
export class SchedulingQueue {
  readonly #hands: Hands;
  readonly #active = new ActiveQueue();
  readonly #waiting: WaitingPods;
  /** Pods with which something went wrong, and when they are tried again. */
  readonly #failed = new Map<Known, Timer>();
  #flush: Timer | undefined;
  #turns = 0;

  constructor(hands: Hands) {
    this.#hands = hands;
    this.#waiting = new WaitingPods(hands.now());
  }

  /** The pod is to be tried. */
  add(known: Known): void {
    this.#leave(known);
    if (this.#active.add(known, this.#hands.now())) this.#hands.onTurn(this.#turns++);
  }

  /** Takes out the pod whose turn it is. */
  take(): Known | undefined {
    return this.#active.take();
  }

  /** The pod fits nowhere. It waits for news that may change a mind of those that refused it. */
  refused(known: Known, by: ReadonlySet<FilterPlugin>): void {
    known.refusedBy = by;
    known.triedAt = this.#hands.now();
    known.refusals++;
    known.errors = 0;
    this.#waiting.add(known);
    this.#awaitFlush();
  }

  /**
   * Something went wrong with the pod that no filter is to blame for. It is tried again after a second, doubling to
   * ten, whatever happens meanwhile.
   * @param kind background if there is no use in waiting for it
   */
  failed(known: Known, kind: TimerKind): void {
    this.#leave(known);
    known.errors++;
    this.#retryIn(backoffAfter(known.errors), kind, known);
  }

  /** From now on it is worth waiting for the pods with which something went wrong. */
  expectSuccess(): void {
    const now = this.#hands.now();
    for (const [known, timer] of [...this.#failed]) {
      this.#leave(known);
      this.#retryIn(timer.due - now, 'work', known);
    }
  }

  /** Tells the pods that wait. @param among those of them that hear of it; all by default */
  hear(news: News, among?: (known: Known) => boolean): void {
    for (const known of this.#waiting.helpedBy(news, among)) this.add(known);
  }

  /** The pod need not be bound any more. */
  forget(known: Known): void {
    this.#leave(known);
  }

  #leave(known: Known): void {
    this.#waiting.delete(known);
    const timer = this.#failed.get(known);
    if (!timer) return;
    this.#hands.cancel(timer);
    this.#failed.delete(known);
  }

  #retryIn(delay: number, kind: TimerKind, known: Known): void {
    const purpose = `the scheduler tries ${known.pod.metadata.name} again`;
    this.#failed.set(
      known,
      this.#hands.after(delay, kind, purpose, () => this.add(known)),
    );
  }

  /** Nobody settles for five minutes: they pass when time does. */
  #awaitFlush(): void {
    const { due } = this.#waiting;
    if (this.#flush || due === undefined) return;
    const delay = due - this.#hands.now();
    this.#flush = this.#hands.after(delay, 'background', 'pods that fit nowhere are tried again', () => {
      this.#flush = undefined;
      for (const known of this.#waiting.takeStale(this.#hands.now())) this.add(known);
      this.#awaitFlush();
    });
  }
}
