import type { Wall } from './wall';

/** One call that is to come. Of several that are asked for, the earliest comes, and the others do not. */
export class Alarm {
  readonly #wall: Wall;
  readonly #ring: () => void;
  /** When it rings: that moment by the stopwatch, long past for one that rings as soon as it can. */
  #set: { readonly at: number; readonly cancel: () => void } | undefined;

  constructor(wall: Wall, ring: () => void) {
    this.#wall = wall;
    this.#ring = ring;
  }

  /** Rings in so many milliseconds, or earlier, if it is set already. 0: as soon as others have had their turn. */
  in(ms: number): void {
    // For one that rings as soon as it can the process lives on, unlike for one whose moment has come meanwhile.
    const at = ms <= 0 ? Number.NEGATIVE_INFINITY : this.#wall.stopwatch() + ms;
    if (this.#set) {
      if (this.#set.at <= at) return;
      this.#set.cancel();
    }
    const ring = (): void => {
      this.#set = undefined;
      this.#ring();
    };
    this.#set = { at, cancel: ms <= 0 ? this.#wall.soon(ring) : this.#wall.after(Math.ceil(ms), ring) };
  }

  cancel(): void {
    this.#set?.cancel();
    this.#set = undefined;
  }
}
