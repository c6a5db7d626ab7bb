import type {
  Attachment,
  Duration,
  Envelope,
  GherkinDocument,
  ParameterType,
  ParseError,
  Pickle,
  StepDefinition,
  TestCase,
  TestStep,
  TestStepResult,
  TestStepResultStatus,
  UndefinedParameterType,
} from '@cucumber/messages';
import { FILM, type Film, readFilm } from '../film/film';
import { AstIndex } from './ast';
import { endingIn } from './ending';
import type { Example, Outcome, StepRun } from './example';

const outcomes: Readonly<Record<TestStepResultStatus, Outcome>> = {
  UNKNOWN: 'skipped',
  PASSED: 'passed',
  SKIPPED: 'skipped',
  PENDING: 'pending',
  UNDEFINED: 'undefined',
  AMBIGUOUS: 'ambiguous',
  FAILED: 'failed',
};

/** From harmless to bad: the worst step decides the example. */
const severity: readonly Outcome[] = ['passed', 'skipped', 'pending', 'undefined', 'ambiguous', 'failed'];

/** One go at a test case, while it runs. */
interface Attempt {
  readonly testCaseId: string;
  readonly results: Map<string, TestStepResult>;
  readonly attachments: Map<string, Attachment[]>;
  film?: Film;
}

/**
 * What happened in a run of Cucumber, from its messages. Taking a message is cheap; the work is done when
 * somebody asks.
 */
export class RunLog {
  readonly documents: GherkinDocument[] = [];
  /** The texts of features, by their paths. */
  readonly sources = new Map<string, string>();
  readonly parseErrors: ParseError[] = [];
  readonly stepDefinitions: StepDefinition[] = [];
  readonly parameterTypes: ParameterType[] = [];
  readonly undefinedParameterTypes: UndefinedParameterType[] = [];
  /** Failures outside of any example: hooks of the whole run. */
  readonly runFailures: TestStepResult[] = [];
  readonly #pickles = new Map<string, Pickle>();
  readonly #testCases = new Map<string, TestCase>();
  readonly #attempts = new Map<string, Attempt>();
  #finished = 0;
  #unmatched = false;
  #began = 0;
  #ended = 0;

  take(envelope: Envelope): void {
    if (envelope.testStepFinished) {
      const { testCaseStartedId, testStepId, testStepResult } = envelope.testStepFinished;
      this.#attempts.get(testCaseStartedId)?.results.set(testStepId, testStepResult);
      const outcome = outcomes[testStepResult.status];
      this.#unmatched ||= outcome === 'undefined' || outcome === 'ambiguous';
    } else if (envelope.testCaseStarted) {
      const { id, testCaseId } = envelope.testCaseStarted;
      this.#attempts.set(id, { testCaseId, results: new Map(), attachments: new Map() });
    } else if (envelope.testCaseFinished) {
      if (envelope.testCaseFinished.willBeRetried)
        this.#attempts.delete(envelope.testCaseFinished.testCaseStartedId);
      else this.#finished++;
    } else if (envelope.attachment) this.#attach(envelope.attachment);
    else if (envelope.pickle) this.#pickles.set(envelope.pickle.id, envelope.pickle);
    else if (envelope.testCase) this.#testCases.set(envelope.testCase.id, envelope.testCase);
    else if (envelope.gherkinDocument) this.documents.push(envelope.gherkinDocument);
    else if (envelope.source) this.sources.set(envelope.source.uri, envelope.source.data);
    else if (envelope.stepDefinition) this.stepDefinitions.push(envelope.stepDefinition);
    else if (envelope.parameterType) this.parameterTypes.push(envelope.parameterType);
    else if (envelope.undefinedParameterType)
      this.undefinedParameterTypes.push(envelope.undefinedParameterType);
    else if (envelope.parseError) this.parseErrors.push(envelope.parseError);
    else if (envelope.testRunHookFinished) {
      const { result } = envelope.testRunHookFinished;
      if (outcomes[result.status] === 'failed') this.runFailures.push(result);
    } else if (envelope.testRunStarted) this.#began = milliseconds(envelope.testRunStarted.timestamp);
    else if (envelope.testRunFinished) this.#ended = milliseconds(envelope.testRunFinished.timestamp);
  }

