import { tooOldVersion } from '../../kubernetes/refusals';

/** All that was written at one moment. */
export interface Entry {
  /** Model time (ms since MODEL_EPOCH). */
  readonly at: number;
  /** The revision of the last write of that moment. */
  readonly revision: number;
}

/** So many moments are remembered at least. */
const REMEMBERED = 50_000;

/**
 * At which moment what was written. Watches do not tell when something happened, and in one step of the clock many moments
 * pass: who wants to know finds it here, by the resource version.
 */
export class Journal {
  #entries: { at: number; revision: number }[] = [];
  /** The revision after which everything is known. */
  #begin: number;

  constructor(begin: number) {
    this.#begin = begin;
  }

  /** Something was written. */
  note(revision: number, at: number): void {
    const last = this.#entries.at(-1);
    if (last?.at === at) last.revision = revision;
    else this.#add({ at, revision });
  }

  /** Whether everything is known that was written after a revision. */
  knows(revision: number): boolean {
    return revision >= this.#begin;
  }

  /** @throws ApiError 410 if not everything is known that was written after a revision */
  check(revision: number): void {
    if (!this.knows(revision)) throw tooOldVersion(revision, this.#begin);
  }

  /** The moments after a revision at which something was written, the first one first. @throws ApiError 410 if it is too old */
  since(revision: number): readonly Entry[] {
    this.check(revision);
    const entries = this.#entries;
    let index = entries.length;
    while (index > 0 && (entries[index - 1]?.revision ?? 0) > revision) index--;
    return entries.slice(index);
  }

  #add(entry: Entry): void {
    this.#entries.push(entry);
    if (this.#entries.length < 2 * REMEMBERED) return;
    const forgotten = this.#entries.splice(0, REMEMBERED);
    this.#begin = forgotten.at(-1)?.revision ?? this.#begin;
  }
}
