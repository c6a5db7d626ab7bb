import type { Connection } from '../../drivers/kubernetes/connection/connection';
import type { Ended } from '../messages/ended';
import type { Doubt } from './crew';

/** Why a run ended before its end: somebody stopped it, an example failed, or the cluster went away. */
export type Stop = 'stopped' | 'fail-fast' | 'gone';

/** How long (ms) a server is given to come back. */
const PATIENCE = 60_000;
const BETWEEN_LOOKS = 2_000;

/** Decides when a run is to end before its end, and whether the cluster is still there. */
export class Watchman {
  readonly #controller = new AbortController();
  readonly #heed = (): void => this.stop('stopped');
  #inARow = 0;
  #isLooking = false;
  #stopped: Stop | undefined;

  /** @param tolerated so many examples may be inconclusive one after another before anybody asks why */
  constructor(
    private readonly connection: Pick<Connection, 'send'>,
    private readonly outside: AbortSignal,
    private readonly tolerated: number,
    private readonly patience = PATIENCE,
  ) {
    if (outside.aborted) this.stop('stopped');
    outside.addEventListener('abort', this.#heed);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Why the run was ended; undefined if it was not. */
  get stopped(): Stop | undefined {
    return this.#stopped;
  }

  stop(why: Stop): void {
    this.#stopped ??= why;
    this.#controller.abort();
  }

  /** Takes note of how an example ended. If nothing can be learned any more, the server is looked for. */
  hear(outcome: Ended['outcome']): void {
    this.#inARow = outcome === 'inconclusive' ? this.#inARow + 1 : 0;
    if (this.#inARow <= this.tolerated || this.#isLooking) return;
    this.#isLooking = true;
    void this.#lookOut().finally(() => {
      this.#isLooking = false;
      this.#inARow = 0;
    });
  }

  /** Why a failure may say nothing of the cluster: it is not there to be asked. */
  async doubt(): Promise<Doubt | undefined> {
    return (await this.#isThere())
      ? undefined
      : { code: 'unreachable', reason: 'The server could not be reached.' };
  }

  end(): void {
    this.outside.removeEventListener('abort', this.#heed);
  }

  async #lookOut(): Promise<void> {
    const until = Date.now() + this.patience;
    while (!this.signal.aborted) {
      if (await this.#isThere()) return;
      if (Date.now() >= until) return this.stop('gone');
      await new Promise((resolve) => setTimeout(resolve, Math.min(BETWEEN_LOOKS, this.patience)));
    }
  }

  async #isThere(): Promise<boolean> {
    try {
      await this.connection.send({ method: 'GET', path: '/version' });
      return true;
    } catch {
      return false;
    }
  }
}
