/** How often something goes wrong between a client and a server: of 1,000 requests, or watches, so many. Left out: never. */
export interface Dials {
  /** The connection is cut before the request has reached the server. */
  readonly cutBefore?: number;
  /** The request has been carried out, and its answer does not arrive. */
  readonly cutAfter?: number;
  /** Half of the answer arrives. */
  readonly cutWithin?: number;
  /** The server answers so, and does nothing. */
  readonly answer500?: number;
  readonly answer503?: number;
  readonly answer429?: number;
  /** A watch ends after a while, as if its time were over. */
  readonly endWatch?: number;
  /** A watch is cut after a while, in the middle of a line, it may be. */
  readonly cutWatch?: number;
  /** A watch is answered that its version is too old. */
  readonly oldWatch?: number;
  /** The watch is slow: each piece of it comes late. */
  readonly slowWatch?: number;
  /** So late at most, in ms. Default 50. */
  readonly slowness?: number;
  /** What 429 and 503 say when to come again, in seconds. Default 0. */
  readonly retryAfter?: number;
}

/** What can go wrong. */
export type Fault = Exclude<keyof Dials, 'slowness' | 'retryAfter'>;

const OF_WATCHES: readonly Fault[] = ['oldWatch', 'endWatch', 'cutWatch', 'slowWatch'];
const OF_REQUESTS: readonly Fault[] = [
  'cutBefore',
  'cutAfter',
  'cutWithin',
  'answer500',
  'answer503',
  'answer429',
];

/** A number that looks like chance, from 0 to 1, and is always the same for the same text. */
const chanceOf = (text: string): number => {
  let hash = 2_166_136_261;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_507);
  hash = Math.imul(hash ^ (hash >>> 13), 3_266_489_909);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
};

/**
 * Decides what goes wrong. It depends on the seed, on what is asked for and on how often that was asked for before, and not
 * on what others do meanwhile: the same requests meet the same faults.
 */
export class Misfortune {
  readonly #seed: number;
  readonly #dials: Dials;
  readonly #times = new Map<string, number>();

  constructor(seed: number, dials: Dials) {
    this.#seed = seed;
    this.#dials = dials;
  }

  /** What goes wrong with this request, if anything does; and a number from 0 to 1 for how. */
  of(
    method: string,
    path: string,
    isWatch: boolean,
  ): { readonly fault: Fault | undefined; readonly chance: number } {
    const what = `${method} ${path}`;
    const times = this.#times.get(what) ?? 0;
    this.#times.set(what, times + 1);
    const key = `${this.#seed} ${times} ${what}`;
    let left = chanceOf(key) * 1000;
    const chance = chanceOf(`${key} how`);
    for (const fault of isWatch ? [...OF_WATCHES, ...OF_REQUESTS] : OF_REQUESTS) {
      left -= this.#dials[fault] ?? 0;
      if (left < 0) return { fault, chance };
    }
    return { fault: undefined, chance };
  }
}
