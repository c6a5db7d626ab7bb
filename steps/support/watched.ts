import { AssertionError } from 'chai';
import type { Cluster, Waits } from '../../src/port/cluster';
import type { Written } from './below';

/** A sentence that was true when it was looked at. */
interface Sentence {
  readonly written: Written;
  /** @throws if it is true no longer */
  readonly look: () => unknown;
}

/**
 * The sentences that were true since something was last done, and need not stay true. "Stays", "never" and "nowhere else"
 * are true at once of a cluster that has not come to work yet; so is much else that it is about to change.
 */
export class Watched {
  readonly #sentences: Sentence[] = [];
  /** When the first of them was looked at first or, later, the last came true that was waited for: cluster time. */
  #since = 0;

  /** From now on, the sentences that follow are watched. Called before the first of them is looked at. */
  begin(now: number): void {
    if (this.#sentences.length === 0) this.#since = now;
  }

  /** One came true that was not true at once. What follows from that takes its time, too. */
  cameTrue(now: number): void {
    this.#since = now;
  }

  add(sentence: Sentence): void {
    this.#sentences.push(sentence);
  }

  forget(): void {
    this.#sentences.length = 0;
  }

  /**
   * Watches the cluster until `hold` is over since the first look, or since something came true, makes sure that it has
   * heard of everything, and looks at each sentence once more.
   * @throws if one was true and is true no longer
   */
  async lookAgain(cluster: Cluster, { hold }: Waits, read: (written: Written) => void): Promise<void> {
    const sentences = this.#sentences.splice(0);
    if (sentences.length === 0) return;
    const { time } = cluster;
    const left = this.#since + hold - time.now();
    if (left > 0) await time.pass(left);
    await cluster.confirm?.();
    for (const { written, look } of sentences) {
      read(written);
      try {
        await look();
      } catch (error) {
        throw noLonger(written, (time.now() - this.#since) / 1000, error);
      }
    }
  }
}

const noLonger = ({ text }: Written, seconds: number, error: unknown): unknown => {
  if (!(error instanceof Error)) return error;
  const message = `This was true, and ${seconds.toFixed(1)} seconds later it was true no longer: ${text}\n${error.message}`;
  if (!(error instanceof AssertionError)) return new Error(message, { cause: error });
  const { expected, actual } = error as { readonly expected?: unknown; readonly actual?: unknown };
  return new AssertionError(message, { expected, actual, showDiff: true });
};
