import type { Told } from '../../run/editions';
import { count } from '../../terminal/wrap';

/** How an example ended, in numbers. */
interface Outcomes {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly unreached: number;
  /** What those that were skipped need. */
  readonly needs: string;
}

/** `1067 examples, 100 of them also in Korean` */
const told = ({ all, alsoInKorean }: Told): string =>
  `${count(all, 'example')}${alsoInKorean === 0 ? '' : `, ${alsoInKorean} of them also in Korean`}`;

/** What the report of a run says besides what it found. */
export const en = {
  readIt: (page: string) => `Read it: ${page}`,
  nothingRun: 'No example was run.',
  progress: (done: number, all: number) => `${done} of ${all} examples`,
  examples: (
    examples: Told,
    { passed, failed, skipped, unreached, needs }: Outcomes,
    seconds: string,
    seed?: number,
  ) => {
    const parts = [
      `${passed} passed`,
      ...(failed > 0 ? [`${failed} failed`] : []),
      ...(skipped > 0 ? [`${skipped} skipped (${needs})`] : []),
      ...(unreached > 0 ? [`${unreached} not reached`] : []),
    ];
    const withSeed = seed === undefined ? '' : ` with seed ${seed}`;
    return `${told(examples)}: ${parts.join(', ')}, in ${seconds} s${withSeed}.`;
  },

  totals: (noun: string, proven: number, all: number) => `${proven} of ${all} ${noun} proven`,
  disprovenClaims: (number: number) => `${number} not proven: an example failed`,
  partlyProvenClaims: (number: number) => `${number} proven in part`,
  unsureClaims: (number: number) => `${number} inconclusive`,
  skippedClaims: (number: number) => `${number} skipped`,
  untriedClaims: (number: number) => `${number} not tried in this run`,

  provenBy: (examples: number) => `proven by ${count(examples, 'example')}`,
  partlyProvenBy: (examples: number, skipped: number, needs: string) =>
    `proven in part, by ${count(examples, 'example')}; ${skipped} more skipped: ${needs}`,
  notProven: (places: string) => `not proven: example failed (${places})`,
  skipped: (needs: string) => `skipped: ${needs}`,
  unsure: 'inconclusive: nobody can tell',
  untried: 'not tried in this run',
  needs: (what: string) => `needs ${what}`,
  needsNothing: 'its steps were left out',
  endedBefore: 'the run ended before',
  interrupted: (reached: number, planned: number) =>
    `This run was interrupted after ${reached} of ${count(planned, 'example')}. What was not reached is not proven.`,
  endedAtFailure: (reached: number, planned: number) =>
    `This run ended at the first failure, after ${reached} of ${count(planned, 'example')}.`,

  authority: (where: string) => `Authority: ${where}`,
  aroundExamples: 'what the suite does around each example',
  raisedAt: (where: string) => `raised at ${where}`,
  expected: 'expected',
  actual: 'actual',
  seed: (seed: number) => `Seed ${seed}.`,
  runAlone: 'To run this example alone:',

  noPhrase: 'No phrase fits this step.',
  manyPhrases: (number: number) => `${number} phrases fit this step.`,
  wordNarrowly: 'Word one of them more narrowly:',
  nearestPhrases: 'The nearest phrases, each with an example:',
  innerQuotes:
    'A text in quotes ends at the next ". Inside it, write \' instead of ", or put the text below a phrase that ends in ":".',
  allPhrases: 'All phrases, with an example of each:',
  noParameter: (phrase: string, parameter: string) =>
    `The phrase "${phrase}" speaks of {${parameter}}, which is no parameter. Define it in steps/, or choose another.`,

  unusedPhrase: (phrase: string) => `no step uses this phrase: ${phrase}`,
  nothingExecuted: (examples: Told, steps: number, phrases: number) =>
    `Dry run, nothing was executed: ${told(examples)}, ${count(steps, 'step')}, ${count(phrases, 'phrase')}.`,
  misfits: (undefinedSteps: number, ambiguousSteps: number, unusedPhrases: number) =>
    `${undefinedSteps} undefined steps, ${ambiguousSteps} ambiguous steps, ${unusedPhrases} unused phrases.`,
};

export type Words = typeof en;
