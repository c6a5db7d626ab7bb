import type { Example, StepRun } from '../../run/example';
import { complaintOfStep } from '../../run/tried.testkit';

/** A line of a description that shows words: `> There never was a node "east-3".` */
const QUOTED = /^\s*>\s*(.*\S)\s*$/;

/** Fewer words than this say nothing. */
const FEWEST_WORDS = 3;

/** How a sentence fails that makes sense and is not true; one that makes no sense fails otherwise. */
export const UNTRUE = 'AssertionError';

/** The steps that stand in the feature, without hooks. */
export const writtenSteps = ({ steps }: Example): readonly StepRun[] =>
  steps.filter(({ keyword }) => keyword !== undefined);

/** The words that an example must be red with: the lines below its title that begin with `>`. */
export const wordsOf = ({ description = '' }: Example): readonly string[] =>
  description.split('\n').flatMap((line) => QUOTED.exec(line)?.[1] ?? []);

/** What is wrong with a counter-example, in a sentence; undefined if it is red as it must be: in its last step, with its words. */
export const faultOf = (example: Example): string | undefined => {
  const words = wordsOf(example);
  if (words.length === 0)
    return 'It does not say with which words it must be red. Write them below its title, after a >.';
  const scant = words.find((each) => each.split(/\s+/).length < FEWEST_WORDS);
  if (scant !== undefined) return `"${scant}" could be said of anything. Quote the whole sentence.`;
  const steps = writtenSteps(example);
  const broken = steps.find(({ outcome }) => outcome !== 'passed');
  if (!broken)
    return example.outcome === 'passed'
      ? 'It is green, and must be red.'
      : 'Its last step passed, and what was checked after it did not.';
  const said = complaintOfStep(broken);
  if (broken !== steps.at(-1)) return `It is red before its last step, at "${broken.text}":\n${said}`;
  if (broken.outcome !== 'failed') return `Its last step is ${broken.outcome}: "${broken.text}"`;
  const kind = broken.result?.exception?.type ?? 'Error';
  if (kind !== UNTRUE && kind !== 'Error') return `It breaks down instead of saying what is wrong:\n${said}`;
  const missing = words.find((each) => !said.includes(each));
  return missing === undefined ? undefined : `It does not say "${missing}". It says:\n${said}`;
};
