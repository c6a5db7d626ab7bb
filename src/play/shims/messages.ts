/*
 * The values of '@cucumber/messages' that a played feature needs. The package brings classes that are made with decorators, and
 * two packages for them, to read messages that somebody else has written; here nobody does.
 */

export enum AttachmentContentEncoding {
  IDENTITY = 'IDENTITY',
  BASE64 = 'BASE64',
}

export enum PickleStepType {
  UNKNOWN = 'Unknown',
  CONTEXT = 'Context',
  ACTION = 'Action',
  OUTCOME = 'Outcome',
}

export enum SourceMediaType {
  TEXT_X_CUCUMBER_GHERKIN_PLAIN = 'text/x.cucumber.gherkin+plain',
  TEXT_X_CUCUMBER_GHERKIN_MARKDOWN = 'text/x.cucumber.gherkin+markdown',
}

export enum StepDefinitionPatternType {
  CUCUMBER_EXPRESSION = 'CUCUMBER_EXPRESSION',
  REGULAR_EXPRESSION = 'REGULAR_EXPRESSION',
}

export enum StepKeywordType {
  UNKNOWN = 'Unknown',
  CONTEXT = 'Context',
  ACTION = 'Action',
  OUTCOME = 'Outcome',
  CONJUNCTION = 'Conjunction',
}

export enum TestStepResultStatus {
  UNKNOWN = 'UNKNOWN',
  PASSED = 'PASSED',
  SKIPPED = 'SKIPPED',
  PENDING = 'PENDING',
  UNDEFINED = 'UNDEFINED',
  AMBIGUOUS = 'AMBIGUOUS',
  FAILED = 'FAILED',
}

const incrementing = (): (() => string) => {
  let next = 0;
  return () => String(next++);
};

/** Ids tell the parts of one feature apart, and features are played one at a time. */
export const IdGenerator = { incrementing, uuid: incrementing };
