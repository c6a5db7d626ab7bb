import { type Attachment, TestStepResultStatus } from '@cucumber/messages';
import { endingIn } from '../../run/ending';
import type { Attempt } from './attempt';

/** How one run of an example ended. Only `inconclusive` says nothing, and is worth another try. */
export interface Ended {
  readonly outcome: 'passed' | 'failed' | 'skipped' | 'inconclusive';
  /** Why it was skipped, or is inconclusive, for programs. */
  readonly code?: string;
  /** The same in a sentence; of what failed what was amiss. */
  readonly reason?: string;
}

/** The code of what was broken off before it had ended. */
export const BROKEN_OFF = 'broken-off';

/** The code of what a hook skipped without saying why. */
const UNSAID = 'unsaid';

/**
 * How an attempt ended. What it says of itself comes first: what cannot be trusted is inconclusive, whether its steps passed
 * or failed.
 */
export const endedAs = (attempt: Attempt): Ended => {
  const attachments = attempt.flatMap(({ attachment }) => (attachment ? [attachment] : []));
  const said = endingIn(attachments);
  if (said?.kind === 'inconclusive') return { outcome: 'inconclusive', code: said.code, reason: said.reason };
  if (!attempt.some(({ testCaseFinished }) => testCaseFinished))
    return { outcome: 'inconclusive', code: BROKEN_OFF, reason: 'It was broken off before it had ended.' };
  const results = attempt.flatMap(({ testStepFinished }) =>
    testStepFinished ? [testStepFinished.testStepResult] : [],
  );
  const broken = results.find(({ status }) => !HARMLESS.has(status));
  if (broken) return { outcome: 'failed', reason: sentenceOf(broken.message ?? broken.status.toLowerCase()) };
  if (said) return { outcome: 'skipped', code: said.code, reason: said.reason };
  if (results.some(({ status }) => status !== TestStepResultStatus.PASSED))
    return { outcome: 'skipped', code: UNSAID, reason: logged(attachments) };
  return results.length > 0
    ? { outcome: 'passed' }
    : { outcome: 'skipped', code: UNSAID, reason: 'It has no steps.' };
};

const HARMLESS: ReadonlySet<TestStepResultStatus> = new Set([
  TestStepResultStatus.PASSED,
  TestStepResultStatus.SKIPPED,
  TestStepResultStatus.UNKNOWN,
]);

/** The first line of an error, without its class. */
const sentenceOf = (message: string): string =>
  (message.trim().split('\n')[0] ?? '').replace(/^(\w*Error|Error): /, '');

/** What a hook logged when it skipped. */
const logged = (attachments: readonly Attachment[]): string =>
  attachments.find(({ mediaType }) => mediaType.startsWith('text/x.cucumber.log'))?.body ??
  'It was skipped, and nobody said why.';
