import {
  AttachmentContentEncoding,
  type Envelope,
  type GherkinDocument,
  type Pickle,
  type PickleStep,
  type TestStepResult,
  TestStepResultStatus,
} from '@cucumber/messages';
import { wrongHookLength, wrongLength } from './support/code';
import { DataTable } from './support/dataTable';
import { failureOf } from './support/failure';
import type { Hook, Library, StepDefinition } from './support/library';
import type { Attach, World } from './support/world';

const { AMBIGUOUS, FAILED, PASSED, PENDING, SKIPPED, UNDEFINED, UNKNOWN } = TestStepResultStatus;

const NO_TIME = { seconds: 0, nanos: 0 };
const NOW = { seconds: 0, nanos: 0 };

/** From harmless to bad. */
const SEVERITY: readonly TestStepResultStatus[] = [
  UNKNOWN,
  PASSED,
  SKIPPED,
  PENDING,
  UNDEFINED,
  AMBIGUOUS,
  FAILED,
];

const worstOf = (results: readonly TestStepResult[]): TestStepResult =>
  results.reduce(
    (worst, result) => (SEVERITY.indexOf(result.status) > SEVERITY.indexOf(worst.status) ? result : worst),
    { status: UNKNOWN, duration: NO_TIME },
  );

const withStatus = (status: TestStepResultStatus): TestStepResult => ({ status, duration: NO_TIME });

/** How a phrase or a hook ended. */
interface Ending {
  readonly result: TestStepResult;
  readonly error?: unknown;
}

const failed = (error: unknown): Ending => ({
  result: { ...withStatus(FAILED), ...failureOf(error) },
  error,
});

const ended = (returned: unknown): Ending => {
  if (returned === 'skipped') return { result: withStatus(SKIPPED) };
  return { result: withStatus(returned === 'pending' ? PENDING : PASSED) };
};

/** Plays one example, as Cucumber would (cucumber-js, runtime/test_case_runner), and tells it in its messages. */
export class Runner {
  readonly #library: Library;
  readonly #document: GherkinDocument;
  readonly #pickle: Pickle;
  readonly #tell: (envelope: Envelope) => void;
  readonly #world: World;
  readonly #results: TestStepResult[] = [];
  readonly #id: string;
  #step = '';

