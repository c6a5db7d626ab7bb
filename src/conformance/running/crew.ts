import type { IRunConfiguration } from '@cucumber/cucumber/api';
import type { Attempt } from '../messages/attempt';
import { type Ended, endedAs } from '../messages/ended';
import { Helper, HelperError } from './helper';
import { Queue, type Task } from './queue';

/** How often an example is run again whose ending says nothing of the cluster. */
export const AGAIN = 3;

/** One run of one example. */
export interface Run {
  readonly location: string;
  /** 1 for the first, at most 1 + AGAIN. */
  readonly attempt: number;
  /** Milliseconds since 1970. */
  readonly began: number;
  readonly ended: number;
  readonly how: Ended;
  readonly messages: Attempt;
  /** False if it is run again. */
  readonly isLast: boolean;
}

/** What is told while examples run. */
export interface Audience {
  began(location: string): void;
  /** A step begins; its text is empty for a hook. */
  step(location: string, text: string): void;
  ended(run: Run): void;
}

/** Why the ending of an example is not to be trusted. */
export interface Doubt {
  readonly code: string;
  readonly reason: string;
}

export interface Job {
  readonly configuration: IRunConfiguration;
  readonly tasks: readonly Task[];
  readonly parallel: number;
  /** The environment that examples run in. */
  readonly env: NodeJS.ProcessEnv;
  /** How long (ms of real time) an example is given before it is broken off. */
  readonly limit: number;
  /** Asked when an example has failed: why that may say nothing of the cluster; undefined if it does. It is told when it began (ms since 1970). */
  readonly doubt: (began: number) => Promise<Doubt | undefined>;
  /** Resolves when the next example may begin. */
  readonly ready: () => Promise<void>;
  /** Nothing is begun any more, and what runs is broken off. */
  readonly stop: AbortSignal;
}

/** Runs examples, so many at a time, each process one after another. Resolves when all have ended, or it was stopped. */
export const runAll = async (job: Job, audience: Audience): Promise<void> => {
  const queue = new Queue(job.tasks, job.parallel > 1);
  const attempts = new Map<string, number>();
  const count = Math.min(job.parallel, job.tasks.length);
  let number = 0;
  const work = async (): Promise<void> => {
    let helper: Helper | undefined;
    for (;;) {
      await job.ready();
      const task = job.stop.aborted ? undefined : queue.take();
      if (!task) break;
      const { location } = task;
      const attempt = (attempts.get(location) ?? 0) + 1;
      attempts.set(location, attempt);
      audience.began(location);
      const began = Date.now();
      if (!helper || helper.isOver) helper = await Helper.start(number++, job.configuration, job.env);
      const { messages, how } = await runOne(helper, location, job, audience);
      if (job.stop.aborted && how.outcome === 'inconclusive') break;
      const isLast = how.outcome !== 'inconclusive' || attempt > AGAIN;
      if (!isLast) queue.putBack(task);
      audience.ended({ location, attempt, began, ended: Date.now(), how, messages, isLast });
    }
    await (job.stop.aborted ? helper?.stop() : helper?.end());
  };
  const outcomes = await Promise.allSettled(Array.from({ length: count }, work));
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
};

const runOne = async (
  helper: Helper,
  location: string,
  { limit, stop, doubt }: Job,
  audience: Audience,
): Promise<{ messages: Attempt; how: Ended }> => {
  const breakOff = (): void => {
    void helper.stop();
  };
  const timer = setTimeout(breakOff, limit);
  stop.addEventListener('abort', breakOff);
  const began = Date.now();
  try {
    const messages = await helper.run(location, (text) => audience.step(location, text));
    const how = endedAs(messages);
    const why = how.outcome === 'failed' ? await doubt(began) : undefined;
    return { messages, how: why ? { outcome: 'inconclusive', ...why } : how };
  } catch (error) {
    if (!(error instanceof HelperError)) throw error;
    const reason =
      Date.now() - began >= limit
        ? `It had not ended after ${Math.round(limit / 60_000)} minutes, and was broken off.`
        : error.message;
    return { messages: [], how: { outcome: 'inconclusive', code: 'broken-off', reason } };
  } finally {
    clearTimeout(timer);
    stop.removeEventListener('abort', breakOff);
  }
};
