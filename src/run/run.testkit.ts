import { CucumberExpression, ParameterType, ParameterTypeRegistry } from '@cucumber/cucumber-expressions';
import {
  AttachmentContentEncoding,
  type Envelope,
  type Pickle,
  StepDefinitionPatternType,
  type TestStepResult,
  TestStepResultStatus,
} from '@cucumber/messages';
import { parseFeature } from '../catalogue/features';
import { RunLog } from './log';

/** How a step of the rehearsed run ends. */
export interface Ending {
  readonly status: TestStepResultStatus;
  readonly message?: string;
  /** The class of the error. */
  readonly type?: string;
  /** Text that a hook attaches while the step runs. */
  readonly attached?: string;
}

/** A run that is made up: a feature, the phrases there are, and how each step ends that a phrase fits. */
export interface Rehearsal {
  readonly uri?: string;
  readonly feature: string;
  readonly phrases?: readonly string[];
  readonly ending?: (step: string) => Ending;
}

const PASSED: Ending = { status: TestStepResultStatus.PASSED };
const TIME = { seconds: 0, nanos: 0 };

/** The messages Cucumber would send of such a run. */
export const envelopesOf = (rehearsal: Rehearsal): readonly Envelope[] => {
  const { uri = 'features/a.feature', feature, phrases = [] } = rehearsal;
  const { documents, pickles, errors } = parseFeature(feature, uri);
  return [
    ...documents.map((gherkinDocument) => ({ gherkinDocument })),
    ...pickles.map((pickle) => ({ pickle })),
    ...errors.map((parseError) => ({ parseError })),
    {
      parameterType: {
        id: 'parameter-0',
        name: SPAN.name,
        regularExpressions: [SPAN.regularExpression],
        preferForRegularExpressionMatch: false,
        useForSnippets: false,
      },
    },
    ...phrases.map((source, index) => ({
      stepDefinition: {
        id: `phrase-${index}`,
        pattern: { source, type: StepDefinitionPatternType.CUCUMBER_EXPRESSION },
        sourceReference: { uri: 'steps/nodes.ts', location: { line: index + 1 } },
      },
    })),
    { testRunStarted: { timestamp: TIME } },
    ...pickles.map((pickle) => ({ testCase: testCaseOf(pickle, phrases) })),
    ...pickles.flatMap((pickle) => play(pickle, rehearsal)),
    { testRunFinished: { timestamp: { seconds: 1, nanos: 5e8 }, success: true } },
  ];
};

/** The log of such a run. */
export const logOf = (rehearsal: Rehearsal): RunLog => {
  const log = new RunLog();
  for (const envelope of envelopesOf(rehearsal)) log.take(envelope);
  return log;
};

/** A parameter that made-up phrases may have, besides those that Cucumber brings along. */
const SPAN = { name: 'span', regularExpression: '\\d+ seconds' };

const registry = new ParameterTypeRegistry();
registry.defineParameterType(
  new ParameterType(SPAN.name, new RegExp(SPAN.regularExpression), String, String, false, false),
);

const fitting = (step: string, phrases: readonly string[]): readonly string[] =>
  phrases.flatMap((phrase, index) =>
    new CucumberExpression(phrase, registry).match(step) ? [`phrase-${index}`] : [],
  );

const testCaseOf = (pickle: Pickle, phrases: readonly string[]) => ({
  id: `case-${pickle.id}`,
  pickleId: pickle.id,
  testSteps: pickle.steps.map(({ id, text }) => ({
    id: `step-${id}`,
    pickleStepId: id,
    stepDefinitionIds: fitting(text, phrases),
  })),
});

const play = (pickle: Pickle, { phrases = [], ending = () => PASSED }: Rehearsal): readonly Envelope[] => {
  const id = `run-${pickle.id}`;
  let stopped = false;
  return [
    { testCaseStarted: { id, testCaseId: `case-${pickle.id}`, attempt: 0, timestamp: TIME } },
    ...pickle.steps.flatMap((step): readonly Envelope[] => {
      const end = endOf(fitting(step.text, phrases).length, stopped, () => ending(step.text));
      if (end.status !== TestStepResultStatus.PASSED) stopped = true;
      const place = { testCaseStartedId: id, testStepId: `step-${step.id}` };
      const testStepResult: TestStepResult = {
        status: end.status,
        message: end.message,
        duration: TIME,
        ...(end.type ? { exception: { type: end.type } } : {}),
      };
      return [
        ...(end.attached === undefined ? [] : [attachmentOf(end.attached, place)]),
        { testStepFinished: { ...place, testStepResult, timestamp: TIME } },
      ];
    }),
    { testCaseFinished: { testCaseStartedId: id, timestamp: TIME, willBeRetried: false } },
  ];
};

const endOf = (fits: number, stopped: boolean, ending: () => Ending): Ending => {
  if (fits === 0) return { status: TestStepResultStatus.UNDEFINED };
  if (fits > 1) return { status: TestStepResultStatus.AMBIGUOUS };
  return stopped ? { status: TestStepResultStatus.SKIPPED } : ending();
};

const attachmentOf = (
  body: string,
  place: { readonly testCaseStartedId: string; readonly testStepId: string },
): Envelope => ({
  attachment: {
    ...place,
    body,
    mediaType: 'text/plain',
    contentEncoding: AttachmentContentEncoding.IDENTITY,
  },
});
