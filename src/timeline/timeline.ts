import type { Change } from './change';
import type { Moment } from './moment';

/** Everything that happened in a cluster, in order. The questions scenarios ask of it stand in files beside this. */
export class Timeline {
  readonly #changes: Change[] = [];

  /**
   * Appends what was observed. Called by drivers only: once for every write, in the order of resource versions, with an
   * object that nobody changes any more.
   */
  record(change: Change): void {
    this.#changes.push(change);
  }

  /** All changes, oldest first. */
  changes(): readonly Change[] {
    return this.#changes;
  }

  /** The place right after all that has happened so far: what is recorded from now on comes at or after it. */
  moment(): Moment {
    return { at: this.#changes.at(-1)?.at ?? 0, index: this.#changes.length };
  }
}
