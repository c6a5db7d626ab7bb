/** Things that are due at the same moment share one timer, and keep their order. */
export class Batches<T> {
  readonly #due = new Map<number, T[]>();

  /**
   * @param at model time
   * @param arm is called for the first of a batch: it must see to it that the batch is taken then
   */
  add(at: number, each: T, arm: () => void): void {
    const others = this.#due.get(at);
    if (others) {
      others.push(each);
      return;
    }
    this.#due.set(at, [each]);
    arm();
  }

  take(at: number): readonly T[] {
    const batch = this.#due.get(at) ?? [];
    this.#due.delete(at);
    return batch;
  }
}
