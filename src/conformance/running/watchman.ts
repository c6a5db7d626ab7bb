import type { Connection } from '../../drivers/kubernetes/connection/connection';
import type { Ended } from '../messages/ended';
import type { Doubt } from './crew';

/** Why a run ended before its end: somebody stopped it, an example failed, or the cluster went away. */
export type Stop = 'stopped' | 'fail-fast' | 'gone';

/** How long (ms) a server that went away is given to come back. */
const PATIENCE = 60_000;

/** Milliseconds. */
const BETWEEN_LOOKS = 2_000;

/** The server is felt for so often (ms). */
const BEAT = 3_000;

/** One that takes longer (ms) to say its version was away, or is in trouble. */
const SLOW = 5_000;

/**
 * So long (ms) after it was away, controllers may not have heard of anything: they wait longer and longer before they ask again.
 * @see staging/src/k8s.io/client-go/tools/cache/reflector.go NewReflectorWithOptions: up to 30 seconds, and as much by chance
 */
const RECOVERY = 60_000;

/** Decides when a run is to end before its end, and whether the cluster is still there. */
export class Watchman {
  readonly #controller = new AbortController();
  readonly #heed = (): void => this.stop('stopped');
  #lookout: Promise<void> | undefined;
  #stopped: Stop | undefined;
  /** When the server was last found to be away: milliseconds since 1970. */
  #away = Number.NEGATIVE_INFINITY;
  #feeling: Promise<void> | undefined;
  readonly #beat = setInterval(() => void this.feel(), BEAT);

  /** @param outside aborted by whoever stops the run @param patience milliseconds that a server is given to come back */
  constructor(
    private readonly connection: Pick<Connection, 'send'>,
    private readonly outside: AbortSignal,
    private readonly patience = PATIENCE,
    private readonly now: () => number = Date.now,
  ) {
    this.#beat.unref();
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

  /** Takes note of how an example ended. If that said nothing, the server is looked for. */
  hear(outcome: Ended['outcome']): void {
    if (outcome === 'inconclusive') this.#lookOut();
  }

  /**
   * Why a failure may say nothing of the cluster: it is not there to be asked, or was not shortly before.
   * @param began when the example began: milliseconds since 1970
   */
  async doubt(began: number): Promise<Doubt | undefined> {
    await this.feel();
    if (!(await this.#isThere())) {
      this.#lookOut();
      return { code: 'unreachable', reason: 'The server could not be reached.' };
    }
    if (began > this.#away + RECOVERY) return undefined;
    return { code: 'recovering', reason: 'The server had been away shortly before.' };
  }

  /** Looks whether the server is there, and remembers if it is not, or takes long to say so. */
  feel(): Promise<void> {
    this.#feeling ??= this.#feel().finally(() => {
      this.#feeling = undefined;
    });
    return this.#feeling;
  }

  async #feel(): Promise<void> {
    const asked = this.now();
    const isThere = await this.#isThere();
    const answered = this.now();
    if (!isThere || answered - asked > SLOW) this.#away = answered;
  }

  /** Resolves when the next example may begin, or none may any more. */
  async ready(): Promise<void> {
    await this.#lookout;
  }

  end(): void {
    clearInterval(this.#beat);
    this.outside.removeEventListener('abort', this.#heed);
  }

  /** Looks for the server until it is there, or has been away for too long. */
  #lookOut(): void {
    this.#lookout ??= this.#untilThere().finally(() => {
      this.#lookout = undefined;
    });
  }

  async #untilThere(): Promise<void> {
    const until = Date.now() + this.patience;
    while (!this.signal.aborted && !(await this.#isThere())) {
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
