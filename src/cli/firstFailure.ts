import { type Envelope, type Pickle, TestStepResultStatus } from '@cucumber/messages';

const FINE: readonly TestStepResultStatus[] = [
  TestStepResultStatus.PASSED,
  TestStepResultStatus.SKIPPED,
  TestStepResultStatus.UNKNOWN,
];

/** Listens to a run and keeps the first example that fails. */
export class FirstFailure {
  readonly #pickles = new Map<string, Pickle>();
  readonly #cases = new Map<string, string>();
  readonly #attempts = new Map<string, string>();
  readonly #lines = new Map<string, number>();
  #failed: { readonly pickle: Pickle; readonly reason: string } | undefined;

  take(envelope: Envelope): void {
    const { pickle, testCase, testCaseStarted, testStepFinished, gherkinDocument } = envelope;
    if (gherkinDocument?.feature) this.#readLines(envelope);
    if (pickle) this.#pickles.set(pickle.id, pickle);
    if (testCase) this.#cases.set(testCase.id, testCase.pickleId);
    if (testCaseStarted) this.#attempts.set(testCaseStarted.id, testCaseStarted.testCaseId);
    if (!testStepFinished || this.#failed) return;
    const { status, message } = testStepFinished.testStepResult;
    if (FINE.includes(status)) return;
    const testCaseId = this.#attempts.get(testStepFinished.testCaseStartedId) ?? '';
    const failed = this.#pickles.get(this.#cases.get(testCaseId) ?? '');
    if (failed) this.#failed = { pickle: failed, reason: (message ?? status).split('\n')[0] ?? '' };
  }

  get found(): boolean {
    return this.#failed !== undefined;
  }

  get title(): string {
    return this.#failed?.pickle.name ?? '';
  }

  /** The first line of what went wrong. */
  get reason(): string {
    return this.#failed?.reason ?? '';
  }

  /** `file:line` of the example, or of the row of its table. */
  get location(): string {
    if (!this.#failed) return '';
    const { uri, astNodeIds } = this.#failed.pickle;
    return `${uri}:${this.#lines.get(astNodeIds.at(-1) ?? '') ?? 1}`;
  }

  #readLines({ gherkinDocument }: Envelope): void {
    for (const child of gherkinDocument?.feature?.children ?? []) {
      for (const scenario of [child.scenario, ...(child.rule?.children.map((each) => each.scenario) ?? [])]) {
        if (!scenario) continue;
        this.#lines.set(scenario.id, scenario.location.line);
        for (const row of scenario.examples.flatMap((each) => each.tableBody)) {
          this.#lines.set(row.id, row.location.line);
        }
      }
    }
  }
}
