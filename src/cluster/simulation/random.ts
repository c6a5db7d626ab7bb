import { SAFE_ALPHABET } from '../../kubernetes/fields/safeAlphabet';

const DIGITS = [...'0123456789abcdef'].map((digit) => digit.charCodeAt(0));
const DASH = 45;
const ASCII = new TextDecoder('ascii');

/** The one source of chance in a cluster (sfc32): the same seed gives the same sequence. */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;
  /** Characters of the identifier being written. */
  readonly #uuid = new Uint8Array(36).fill(DASH);

  constructor(seed: number) {
    this.#a = seed | 0;
    this.#b = (seed / 0x1_0000_0000) | 0;
    this.#c = 0x9e3779b9;
    for (let round = 0; round < 12; round++) this.next();
  }

  /** 32 random bits as a number from 0 to 2³²−1. */
  next(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** A whole number from 0 up to, but not including, `limit`. */
  below(limit: number): number {
    return limit <= 1 ? 0 : this.next() % limit;
  }

  /** True about once in `times`. */
  oneIn(times: number): boolean {
    return this.below(times) === 0;
  }

  /** The same items in random order. */
  shuffle<T>(items: Iterable<T>): T[] {
    const mixed = [...items];
    for (let last = mixed.length - 1; last > 0; last--) {
      const other = this.below(last + 1);
      const held = mixed[last] as T;
      mixed[last] = mixed[other] as T;
      mixed[other] = held;
    }
    return mixed;
  }

  /** Five characters as the API server appends them to `generateName`. */
  suffix(): string {
    const letter = (): number => SAFE_ALPHABET.charCodeAt(this.below(SAFE_ALPHABET.length));
    return String.fromCharCode(letter(), letter(), letter(), letter(), letter());
  }

  /** A version 4 UUID. */
  uuid(): string {
    const [a, b, c, d] = [this.next(), this.next(), this.next(), this.next()];
    this.#writeHex(0, 8, a);
    this.#writeHex(9, 4, b >>> 16);
    this.#writeHex(14, 4, 0x4000 | (b & 0xfff));
    this.#writeHex(19, 4, 0x8000 | (c & 0x3fff));
    this.#writeHex(24, 4, c >>> 16);
    this.#writeHex(28, 8, d);
    // One flat string: pieces put together would each stay in memory for the life of the object.
    return ASCII.decode(this.#uuid);
  }

  #writeHex(at: number, digits: number, bits: number): void {
    for (let i = digits - 1, left = bits; i >= 0; i--, left >>>= 4)
      this.#uuid[at + i] = DIGITS[left & 15] as number;
  }
}
