/** The median of the numbers that came last. */
export class MovingMedian {
  readonly #size: number;
  readonly #numbers: number[] = [];

  /** @param size of how many */
  constructor(size: number) {
    this.#size = size;
  }

  add(number: number): void {
    this.#numbers.push(number);
    if (this.#numbers.length > this.#size) this.#numbers.shift();
  }

  /** 0 if there was none. */
  get value(): number {
    const sorted = [...this.#numbers].sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? 0;
  }
}
