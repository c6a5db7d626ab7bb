import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How a request is answered. */
export type Answering = (
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
) => void | Promise<void>;

/** Answers in JSON. */
export const json = (
  response: ServerResponse,
  code: number,
  body: unknown,
  headers: Readonly<Record<string, string | readonly string[]>> = {},
): void => {
  response.writeHead(code, { 'content-type': 'application/json', ...headers } as Record<string, string>);
  response.end(JSON.stringify(body));
};

/** A server that answers as a test says, and a kubeconfig for it. */
export class TestServer {
  readonly heard: string[] = [];
  readonly folder = mkdtempSync(join(tmpdir(), 'rollcall-'));
  readonly #server: Server;
  answer: Answering = (_request, response) => json(response, 404, {});

  private constructor() {
    this.#server = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => {
        body += part;
      });
      request.on('end', () => {
        this.heard.push(`${request.method} ${request.url}`);
        if (request.url === '/version' && request.method === 'GET' && !this.versionsToo)
          json(response, 200, { gitVersion: 'v1.36.2' });
        else void this.answer(request, response, body);
      });
    });
  }

  /** Whether the question for the version is answered like all others. */
  versionsToo = false;

  static async start(): Promise<TestServer> {
    const server = new TestServer();
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** What was asked for, but the version. */
  get asked(): readonly string[] {
    return this.heard.filter((each) => each !== 'GET /version');
  }

  /** Writes a kubeconfig with the context `test`. @returns its path */
  kubeconfig(user: object = { token: 'very-secret' }, cluster: object = { server: this.url }): string {
    const path = join(this.folder, 'config');
    const config = {
      clusters: [{ name: 'c', cluster }],
      users: [{ name: 'u', user }],
      contexts: [{ name: 'test', context: { cluster: 'c', user: 'u' } }],
    };
    writeFileSync(path, JSON.stringify(config));
    return path;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<unknown>((resolve) => this.#server.close(resolve));
    rmSync(this.folder, { recursive: true });
  }
}
