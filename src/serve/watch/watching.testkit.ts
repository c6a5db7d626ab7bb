import { get, type IncomingMessage } from 'node:http';
import { createInterface } from 'node:readline';
import type { Timing } from './timing';

/** What a client hears of a watch. */
export interface Heard {
  readonly type: string;
  readonly object: {
    readonly kind: string;
    readonly code?: number;
    readonly reason?: string;
    readonly message?: string;
    readonly metadata: {
      readonly name?: string;
      readonly resourceVersion: string;
      readonly annotations?: Readonly<Record<string, string>>;
    };
  };
}

/** Says in short what was heard: `ADDED a`, `BOOKMARK`, `ERROR 410`. */
export const inShort = ({ type, object: { code, metadata } }: Heard): string =>
  [type, metadata.name ?? code].filter((part) => part !== undefined).join(' ');

/** A client that watches over HTTP. */
export class WatchClient {
  readonly response: IncomingMessage;
  readonly #lines: AsyncIterator<string>;

  constructor(response: IncomingMessage) {
    this.response = response;
    const lines = createInterface({ input: response });
    // A connection that breaks is an end like any other here.
    response.on('error', () => {});
    response.on('close', () => lines.close());
    this.#lines = lines[Symbol.asyncIterator]();
  }

  /** Resolves as soon as the head of the answer is there. */
  static open(url: string): Promise<WatchClient> {
    return new Promise((opened, failed) => {
      get(url, { agent: false }, (response) => opened(new WatchClient(response))).on('error', failed);
    });
  }

  get code(): number | undefined {
    return this.response.statusCode;
  }

  /** The next event; undefined when the watch is over. */
  async next(): Promise<Heard | undefined> {
    const { done, value } = await this.#lines.next();
    return done ? undefined : (JSON.parse(value) as Heard);
  }

  /** The next events, in short. */
  async hears(count: number): Promise<string[]> {
    const heard: string[] = [];
    for (let event = await this.next(); event; event = await this.next()) {
      heard.push(inShort(event));
      if (heard.length === count) break;
    }
    return heard;
  }

  /** Everything that is still to come, in short, until the watch is over. */
  rest(): Promise<string[]> {
    return this.hears(Number.POSITIVE_INFINITY);
  }

  /** The answer, if it is one that ends: a refusal. */
  async body(): Promise<string> {
    let text = '';
    for (let line = await this.#lines.next(); !line.done; line = await this.#lines.next()) text += line.value;
    return text;
  }

  /** Breaks the connection. */
  cut(): void {
    this.response.destroy();
  }
}

/** Time that goes by only when it is told to. */
export class StoppedTime implements Timing {
  #now = 0;
  readonly #alarms = new Set<{ readonly at: number; readonly run: () => void }>();

  stopwatch(): number {
    return this.#now;
  }

  /** How many calls are to come. */
  get pending(): number {
    return this.#alarms.size;
  }

  after(ms: number, run: () => void): () => void {
    const alarm = { at: this.#now + ms, run };
    this.#alarms.add(alarm);
    return () => this.#alarms.delete(alarm);
  }

  pass(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const due = [...this.#alarms].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.#alarms.delete(due);
      this.#now = Math.max(this.#now, due.at);
      due.run();
    }
    this.#now = end;
  }
}
