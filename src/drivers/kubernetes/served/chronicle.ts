import { fromTimestamp } from '../../../kubernetes/fields/time';
import type { KubeObject } from '../../../kubernetes/object';

/** When something was written, and the resource version of the last write of that moment. */
export interface WrittenMoment {
  readonly time: string;
  readonly resourceVersion: string;
}

/** Something that was told, and that has a version. */
interface Told {
  readonly object: KubeObject;
}

const versionOf = ({ object }: Told): number => Number(object.metadata.resourceVersion);

/**
 * Says of everything that watches tell when it happened. While time goes by they tell of many moments, one kind ahead of
 * the other: it is put in order when it is known when what was written.
 */
export class Chronicle<T extends Told> {
  readonly #tell: (told: T, at: number) => void;
  #now: number;
  #waiting: T[] | undefined;

  /** @param tell hears of everything in the order of the resource versions, with the model time at which it happened */
  constructor(now: number, tell: (told: T, at: number) => void) {
    this.#now = now;
    this.#tell = tell;
  }

  /** What the time is, as far as it is known. */
  get now(): number {
    return this.#now;
  }

  /** Something has happened: now, unless time is going by. */
  hear(told: T): void {
    if (this.#waiting) this.#waiting.push(told);
    else this.#tell(told, this.#now);
  }

  /** From now on time goes by, until `resume`. */
  hold(): void {
    this.#waiting ??= [];
  }

  /** So late it is now; all that happened meanwhile has been heard. @param moments the first one first */
  resume(now: number, moments: readonly WrittenMoment[]): void {
    const heard = (this.#waiting ?? []).sort((a, b) => versionOf(a) - versionOf(b));
    this.#waiting = undefined;
    this.#now = now;
    let index = 0;
    for (const told of heard) {
      const version = versionOf(told);
      while (Number(moments[index]?.resourceVersion ?? Number.POSITIVE_INFINITY) < version) index++;
      const moment = moments[index];
      this.#tell(told, moment ? fromTimestamp(moment.time) : now);
    }
  }
}