  constructor(
    library: Library,
    { document, pickle }: { readonly document: GherkinDocument; readonly pickle: Pickle },
    tell: (envelope: Envelope) => void,
  ) {
    this.#library = library;
    this.#document = document;
    this.#pickle = pickle;
    this.#tell = tell;
    this.#id = `run-${pickle.id}`;
    this.#world = new library.World({
      attach: this.#attach,
      log: (text) => this.#attach(text, 'text/x.cucumber.log+plain'),
      link: (...addresses) => this.#attach(addresses.join('\n'), 'text/uri-list'),
      parameters: {},
    });
  }

  async run(): Promise<void> {
    const [before, after] = [this.#hooks('before'), this.#hooks('after')];
    const steps = this.#pickle.steps.map((step) => ({ step, definitions: this.#fitting(step) }));
    this.#tell({
      testCase: {
        id: `case-${this.#id}`,
        pickleId: this.#pickle.id,
        testSteps: [
          ...before.map(({ id }) => ({ id, hookId: id })),
          ...steps.map(({ step: { id }, definitions }) => ({
            id,
            pickleStepId: id,
            stepDefinitionIds: definitions.map((definition) => definition.id),
          })),
          ...after.map(({ id }) => ({ id, hookId: id })),
        ],
      },
    });
    this.#tell({
      testCaseStarted: { id: this.#id, testCaseId: `case-${this.#id}`, attempt: 0, timestamp: NOW },
    });
    for (const hook of before)
      await this.#around(hook.id, async () =>
        this.#isStopped ? withStatus(SKIPPED) : (await this.#callHook(hook, this.#about())).result,
      );
    let error: unknown;
    for (const { step, definitions } of steps)
      await this.#around(step.id, async () => {
        const ending = await this.#play(step, definitions);
        error = ending.error;
        return ending.result;
      });
    const result = worstOf(this.#results);
    for (const hook of after)
      await this.#around(
        hook.id,
        async () =>
          (await this.#callHook(hook, { ...this.#about(), result, error, willBeRetried: false })).result,
      );
    this.#tell({ testCaseFinished: { testCaseStartedId: this.#id, timestamp: NOW, willBeRetried: false } });
  }

  /** True if something ended otherwise than well: what follows is skipped. */
  get #isStopped(): boolean {
    return this.#results.some(({ status }) => status !== PASSED);
  }

  #hooks(occasion: Parameters<Library['hooks']>[0]): readonly Hook[] {
    return this.#library.hooks(occasion).filter(({ appliesTo }) => appliesTo(this.#pickle));
  }

  #fitting({ text }: PickleStep): readonly StepDefinition[] {
    return this.#library.definitions().filter(({ expression }) => expression.match(text) !== null);
  }

  readonly #attach: Attach = (body, media = 'text/plain') => {
    this.#tell({
      attachment: {
        testCaseStartedId: this.#id,
        testStepId: this.#step,
        body,
        mediaType: typeof media === 'string' ? media : media.mediaType,
        contentEncoding: AttachmentContentEncoding.IDENTITY,
      },
    });
  };

  async #around(testStepId: string, run: () => Promise<TestStepResult>): Promise<void> {
    const place = { testCaseStartedId: this.#id, testStepId, timestamp: NOW };
    this.#step = testStepId;
    this.#tell({ testStepStarted: place });
    const testStepResult = await run();
    this.#results.push(testStepResult);
    this.#tell({ testStepFinished: { ...place, testStepResult } });
  }

  #about(): Record<string, unknown> {
    return { gherkinDocument: this.#document, pickle: this.#pickle, testCaseStartedId: this.#id };
  }

  async #callHook({ code }: Hook, about: Record<string, unknown>): Promise<Ending> {
    return this.#call(code, [about], wrongHookLength(code));
  }

  async #call(
    code: Hook['code'],
    values: readonly unknown[],
    complaint: string | undefined,
  ): Promise<Ending> {
    if (complaint !== undefined) return failed(complaint);
    try {
      return ended(await code.apply(this.#world, [...values]));
    } catch (error) {
      return failed(error);
    }
  }

  async #play(step: PickleStep, definitions: readonly StepDefinition[]): Promise<Ending> {
    const [definition] = definitions;
    if (!definition) return { result: withStatus(UNDEFINED) };
    if (definitions.length > 1) return { result: withStatus(AMBIGUOUS) };
    if (this.#isStopped) return { result: withStatus(SKIPPED) };
    const about = { ...this.#about(), pickleStep: step, testStepId: this.#step };
    const results: TestStepResult[] = [];
    for (const hook of this.#hooks('beforeStep')) results.push((await this.#callHook(hook, about)).result);
    let ending: Ending | undefined;
    if (worstOf(results).status !== FAILED) {
      ending = await this.#callStep(definition, step);
      results.push(ending.result);
    }
    for (const hook of this.#hooks('afterStep'))
      results.push(
        (await this.#callHook(hook, { ...about, result: ending?.result, error: ending?.error })).result,
      );
    return { result: worstOf(results), error: ending?.error };
  }

  async #callStep({ expression, code }: StepDefinition, { text, argument }: PickleStep): Promise<Ending> {
    const values: unknown[] = [];
    try {
      for (const found of expression.match(text) ?? []) values.push(await found.getValue(this.#world));
    } catch (error) {
      return failed(error);
    }
    if (argument?.dataTable) values.push(new DataTable(argument.dataTable));
    if (argument?.docString) values.push(argument.docString.content);
    return this.#call(code, values, wrongLength(code, values.length));
  }
}
