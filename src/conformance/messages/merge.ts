import { type Envelope, type TestCase, TestStepResultStatus, TimeConversion } from '@cucumber/messages';
import { AstIndex } from '../../run/ast';
import { locationOf } from '../../run/example';
import { type Attempt, placesOf } from './attempt';

/** What is told of one example. */
export interface Told {
  /** The attempt that counts. Undefined for one whose turn never came. */
  readonly attempt?: Attempt;
  /** False: whatever its steps say, it proves nothing, and is told as skipped. */
  readonly counts: boolean;
}

/** When a run began and ended: milliseconds since 1970. */
export interface Span {
  readonly began: number;
  readonly ended: number;
}

const RUN = 'conformance';

/**
 * The messages of one run, as Cucumber would have sent them had each example been run once: what there is, then of each
 * example in order the attempt that counts.
 * @param base what there is: features, steps, test cases
 * @param tellOf says of an example, by its location, what is told of it
 */
export const merge = (
  base: readonly Envelope[],
  tellOf: (location: string) => Told,
  { began, ended }: Span,
  success: boolean,
): readonly Envelope[] => {
  const cases = base.flatMap(({ testCase }) => (testCase ? [testCase] : []));
  const locations = locationsOf(base);
  const started = { id: RUN, timestamp: TimeConversion.millisecondsSinceEpochToTimestamp(began) };
  const finished = {
    testRunStartedId: RUN,
    timestamp: TimeConversion.millisecondsSinceEpochToTimestamp(ended),
  };
  return [
    ...base.filter(({ testCase }) => !testCase),
    { testRunStarted: started },
    ...cases.map((testCase): Envelope => ({ testCase: { ...testCase, testRunStartedId: RUN } })),
    ...cases.flatMap((testCase) => {
      const told = tellOf(locations.get(testCase.pickleId) ?? '');
      return told.attempt && told.attempt.length > 0
        ? replayed(told.attempt, testCase, told.counts)
        : unreached(testCase, ended);
    }),
    { testRunFinished: { ...finished, success } },
  ];
};

/** Where each pickle stands, by its id. */
export const locationsOf = (base: readonly Envelope[]): ReadonlyMap<string, string> => {
  const ast = new AstIndex();
  for (const { gherkinDocument } of base) if (gherkinDocument) ast.add(gherkinDocument);
  return new Map(
    base.flatMap(({ pickle }) =>
      pickle ? [[pickle.id, locationOf({ uri: pickle.uri, line: ast.lineOf(pickle) })] as const] : [],
    ),
  );
};

const startOf = ({ id }: TestCase): string => `${id}/run`;

/** An attempt, told of the test case of this run. */
const replayed = (attempt: Attempt, testCase: TestCase, counts: boolean): readonly Envelope[] => {
  const testCaseStartedId = startOf(testCase);
  const places = placesOf(testCase);
  const stepAt = (place = ''): string | undefined => testCase.testSteps[places.indexOf(place)]?.id;
  // What a hook attached that is not known here is not lost.
  const [{ id: first } = { id: '' }] = testCase.testSteps;
  const told = attempt.flatMap((envelope): Envelope | readonly Envelope[] => {
    const { testCaseStarted, testStepStarted, testStepFinished, attachment } = envelope;
    if (testCaseStarted)
      return {
        testCaseStarted: { ...testCaseStarted, id: testCaseStartedId, testCaseId: testCase.id, attempt: 0 },
      };
    if (testStepStarted) {
      const testStepId = stepAt(testStepStarted.testStepId);
      return testStepId ? { testStepStarted: { ...testStepStarted, testCaseStartedId, testStepId } } : [];
    }
    if (testStepFinished) {
      const { testStepResult } = testStepFinished;
      const testStepId = stepAt(testStepFinished.testStepId);
      if (!testStepId) return [];
      return {
        testStepFinished: {
          ...testStepFinished,
          testCaseStartedId,
          testStepId,
          testStepResult: counts
            ? testStepResult
            : { status: TestStepResultStatus.SKIPPED, duration: testStepResult.duration },
        },
      };
    }
    if (attachment)
      return {
        attachment: { ...attachment, testCaseStartedId, testStepId: stepAt(attachment.testStepId) ?? first },
      };
    return { testCaseFinished: { ...envelope.testCaseFinished, ...finishOf(envelope), testCaseStartedId } };
  });
  return isFinished(attempt) ? told : [...told, ...endOf(testCase, attempt)];
};

const finishOf = ({ testCaseFinished }: Envelope) => ({
  timestamp: testCaseFinished?.timestamp ?? { seconds: 0, nanos: 0 },
  willBeRetried: false,
});

const isFinished = (attempt: Attempt): boolean => attempt.some(({ testCaseFinished }) => testCaseFinished);

/** What was broken off has an end, too: readers of messages rely on it. */
const endOf = (testCase: TestCase, attempt: Attempt): readonly Envelope[] => {
  const timestamp = attempt.flatMap(({ testCaseStarted }) =>
    testCaseStarted ? [testCaseStarted.timestamp] : [],
  )[0] ?? { seconds: 0, nanos: 0 };
  return [{ testCaseFinished: { testCaseStartedId: startOf(testCase), timestamp, willBeRetried: false } }];
};

/** An example whose turn never came: as Cucumber tells of what comes after the end of a run that fails fast. */
const unreached = (testCase: TestCase, at: number): readonly Envelope[] => {
  const testCaseStartedId = startOf(testCase);
  const timestamp = TimeConversion.millisecondsSinceEpochToTimestamp(at);
  const result = { status: TestStepResultStatus.SKIPPED, duration: { seconds: 0, nanos: 0 } };
  return [
    { testCaseStarted: { id: testCaseStartedId, testCaseId: testCase.id, attempt: 0, timestamp } },
    ...testCase.testSteps.flatMap(({ id: testStepId }): readonly Envelope[] => [
      { testStepStarted: { testCaseStartedId, testStepId, timestamp } },
      { testStepFinished: { testCaseStartedId, testStepId, timestamp, testStepResult: result } },
    ]),
    { testCaseFinished: { testCaseStartedId, timestamp, willBeRetried: false } },
  ];
};
