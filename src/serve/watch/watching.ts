import { wall } from '../clusters/wall';
import type { TextAnswer } from '../http/answer';
import type { Patience } from './outbox';
import { Scribe } from './scribe';
import type { WatchStream } from './stream';
import type { Timing } from './timing';

/** How a cluster serves those who watch it. What is left out is as it is for real. */
export interface WatchingOptions {
  readonly timing?: Timing;
  readonly patience?: Partial<Patience>;
  /** How many may watch at a time. Default 10,000. */
  readonly most?: number;
  /** A number between 0 and 1, for how long a watch lasts that does not say so. */
  readonly random?: () => number;
}

const PATIENCE: Patience = { bytes: 256 * 1024, messages: 10_000, silence: 60_000 };
const MOST = 10_000;
/** A watch that does not say how long lasts so many milliseconds, and up to twice as long. @see Config.MinRequestTimeout */
const SHORTEST = 30 * 60_000;

/** @see k8s.io/apiserver/pkg/server/filters tooManyRequests */
export const tooManyWatches: TextAnswer = {
  code: 429,
  type: 'text/plain; charset=utf-8',
  text: 'Too many requests, please try again later.\n',
  headers: { 'retry-after': '1', 'x-content-type-options': 'nosniff' },
};

/** Everybody who watches one cluster over HTTP. */
export class Watching {
  readonly timing: Timing;
  readonly patience: Patience;
  readonly scribe = new Scribe();
  readonly #most: number;
  readonly #random: () => number;
  readonly #streams = new Set<WatchStream>();
  #isClosed = false;

  constructor({ timing = wall, patience, most = MOST, random = Math.random }: WatchingOptions = {}) {
    this.timing = timing;
    this.patience = { ...PATIENCE, ...patience };
    this.#most = most;
    this.#random = random;
  }

  /** How many watch. */
  get size(): number {
    return this.#streams.size;
  }

  /** Whether nobody else may begin to watch. */
  get isFull(): boolean {
    return this.#isClosed || this.#streams.size >= this.#most;
  }

  enter(stream: WatchStream): void {
    this.#streams.add(stream);
  }

  leave(stream: WatchStream): void {
    this.#streams.delete(stream);
  }

  /** How long a watch lasts (ms). @param seconds as it was asked for; none, or 0, leaves it to the server */
  lasting(seconds = 0): number {
    return seconds === 0 ? SHORTEST * (1 + this.#random()) : Math.max(0, seconds * 1000);
  }

  /** Ends all watches in good order. */
  close(): void {
    this.#isClosed = true;
    for (const stream of this.#streams) stream.finish();
  }
}
