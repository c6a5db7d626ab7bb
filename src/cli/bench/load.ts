import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';

/** One request, and nothing else of it. */
export interface Ask {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: object;
}

const MERGE = 'application/merge-patch+json';
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Clients that keep their connections, so many at a time. */
export class Clients {
  readonly #url: string;
  readonly #count: number;
  readonly #agent: Agent;

  constructor(url: string, count: number) {
    this.#url = url;
    this.#count = count;
    this.#agent = new Agent({ keepAlive: true, maxSockets: count });
  }

  /** Sends a request, and reads the answer. @throws Error if it is refused */
  send({ method, path, body }: Ask): Promise<string> {
    return new Promise((done, failed) => {
      const headers = { 'content-type': method === 'PATCH' ? MERGE : 'application/json' };
      const asked = request(`${this.#url}${path}`, { method, headers, agent: this.#agent }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          const text = Buffer.concat(parts).toString();
          if ((response.statusCode ?? 500) < 300) done(text);
          else failed(new Error(`${method} ${path}: ${text}`));
        });
      });
      asked.on('error', failed);
      asked.end(body ? JSON.stringify(body) : undefined);
    });
  }

  /** Sends many requests, all clients at once. @returns milliseconds that it took */
  async sendAll(total: number, ask: (index: number) => Ask): Promise<number> {
    const begun = performance.now();
    let next = 0;
    const work = async (): Promise<void> => {
      while (next < total) await this.send(ask(next++));
    };
    await Promise.all(Array.from({ length: this.#count }, work));
    return performance.now() - begun;
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** Those who watch, and how many events they have heard. They do nothing with them, so that they cost little. */
export class Listeners {
  heard = 0;
  readonly #url: URL;
  readonly #sockets: Socket[] = [];
  #expected = 0;
  #onAll: () => void = () => {};

  constructor(url: string) {
    this.#url = new URL(url);
  }

  /** So many more begin to watch. */
  async open(count: number, path: string): Promise<void> {
    for (let opened = 0; opened < count; opened++) {
      const socket = connect(Number(this.#url.port), this.#url.hostname);
      this.#sockets.push(socket);
      socket.write(`GET ${path} HTTP/1.1\r\nhost: localhost\r\n\r\n`);
      await once(socket, 'data');
      let last = 0;
      socket.on('data', (part) => {
        last = this.#count(part, last);
      });
      socket.on('error', () => {});
    }
  }

  /** Until so many events more have been heard. */
  async hear(events: number): Promise<void> {
    this.#expected += events;
    if (this.heard >= this.#expected) return;
    await new Promise<void>((done) => {
      this.#onAll = done;
    });
  }

  close(): void {
    for (const each of this.#sockets.splice(0)) each.destroy();
  }

  /** Each event is a line; those of HTTP itself end in two characters. */
  #count(part: Buffer, before: number): number {
    for (let at = part.indexOf(LINE_FEED); at >= 0; at = part.indexOf(LINE_FEED, at + 1))
      if ((at === 0 ? before : part[at - 1]) !== CARRIAGE_RETURN) this.heard++;
    if (this.heard >= this.#expected) this.#onAll();
    return part.at(-1) ?? before;
  }
}
