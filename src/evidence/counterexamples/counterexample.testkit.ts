import { PickleStepType } from '@cucumber/messages';
import type { Pickle } from '@cucumber/messages';
import type { Phrase } from '../../catalogue/phrases/phrase';
import { type Example, locationOf, type StepRun } from '../../run/example';
import { complaintOfStep } from '../../run/tried.testkit';

/** A line of a description that shows words: `> There never was a node "east-3".` */
const QUOTED = /^\s*>\s*(.*\S)\s*$/;

/** Fewer words than this say nothing. */
const FEWEST_WORDS = 3;

/** How a sentence fails that makes sense and is not true; one that makes no sense fails otherwise. */
const UNTRUE = 'AssertionError';

const writtenSteps = ({ steps }: Example): readonly StepRun[] =>
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

/** The phrases that say what must be true: those that features use in a Then. */
export const thenPhrases = (phrases: readonly Phrase[], pickles: readonly Pickle[]): readonly Phrase[] => {
  const sentences = new Set(
    pickles.flatMap(({ steps }) =>
      steps.filter(({ type }) => type === PickleStepType.OUTCOME).map(({ text }) => text),
    ),
  );
  const found = new Set<Phrase>();
  for (const sentence of sentences) {
    const phrase = phrases.find(({ expression }) => expression.match(sentence));
    if (phrase) found.add(phrase);
  }
  return phrases.filter((phrase) => found.has(phrase));
};

/** The parameters of phrases that are names: of objects, people, versions, reasons. */
const NAMES: readonly string[] = ['string', 'names', 'actor'];

/** The name that a complaint does not know, if it is about one: `There never was a node "east-3". Did you mean "east-1"?` */
const UNKNOWN = /"([^"]*)"[^"]*Did you mean /;

/** A sentence that was tried and failed: the last of its example. */
interface Countered {
  readonly step: StepRun;
  readonly said: string;
}

const counteredBy = (example: Example): Countered | undefined => {
  const step = writtenSteps(example).at(-1);
  return step?.outcome === 'failed' ? { step, said: complaintOfStep(step) } : undefined;
};

/** The places of a phrase's names, from 0, among all its parameters; with those that the step misspells. */
const namesIn = ({ expression }: Phrase, { step, said }: Countered) => {
  const misspelt = UNKNOWN.exec(said)?.[1];
  return (expression.match(step.text) ?? []).map((argument) => {
    const isName = NAMES.includes(argument.parameterType.name ?? '');
    return { isName, isMisspelt: misspelt !== undefined && argument.group.value.includes(`"${misspelt}"`) };
  });
};

/**
 * What the phrases of a dictionary lack: of each an example in which the sentence does not hold, and of each name in it an
 * example in which that name is misspelt, and the answer says the nearest.
 */
export const lacksOf = (phrases: readonly Phrase[], examples: readonly Example[]): readonly string[] => {
  const all = examples.flatMap((example) => counteredBy(example) ?? []);
  return phrases.flatMap((phrase) => {
    const say = (what: string) => `${phrase.file}:${phrase.line}: "${phrase.pattern}" ${what}`;
    const own = all.filter(({ step }) => step.definitionIds.includes(phrase.id));
    const lacks: string[] = [];
    if (!own.some(({ step }) => step.result?.exception?.type === UNTRUE))
      lacks.push(say('has no example in which it is not true.'));
    const parameters = phrase.pattern.match(/\{[^}]*\}/g) ?? [];
    parameters.forEach((parameter, i) => {
      if (!NAMES.includes(parameter.slice(1, -1))) return;
      if (!own.some((each) => namesIn(phrase, each)[i]?.isMisspelt))
        lacks.push(say(`has no example in which name ${i + 1} of it, ${parameter}, is misspelt.`));
    });
    return lacks;
  });
};

/** What is wrong with an example, with its place. */
export const faultText = (example: Example): string | undefined => {
  const fault = faultOf(example);
  return fault && `${locationOf(example)}: ${example.name}: ${fault}`;
};
