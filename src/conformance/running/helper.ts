import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { IRunConfiguration } from '@cucumber/cucumber/api';
import type { Attempt } from '../messages/attempt';
import type { Order, Reply } from './orders';

const LOADER = join(__dirname, '../../loader/register.cjs');
const WORKER = join(__dirname, 'worker.ts');

/** How long (ms) a process that is asked to end is given before it is made to. */
const GRACE = 3_000;

/** A process could not run examples at all. */
export class HelperError extends Error {}

/** A process that runs one example at a time. */
export class Helper {
  readonly #process: ChildProcess;
  readonly #ended: Promise<void>;
  #listen: (reply: Reply) => void = () => undefined;
  #failed: (why: string) => void = () => undefined;
  #isOver = false;

  private constructor(number: number, env: NodeJS.ProcessEnv) {
    this.#process = fork(WORKER, {
      execArgv: ['-r', LOADER],
      // What Cucumber tells its own: drivers make names by it that no other process makes.
      env: {
        ...env,
        CUCUMBER_PARALLEL: 'true',
        CUCUMBER_TOTAL_WORKERS: String(number + 1),
        CUCUMBER_WORKER_ID: String(number),
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      serialization: 'advanced',
    });
    this.#process.on('message', (reply: Reply) => this.#listen(reply));
    this.#ended = new Promise((resolve) => {
      const end = (why: string): void => {
        this.#isOver = true;
        this.#failed(why);
        resolve();
      };
      this.#process.on('exit', (code, signal) =>
        end(`The process that ran it ended with ${signal ?? code}.`),
      );
      this.#process.on('error', (error) => end(`The process that ran it broke down: ${error.message}`));
    });
  }

  /**
   * Starts one, and waits until it is ready.
   * @param number its own: one that is started in the place of another has a new one
   * @throws HelperError
   */
  static async start(
    number: number,
    configuration: IRunConfiguration,
    env: NodeJS.ProcessEnv,
  ): Promise<Helper> {
    const helper = new Helper(number, env);
    await helper.#ask({ type: 'begin', configuration }, 'ready');
    return helper;
  }

  /** True once it cannot run anything any more. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /**
   * Runs an example.
   * @param onStep is told the text of each step that begins
   * @throws HelperError if it came to no end
   */
  async run(location: string, onStep: (text: string) => void): Promise<Attempt> {
    const reply = await this.#ask({ type: 'run', location }, 'ended', onStep);
    return reply.type === 'ended' ? reply.attempt : [];
  }

  /** Ends it, whatever it does. */
  async stop(): Promise<void> {
    if (this.#isOver) return;
    this.#process.kill('SIGTERM');
    const timer = setTimeout(() => this.#process.kill('SIGKILL'), GRACE);
    await this.#ended;
    clearTimeout(timer);
  }

  /** Lets it end what examples share. */
  async end(): Promise<void> {
    if (this.#isOver) return;
    this.#send({ type: 'end' });
    const timer = setTimeout(() => this.#process.kill('SIGKILL'), GRACE);
    await this.#ended;
    clearTimeout(timer);
  }

  #ask(
    order: Order,
    answer: Reply['type'],
    onStep: (text: string) => void = () => undefined,
  ): Promise<Reply> {
    return new Promise((resolve, reject) => {
      this.#failed = (why) => reject(new HelperError(why));
      this.#listen = (reply) => {
        if (reply.type === 'step') onStep(reply.text);
        else if (reply.type === 'broken') reject(new HelperError(reply.message));
        else if (reply.type === answer) resolve(reply);
      };
      this.#send(order);
    });
  }

  #send(order: Order): void {
    if (this.#isOver) this.#failed('The process that was to run it had ended.');
    else this.#process.send(order, (error) => error && this.#failed(error.message));
  }
}
