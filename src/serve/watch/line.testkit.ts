import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** The line between clients and a server: it can be cut, and lead to another server. */
export class Line {
  readonly #server: Server;
  readonly #ends = new Set<Socket>();
  #port: number;

  private constructor(url: string) {
    this.#port = Number(new URL(url).port);
    this.#server = createServer((client) => this.#join(client));
  }

  /** Leads to a server. */
  static async to(url: string): Promise<Line> {
    const line = new Line(url);
    await once(line.#server.listen(0, '127.0.0.1'), 'listening');
    return line;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Leads to another server from now on. */
  leadTo(url: string): void {
    this.#port = Number(new URL(url).port);
  }

  /** Breaks all connections there are. */
  cut(): void {
    for (const end of this.#ends) end.destroy();
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((done) => this.#server.close(done));
  }

  #join(client: Socket): void {
    const server = connect(this.#port, '127.0.0.1');
    for (const [end, other] of [
      [client, server],
      [server, client],
    ] as const) {
      this.#ends.add(end);
      end.on('error', () => {});
      end.on('close', () => {
        this.#ends.delete(end);
        other.destroy();
      });
      end.pipe(other);
    }
  }
}