  /** Every example of the features read, run or not. */
  pickles(): readonly Pickle[] {
    return [...this.#pickles.values()];
  }

  /** How many examples are to be run, known as soon as the first of them starts. */
  get planned(): number {
    return this.#testCases.size;
  }

  /**
   * True if a step had no step definition or several, or a phrase is broken: wrong even where nothing is executed.
   */
  get unmatched(): boolean {
    return this.#unmatched || this.undefinedParameterTypes.length > 0;
  }

  /** How many examples have ended. */
  get finished(): number {
    return this.#finished;
  }

  /** When the run started: milliseconds since 1970, 0 if it has not. */
  get began(): number {
    return this.#began;
  }

  /** Milliseconds from the start to the end of the run. */
  get elapsed(): number {
    return Math.max(0, this.#ended - this.#began);
  }

  /** Every example that was run, in the order they were run. */
  examples(): readonly Example[] {
    const ast = new AstIndex();
    for (const document of this.documents) ast.add(document);
    const examples: Example[] = [];
    for (const attempt of this.#attempts.values()) {
      const testCase = this.#testCases.get(attempt.testCaseId);
      const pickle = testCase && this.#pickles.get(testCase.pickleId);
      if (!testCase || !pickle) continue;
      const steps = testCase.testSteps.map((step) => stepRun(step, attempt, pickle, ast));
      examples.push({
        ...ast.headingsOf(pickle),
        uri: pickle.uri,
        line: ast.lineOf(pickle),
        name: pickle.name,
        tags: pickle.tags.map((tag) => tag.name.replace(/^@/, '')),
        outcome: worst(steps),
        ...(isUnreached(steps) ? { isUnreached: true } : {}),
        ...unsureIn(steps),
        steps,
        ...(attempt.film ? { film: attempt.film } : {}),
      });
    }
    return examples;
  }

  #attach(attachment: Attachment): void {
    const { testCaseStartedId = '', testStepId = '' } = attachment;
    const attempt = this.#attempts.get(testCaseStartedId);
    if (!attempt) return;
    if (attachment.mediaType === FILM) attempt.film = readFilm(attachment.body);
    const ofStep = attempt.attachments.get(testStepId);
    if (ofStep) ofStep.push(attachment);
    else attempt.attachments.set(testStepId, [attachment]);
  }
}

const milliseconds = ({ seconds, nanos }: Duration): number => seconds * 1000 + nanos / 1e6;

const stepRun = (testStep: TestStep, attempt: Attempt, pickle: Pickle, ast: AstIndex): StepRun => {
  const pickleStep = pickle.steps.find((step) => step.id === testStep.pickleStepId);
  const written = pickleStep && ast.stepOf(pickleStep.astNodeIds);
  const result = attempt.results.get(testStep.id);
  return {
    keyword: written?.keyword.trim(),
    text: pickleStep?.text ?? '',
    line: written?.location.line,
    type: pickleStep?.type,
    argument: pickleStep?.argument,
    outcome: result ? outcomes[result.status] : 'skipped',
    result,
    definitionIds: testStep.stepDefinitionIds ?? [],
    attachments: attempt.attachments.get(testStep.id) ?? [],
  };
};

/** Not even its hooks were executed. What is skipped for a reason of its own says so, by a hook or a word that is attached. */
const isUnreached = (steps: readonly StepRun[]): boolean =>
  steps.length > 0 &&
  steps.every(({ outcome, attachments }) => outcome === 'skipped' && attachments.length === 0);

/** What is left out of the outcome counts for nothing, and says why. */
const unsureIn = (steps: readonly StepRun[]): Pick<Example, 'unsure'> => {
  const ending = endingIn(steps.flatMap(({ attachments }) => attachments));
  return ending?.kind === 'inconclusive' && worst(steps) === 'skipped' ? { unsure: ending.reason } : {};
};

/** An example in which nothing ran is skipped, whatever its hooks say. */
const worst = (steps: readonly StepRun[]): Outcome =>
  steps.some((step) => step.keyword !== undefined)
    ? steps.reduce<Outcome>(
        (found, { outcome }) => (severity.indexOf(outcome) > severity.indexOf(found) ? outcome : found),
        'passed',
      )
    : 'skipped';
