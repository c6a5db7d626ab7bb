/** The watches that are open, so that they end with the cluster. */
export class OpenWatches {
  readonly #ends = new Set<() => void>();

  /** @param end ends a watch @returns the same, for whoever opened it */
  keep(end: () => void): () => void {
    const stop = (): void => {
      this.#ends.delete(stop);
      end();
    };
    this.#ends.add(stop);
    return stop;
  }

  close(): void {
    for (const stop of this.#ends) stop();
  }
}
