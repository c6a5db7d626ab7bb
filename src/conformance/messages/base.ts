import type { Envelope } from '@cucumber/messages';

/** Messages about what happens, and when; all others are about what there is. */
const HAPPENING: readonly (keyof Envelope)[] = [
  'testRunStarted',
  'testRunHookStarted',
  'testRunHookFinished',
  'testCaseStarted',
  'testStepStarted',
  'testStepFinished',
  'attachment',
  'externalAttachment',
  'testCaseFinished',
  'testRunFinished',
];

/** Tells whether a message is about what there is: features, steps, test cases. */
export const isBase = (envelope: Envelope): boolean =>
  !HAPPENING.some((kind) => envelope[kind] !== undefined);
