import type { Envelope } from '@cucumber/messages';

/**
 * What happened when an example was run once, in Cucumber's messages, without what is known of it anyhow. Steps are named by
 * their places in the test case, `0`, `1` …, so that it can be told again in another run of the same suite.
 */
export type Attempt = readonly Envelope[];

/** Stands for the ids of a test case and of its start, which an attempt does not know. */
export const NOBODY = '';

/** Takes down what happens in one run of one example. */
export class Recorder {
  readonly #places = new Map<string, string>();
  readonly #taken: Envelope[] = [];

  take(envelope: Envelope): void {
    const { testCase, testCaseStarted, testStepStarted, testStepFinished, attachment, testCaseFinished } =
      envelope;
    if (testCase)
      testCase.testSteps.forEach(({ id }, place) => {
        this.#places.set(id, String(place));
      });
    else if (testCaseStarted)
      this.#taken.push({ testCaseStarted: { ...testCaseStarted, id: NOBODY, testCaseId: NOBODY } });
    else if (testStepStarted) this.#taken.push({ testStepStarted: this.#placed(testStepStarted) });
    else if (testStepFinished) this.#taken.push({ testStepFinished: this.#placed(testStepFinished) });
    else if (attachment)
      this.#taken.push({
        attachment: {
          ...attachment,
          testCaseStartedId: NOBODY,
          testStepId: this.#places.get(attachment.testStepId ?? ''),
        },
      });
    else if (testCaseFinished)
      this.#taken.push({ testCaseFinished: { ...testCaseFinished, testCaseStartedId: NOBODY } });
  }

  /** What was taken down. Unfinished, if the example was broken off. */
  get attempt(): Attempt {
    return this.#taken;
  }

  #placed<T extends { readonly testStepId: string }>(about: T): T & { testCaseStartedId: string } {
    return { ...about, testCaseStartedId: NOBODY, testStepId: this.#places.get(about.testStepId) ?? NOBODY };
  }
}
