import type { Known } from './known';
import type { News } from './plugins/plugin';

/** No pod waits longer without being tried again. @see DefaultPodMaxInUnschedulablePodsDuration */
const LONGEST_WAIT = 300_000;
/** How often somebody looks for pods that have waited so long. */
const LOOK_EVERY = 30_000;

/** Whether one of the filters that refused a pod may see it differently now. */
const mayHelp = ({ pod, refusedBy }: Known, news: News): boolean => {
  for (const plugin of refusedBy) if (plugin.mayHelp(pod, news)) return true;
  return false;
};

/**
 * Pods that fit nowhere and wait for news that may help them, or for five minutes.
 * @see pkg/scheduler/backend/queue/scheduling_queue.go isPodWorthRequeuing, flushUnschedulablePodsLeftover
 */
export class WaitingPods {
  /** In the order in which they were tried. */
  readonly #pods = new Set<Known>();
  readonly #start: number;

  /** @param start model time in ms from which on somebody looks every 30 seconds */
  constructor(start: number) {
    this.#start = start;
  }

  add(known: Known): void {
    this.#pods.add(known);
  }

  delete(known: Known): void {
    this.#pods.delete(known);
  }

  has(known: Known): boolean {
    return this.#pods.has(known);
  }

  /** Lets go of the pods that the news may help. @param among those of them that hear of it; all by default */
  helpedBy(news: News, among?: (known: Known) => boolean): readonly Known[] {
    const helped: Known[] = [];
    for (const known of this.#pods) if ((among?.(known) ?? true) && mayHelp(known, news)) helped.push(known);
    for (const known of helped) this.#pods.delete(known);
    return helped;
  }

  /** Lets go of the pods that have waited for more than five minutes. @param now model time in ms */
  takeStale(now: number): readonly Known[] {
    const stale: Known[] = [];
    for (const known of this.#pods) {
      if (now - known.triedAt <= LONGEST_WAIT) break;
      stale.push(known);
    }
    for (const known of stale) this.#pods.delete(known);
    return stale;
  }

  /** When somebody will find that a pod has waited too long (model time); undefined if none waits. */
  get due(): number | undefined {
    for (const { triedAt } of this.#pods) {
      const looks = Math.floor((triedAt + LONGEST_WAIT - this.#start) / LOOK_EVERY) + 1;
      return this.#start + looks * LOOK_EVERY;
    }
    return undefined;
  }
}
