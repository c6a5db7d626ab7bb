import { ApiError } from '../../../kubernetes/refusals';
import { ConnectionLost } from '../connection/connectionLost';

const FIRST = 200;
const LONGEST = 5_000;

/** So many requests are on their way at a time: an API server has other clients, too. */
const AT_A_TIME = 16;

/** It has ended: what was to be sent no longer matters. */
export class Ended extends Error {}

/**
 * Whether it may go well the next time: the server is busy or has trouble, or nobody knows what became of the request. A
 * server that is given up has been tried long enough.
 */
const isPassing = (error: unknown): boolean =>
  error instanceof ApiError
    ? error.code === 429 || error.code >= 500
    : !(error instanceof Ended || error instanceof ConnectionLost);

/** Sends requests, and sends them again until they are answered, as kubelets do, or until it is closed. */
export class Patience {
  readonly #ends = new Set<() => void>();
  readonly #line: (() => void)[] = [];
  #sending = 0;
  #isClosed = false;
  /** What was the matter last with a request that is sent again; undefined if nothing is. */
  trouble: string | undefined;

  /**
   * @param send may be called several times. It is told whether an earlier attempt may have been carried out.
   * @throws ApiError if the server refuses, ConnectionLost if it is given up, and Ended
   */
  async insist<T>(send: (again: boolean) => Promise<T>): Promise<T> {
    for (let wait = FIRST, again = false; ; wait = Math.min(2 * wait, LONGEST), again = true) {
      try {
        const result = await this.#inTurn(() => send(again));
        this.trouble = undefined;
        return result;
      } catch (error) {
        if (!isPassing(error)) throw error;
        this.trouble = error instanceof Error ? error.message : String(error);
      }
      await this.#pause(wait);
    }
  }

  /** Nothing is sent any more. */
  close(): void {
    this.#isClosed = true;
    for (const end of this.#ends) end();
    for (const next of this.#line.splice(0)) next();
  }

  async #inTurn<T>(send: () => Promise<T>): Promise<T> {
    if (this.#sending >= AT_A_TIME) await new Promise<void>((next) => this.#line.push(next));
    if (this.#isClosed) throw new Ended();
    this.#sending++;
    try {
      return await send();
    } finally {
      this.#sending--;
      this.#line.shift()?.();
    }
  }

  async #pause(ms: number): Promise<void> {
    if (this.#isClosed) throw new Ended();
    await new Promise<void>((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        this.#ends.delete(end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      this.#ends.add(end);
    });
    if (this.#isClosed) throw new Ended();
  }
}
