import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { LOADER } from './children';

/** What a served process may be asked: what it costs, or what a fresh cluster takes (ms of CPU). */
export type Command = 'report' | 'fresh';

/** What a server costs. */
export interface Report {
  readonly url: string;
  /** Seconds of CPU since it began. */
  readonly cpu: number;
  /** Bytes that are held, after collecting what is not. */
  readonly heap: number;
  /** How many objects the cluster has. */
  readonly objects: number;
  /** How many watches are open. */
  readonly watches: number;
}

/** A server in a process of its own, so that what its clients cost is not counted. */
export class ServedProcess {
  readonly url: string;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.url = url;
  }

  static async start(): Promise<ServedProcess> {
    const execArgv = ['--expose-gc', '-r', LOADER];
    const child = fork(join(__dirname, 'served.ts'), [], { execArgv });
    const [report] = (await once(child, 'message')) as [Report];
    return new ServedProcess(child, report.url);
  }

  report(): Promise<Report> {
    return this.#ask<Report>('report');
  }

  /** Milliseconds of CPU to make a cluster. */
  fresh(): Promise<number> {
    return this.#ask<number>('fresh');
  }

  async #ask<Answer>(command: Command): Promise<Answer> {
    const over = new AbortController();
    const ended = once(this.#child, 'exit', over).then(([code, signal]) => {
      throw new Error(`The server that is measured has ended: ${signal ?? code}.`);
    });
    this.#child.send(command);
    const answered = once(this.#child, 'message', over) as Promise<[Answer]>;
    try {
      const [answer] = await Promise.race([answered, ended]);
      return answer;
    } finally {
      // Whatever has not come is no longer waited for.
      answered.catch(() => {});
      ended.catch(() => {});
      over.abort();
    }
  }

  stop(): void {
    this.#child.disconnect();
  }
}
