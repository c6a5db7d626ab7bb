import type { TestStepResult } from '@cucumber/messages';
import { unifiedDiff } from './diff';

/** What Cucumber tells of an error. */
export type Failure = Pick<TestStepResult, 'message' | 'exception'>;

interface Compared {
  readonly expected: string;
  readonly actual: string;
}

const comparedIn = (error: Error): Compared | undefined => {
  const { expected, actual, showDiff } = error as Partial<Compared & { showDiff: boolean }>;
  return showDiff !== false && typeof expected === 'string' && typeof actual === 'string'
    ? { expected, actual }
    : undefined;
};

/** The way to the error, as V8 writes it; other engines put it into other words, which help no reader. */
const wayTo = ({ stack = '' }: Error): string =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');

/**
 * Says of an error what Cucumber says of it: the sentence, what was expected and what was there if they are texts, and the way
 * to it. Of the classes of errors only the name is left that they give themselves: code that is bundled has no other.
 */
export const failureOf = (thrown: unknown): Failure => {
  if (!(thrown instanceof Error)) return plainFailure(String(thrown));
  const { name, message } = thrown;
  const compared = comparedIn(thrown);
  const diff = compared ? unifiedDiff(compared.actual, compared.expected) : '';
  const text = `${message === '' ? name : `${name}: ${message}`}${diff}\n${wayTo(thrown)}`;
  return { message: text, exception: { type: name, message, stackTrace: text } };
};

const plainFailure = (message: string): Failure => {
  const text = `Error: ${message}`;
  return { message: text, exception: { type: 'Error', message, stackTrace: text } };
};
