import type { ServerResponse } from 'node:http';
import type { Message } from './scribe';
import type { Timing } from './timing';

/** What one client may make a server hold on to. */
export interface Patience {
  /** Bytes that were written and not yet taken. */
  readonly bytes: number;
  /** Messages that wait because so many bytes do. What a watch begins with does not count. */
  readonly messages: number;
  /** Milliseconds in which nothing is taken. */
  readonly silence: number;
}

/**
 * What is on its way to one client. It is written as fast as the client reads; who does not read, or is not there any
 * more, is given up, and nobody else is bothered.
 */
export class Outbox {
  readonly #response: ServerResponse;
  readonly #timing: Timing;
  readonly #patience: Patience;
  readonly #write: (message: Message) => Buffer;
  /** What comes before everything else, and how much of it has been written. */
  #first: Iterator<Message> | undefined;
  #waiting: Message[] = [];
  #isFinishing = false;
  #stopWaiting: (() => void) | undefined;

  /** @param write how a message is written, called in the order in which they go out */
  constructor(
    response: ServerResponse,
    timing: Timing,
    patience: Patience,
    write: (message: Message) => Buffer,
  ) {
    this.#response = response;
    this.#timing = timing;
    this.#patience = patience;
    this.#write = write;
    response.on('drain', () => this.#flow());
    response.once('close', () => this.#close());
  }

  /** What the client is told first. It is asked for as the client reads. */
  begin(first: Iterable<Message>): void {
    this.#first = first[Symbol.iterator]();
    this.#flow();
  }

  send(message: Message): void {
    if (this.#isFinishing) return;
    if (!this.#stopWaiting && !this.#isFull) {
      this.#response.write(this.#write(message));
      return;
    }
    this.#waiting.push(message);
    if (this.#waiting.length > this.#patience.messages) this.#response.destroy();
    else if (!this.#stopWaiting) this.#wait();
  }

  /** Ends the answer once everything is written. */
  finish(): void {
    this.#isFinishing = true;
    this.#flow();
  }

  /** Below the mark of the answer itself nobody says when it is taken. */
  get #isFull(): boolean {
    const { writableLength, writableHighWaterMark } = this.#response;
    return writableLength >= Math.max(this.#patience.bytes, writableHighWaterMark);
  }

  #next(): Message | undefined {
    const first = this.#first?.next();
    if (first && !first.done) return first.value;
    this.#first = undefined;
    return undefined;
  }

  #flow(): void {
    this.#stopWaiting?.();
    this.#stopWaiting = undefined;
    let done = 0;
    while (!this.#isFull) {
      const next = this.#next() ?? this.#waiting[done++];
      if (!next) break;
      this.#response.write(this.#write(next));
    }
    this.#waiting = this.#waiting.slice(done);
    const isWritten = !this.#first && this.#waiting.length === 0;
    if (isWritten && this.#isFinishing) this.#response.end();
    if (!isWritten || this.#isFinishing) this.#wait();
  }

  #wait(): void {
    this.#stopWaiting = this.#timing.after(this.#patience.silence, () => this.#response.destroy());
  }

  #close(): void {
    this.#stopWaiting?.();
    this.#isFinishing = true;
    this.#waiting = [];
    this.#first = undefined;
  }
}
