import type { Change } from './change';

/** Everything that happened in a cluster, in order, and the questions scenarios ask of it. */
export class Timeline {
  readonly #changes: Change[] = [];

  /** Appends what was observed. Called by drivers only. */
  record(change: Change): void {
    this.#changes.push(change);
  }

  /** All changes, oldest first. */
  changes(): readonly Change[] {
    return this.#changes;
  }
}
