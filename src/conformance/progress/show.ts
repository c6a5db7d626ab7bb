import type { Listener } from '../plan';
import type { Audience, Run } from '../running/crew';
import type { ProgressState } from './state';
import { barText, farText, waitText } from './words';

const ERASE_LINE = '\r\u001b[2K';

/** Milliseconds between two looks of a terminal. */
const FAST = 250;

/** Milliseconds between two lines where there is none: in the log of a build server. */
const SLOW = 60_000;

/** Shows somebody who waits how far a run is, and says at once what should be known at once. */
export class ProgressShow implements Audience {
  readonly #timer: NodeJS.Timeout;

  constructor(
    private readonly state: ProgressState,
    private readonly stdout: Listener['stdout'],
  ) {
    this.#timer = setInterval(() => this.#show(), stdout.isTTY ? FAST : SLOW);
  }

  began(location: string): void {
    this.state.began(location, Date.now());
  }

  step(location: string, text: string): void {
    this.state.step(location, text, Date.now());
  }

  ended(run: Run): void {
    this.state.ended(run);
  }

  /** Says something above the bar. */
  say(text: string): void {
    this.stdout.write(`${this.stdout.isTTY ? ERASE_LINE : ''}${text}\n`);
    if (this.stdout.isTTY) this.#show();
  }

  /** Ends it: nothing is left of the bar. */
  end(): void {
    clearInterval(this.#timer);
    if (this.stdout.isTTY) this.stdout.write(ERASE_LINE);
  }

  #show(): void {
    const now = Date.now();
    const { stdout, state } = this;
    if (stdout.isTTY) stdout.write(`${ERASE_LINE}${barText(state, now, (stdout.columns ?? 80) - 1)}`);
    else
      stdout.write(
        `${[farText(state, now), waitText(state, now)].filter((text) => text !== '').join(' · ')}\n`,
      );
  }
}
