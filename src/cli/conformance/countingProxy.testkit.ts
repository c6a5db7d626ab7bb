import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands before a server, and notes what is asked of it: `GET /api/v1/nodes`. */
export class CountingProxy {
  readonly asked: string[] = [];
  readonly #server: Server;

  private constructor(target: string) {
    this.#server = createServer((incoming, outgoing) => {
      const { method, url = '', headers } = incoming;
      this.asked.push(`${method} ${url}`);
      const host = new URL(target).host;
      const passed = request(`${target}${url}`, { method, headers: { ...headers, host } }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(outgoing);
      });
      passed.on('error', () => outgoing.destroy());
      outgoing.on('close', () => passed.destroy());
      incoming.pipe(passed);
    });
  }

  static async before(target: string): Promise<CountingProxy> {
    const proxy = new CountingProxy(target);
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** What would have stored something: reviews store nothing. */
  get writes(): readonly string[] {
    return this.asked.filter((each) => !each.startsWith('GET ') && !each.includes('/selfsubject'));
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
