import type { PhraseEntry } from '../../../../play/entries';
import type { Answer, Question, RequestName, Requests } from '../../../../play/protocol';

/** It was stopped before it had come to its end. `seconds`: by itself, after so many; undefined: by the reader. */
export class Stopped extends Error {
  readonly seconds?: number;

  constructor(seconds?: number) {
    super('stopped');
    this.seconds = seconds;
  }
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

type Value<Name extends RequestName> = Awaited<ReturnType<Requests[Name]>>;

/** Asks a thread of its own, so that a loop without an end can be stopped. The next question begins another thread. */
export class Player {
  readonly #code: Promise<string>;
  readonly #phrases: Promise<readonly PhraseEntry[]>;
  readonly #waiting = new Map<number, Waiting>();
  #worker?: Promise<Worker>;
  #live?: Worker;
  #asked = 0;

  /** @param code the script of the thread */
  constructor(code: Promise<string>, phrases: Promise<readonly PhraseEntry[]>) {
    this.#code = code;
    this.#phrases = phrases;
  }

  /** @param seconds how long an answer may take; as long as it wants if it is left out. @throws Stopped */
  async ask<Name extends RequestName>(
    name: Name,
    values: Parameters<Requests[Name]>,
    seconds?: number,
  ): Promise<Value<Name>> {
    this.#worker ??= this.#begin();
    const worker = await this.#worker.catch((error: Error) => {
      this.stop();
      throw error;
    });
    const timer = seconds === undefined ? undefined : setTimeout(() => this.stop(seconds), seconds * 1000);
    try {
      return (await this.#send(worker, name, values)) as Value<Name>;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Ends the thread, whatever it does. */
  stop(seconds?: number): void {
    this.#live?.terminate();
    this.#live = undefined;
    this.#worker = undefined;
    for (const { reject } of this.#waiting.values()) reject(new Stopped(seconds));
    this.#waiting.clear();
  }

  async #begin(): Promise<Worker> {
    const address = URL.createObjectURL(new Blob([await this.#code], { type: 'text/javascript' }));
    const worker = new Worker(address);
    this.#live = worker;
    worker.addEventListener('message', ({ data: { id, value, error } }: MessageEvent<Answer>) => {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error === undefined) waiting?.resolve(value);
      else waiting?.reject(new Error(error));
    });
    worker.addEventListener('error', ({ message }) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(message));
      this.#waiting.clear();
    });
    await this.#send(worker, 'learn', [await this.#phrases]);
    URL.revokeObjectURL(address);
    return worker;
  }

  #send<Name extends RequestName>(
    worker: Worker,
    name: Name,
    values: Parameters<Requests[Name]>,
  ): Promise<unknown> {
    const id = this.#asked++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage({ id, name, values } satisfies Question<Name>);
    });
  }
}
