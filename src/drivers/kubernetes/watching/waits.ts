/** Somebody who waits for something. */
interface Waiting {
  isSo(): boolean;
  resolve(): void;
  reject(error: Error): void;
}

/** A wait that has begun. */
export interface Wait {
  /** Resolves when it is so, and rejects with what it is given up with. */
  readonly over: Promise<void>;
  giveUp(error: Error): void;
}

/** Those who wait for something to be so. It is looked at whenever there is news. */
export class Waits {
  readonly #all = new Set<Waiting>();
  #ended: Error | undefined;

  until(isSo: () => boolean): Wait {
    if (isSo()) return { over: Promise.resolve(), giveUp: () => {} };
    if (this.#ended) return { over: Promise.reject(this.#ended), giveUp: () => {} };
    let giveUp: Wait['giveUp'] = () => {};
    const over = new Promise<void>((resolve, reject) => {
      const waiting: Waiting = { isSo, resolve, reject };
      this.#all.add(waiting);
      giveUp = (error) => {
        if (this.#all.delete(waiting)) reject(error);
      };
    });
    return { over, giveUp };
  }

  /** There is news. */
  look(): void {
    for (const waiting of this.#all) {
      if (!waiting.isSo()) continue;
      this.#all.delete(waiting);
      waiting.resolve();
    }
  }

  /** Nothing will be so any more. */
  end(error: Error): void {
    this.#ended = error;
    for (const { reject } of this.#all) reject(error);
    this.#all.clear();
  }
}
