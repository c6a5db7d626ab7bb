import type { Wall } from './wall';

/** How fast the time of a cluster goes. */
export interface Rate {
  /** How much faster than on the wall. Default 1. */
  readonly speed?: number;
  /** It stands still. Default false. */
  readonly paused?: boolean;
}

/**
 * The model time that belongs to what the clock on the wall says. It never goes back: if the wall's clock is set back,
 * time goes on from where it is.
 */
export class WallTime {
  readonly #wall: Wall;
  #speed: number;
  #paused: boolean;
  /** A moment on the wall, and the model time that it was then. */
  #anchor: { readonly wall: number; readonly model: number };
  /** The latest that was read: on the wall, and in model time. */
  #last: { readonly wall: number; readonly model: number };

  /** @param start the model time that it is now */
  constructor(wall: Wall, start: number, { speed = 1, paused = false }: Rate = {}) {
    this.#wall = wall;
    this.#speed = speed;
    this.#paused = paused;
    this.#anchor = { wall: wall.now(), model: start };
    this.#last = this.#anchor;
  }

  /** Model time in whole milliseconds. */
  get now(): number {
    const wall = this.#wall.now();
    if (wall < this.#last.wall) this.#anchor = { wall, model: this.#last.model };
    const gone = this.#paused ? 0 : Math.floor((wall - this.#anchor.wall) * this.#speed);
    this.#last = { wall, model: this.#anchor.model + gone };
    return this.#last.model;
  }

  get speed(): number {
    return this.#speed;
  }

  get paused(): boolean {
    return this.#paused;
  }

  /** From now on it goes so fast. */
  change({ speed = this.#speed, paused = this.#paused }: Rate): void {
    this.set(this.now);
    this.#speed = speed;
    this.#paused = paused;
  }

  /** From now on it is as late as that. */
  set(model: number): void {
    this.#anchor = { wall: this.#wall.now(), model };
    this.#last = this.#anchor;
  }

  /** How many milliseconds on the wall until a moment of model time; negative if it is past, infinite if time stands still. */
  until(moment: number): number {
    const left = moment - this.now;
    return this.#paused && left > 0 ? Number.POSITIVE_INFINITY : left / this.#speed;
  }
}
