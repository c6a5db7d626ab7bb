import type { Envelope, PickleStep, TestCase } from '@cucumber/messages';

/** Follows an example from step to step. */
export class CurrentStep {
  readonly #texts = new Map<string, string>();
  #testCase: TestCase | undefined;

  /** @param tell is told the text of each step that begins; an empty one of a hook */
  constructor(private readonly tell: (text: string) => void) {}

  take({ pickle, testCase, testStepStarted }: Envelope): void {
    if (pickle) for (const step of pickle.steps) this.#texts.set(step.id, textOf(step));
    else if (testCase) this.#testCase = testCase;
    else if (testStepStarted) {
      const step = this.#testCase?.testSteps.find(({ id }) => id === testStepStarted.testStepId);
      this.tell(this.#texts.get(step?.pickleStepId ?? '') ?? '');
    }
  }
}

const textOf = ({ text }: PickleStep): string => text;
