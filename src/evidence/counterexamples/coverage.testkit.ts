import { type Pickle, PickleStepType } from '@cucumber/messages';
import { isKorean } from '../../catalogue/phrases/language';
import type { Phrase } from '../../catalogue/phrases/phrase';
import type { Example, StepRun } from '../../run/example';
import { complaintOfStep } from '../../run/tried.testkit';
import { UNTRUE, writtenSteps } from './counterexample.testkit';

/** The phrases that say what must be true: those that features use in a Then. Korean ones share the code of English ones. */
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
  return phrases.filter((phrase) => found.has(phrase) && !isKorean(phrase.pattern));
};

/** The parameters of phrases that are names: of objects, people, versions, reasons. */
const NAMES: readonly string[] = ['string', 'names', 'nodes', 'actor'];

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
        lacks.push(say(`has no example in which its parameter ${i + 1}, ${parameter}, is a misspelt name.`));
    });
    return lacks;
  });
};
