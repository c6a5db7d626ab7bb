import type { Envelope, TestCase } from '@cucumber/messages';

/**
 * What happened when an example was run once, in Cucumber's messages, without what is known of it anyhow. Steps and hooks are
 * named by their places, so that it can be told again in another run of the same suite: see `placesOf`.
 */
export type Attempt = readonly Envelope[];

/** Stands for the ids of a test case and of its start, which an attempt does not know. */
export const NOBODY = '';

/**
 * The places of steps and hooks: `step 0`, `step 1` … and, of hooks before and after them, `before 0`, `after 0` … Hooks may
 * differ between processes, steps do not.
 */
export const placesOf = ({ testSteps }: Pick<TestCase, 'testSteps'>): readonly string[] => {
  const numbers = { before: 0, step: 0, after: 0 };
  return testSteps.map(({ pickleStepId }) => {
    const kind = pickleStepId ? 'step' : numbers.step === 0 ? 'before' : 'after';
    return `${kind} ${numbers[kind]++}`;
  });
};

/** Takes down what happens in one run of one example. */
export class Recorder {
  readonly #places = new Map<string, string>();
  readonly #taken: Envelope[] = [];

  take(envelope: Envelope): void {
    const { testCase, testCaseStarted, testStepStarted, testStepFinished, attachment, testCaseFinished } =
      envelope;
    if (testCase)
      placesOf(testCase).forEach((place, at) => {
        this.#places.set(testCase.testSteps[at]?.id ?? NOBODY, place);
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
