/**
 * Work is waited for when a cluster settles (start-up, back-off, grace); background is not (heartbeats,
 * patience): it happens when time passes anyway.
 */
export type TimerKind = 'work' | 'background';

/** A call that is due at a moment of model time. */
export interface Timer {
  readonly due: number;
  readonly kind: TimerKind;
  /** What it is for, in words: shown if a cluster does not settle. */
  readonly purpose: string;
  run: (() => void) | undefined;
}

/** Timers by due time. Those of one moment share a bucket, so that thousands cost little. */
export class Timers {
  readonly #buckets = new Map<number, Timer[]>();
  /** Binary heap of the moments that have a bucket. */
  readonly #moments: number[] = [];
  #work = 0;

  /** How many timers of kind work are pending. */
  get pendingWork(): number {
    return this.#work;
  }

  add(due: number, kind: TimerKind, purpose: string, run: () => void): Timer {
    const timer: Timer = { due, kind, purpose, run };
    const bucket = this.#buckets.get(due);
    if (bucket) bucket.push(timer);
    else {
      this.#buckets.set(due, [timer]);
      this.#push(due);
    }
    if (kind === 'work') this.#work++;
    return timer;
  }

  /** Takes a timer back. Cancelling twice, or after it ran, does nothing. */
  cancel(timer: Timer): void {
    if (timer.run === undefined) return;
    timer.run = undefined;
    if (timer.kind === 'work') this.#work--;
  }

  /** The next moment something is due. */
  nextDue(): number | undefined {
    while (this.#moments.length > 0) {
      const due = this.#moments[0] as number;
      if (this.#buckets.get(due)?.some((timer) => timer.run)) return due;
      this.#buckets.delete(due);
      this.#pop();
    }
    return undefined;
  }

  /** Runs everything due at the next moment. */
  runNext(): void {
    const due = this.nextDue();
    if (due === undefined) return;
    const bucket = this.#buckets.get(due) ?? [];
    this.#buckets.delete(due);
    this.#pop();
    for (const timer of bucket) {
      const run = timer.run;
      if (!run) continue;
      this.cancel(timer);
      run();
    }
  }

  /** What the pending work is for, each purpose once, soonest first. */
  purposes(): string[] {
    const pending = [...this.#buckets.values()].flat().filter((timer) => timer.run && timer.kind === 'work');
    return [...new Set(pending.sort((a, b) => a.due - b.due).map((timer) => timer.purpose))];
  }

  #push(moment: number): void {
    const heap = this.#moments;
    let index = heap.push(moment) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if ((heap[parent] as number) <= moment) break;
      heap[index] = heap[parent] as number;
      index = parent;
    }
    heap[index] = moment;
  }

  #pop(): void {
    const heap = this.#moments;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && (heap[child + 1] as number) < (heap[child] as number)) child++;
      if ((heap[child] as number) >= last) break;
      heap[index] = heap[child] as number;
      index = child;
    }
    heap[index] = last;
  }
}
