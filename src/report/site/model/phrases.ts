import type { Pickle } from '@cucumber/messages';
import { subjectOf } from '../../../catalogue/phrases/dictionary';
import { type Usage, usagesOf } from '../../../catalogue/phrases/example';
import { shownPattern } from '../../../catalogue/phrases/parameters';
import type { Phrase } from '../../../catalogue/phrases/phrase';
import type { Example } from '../../../run/example';
import { phraseAddress } from './addresses';
import { exampleText } from './exampleText';
import { grouped } from './grouped';
import type { PhraseEntry, PhraseGroup, PhraseUsage } from './site';

/** What of the run the examples of phrases are told with. */
export interface Told {
  readonly examples: readonly Example[];
  /** The patterns of English phrases that there are in Korean, too. */
  readonly translated: ReadonlySet<string>;
  readonly pickles: readonly Pickle[];
  /** The title of the feature that an example is of, and where it stands. */
  readonly placeOf: (pickle: Pickle) => { readonly feature: string; readonly address: string };
}

/** The dictionary: phrases by subject, in the order of the alphabet, each with an example. */
export const phraseGroups = (
  phrases: readonly Phrase[],
  { examples, translated, pickles, placeOf }: Told,
): readonly PhraseGroup[] => {
  const usages = usagesOf(phrases, pickles, phrasesAsRun(phrases, examples));
  let place = 0;
  const entryOf = (phrase: Phrase): PhraseEntry => {
    const usage = usages.get(phrase);
    place++;
    return {
      address: phraseAddress(place),
      ...editionOf(phrase, translated),
      pattern: shownPattern(phrase),
      ...(phrase.form ? { form: phrase.form } : {}),
      ...(usage ? { usage: usageOf(usage, placeOf) } : {}),
    };
  };
  return [...grouped(phrases, subjectOf)]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([subject, own]) => groupOf(subject, own.map(entryOf)))
    .sort((a, b) => Number(b.only === 'ko') - Number(a.only === 'ko'));
};

const groupOf = (subject: string, phrases: readonly PhraseEntry[]): PhraseGroup => {
  const only = phrases[0]?.only;
  const words = subject.replace(/^Ko: /, '');
  return {
    title: words.charAt(0).toUpperCase() + words.slice(1),
    ...(only && phrases.every((phrase) => phrase.only === only) ? { only } : {}),
    phrases,
  };
};

/** A phrase is in the language of its words, and for everybody unless there are others that say the same. */
const editionOf = (
  { pattern }: Phrase,
  translated: ReadonlySet<string>,
): Pick<PhraseEntry, 'language' | 'only'> => {
  if (/\p{Script=Hangul}/u.test(pattern)) return { language: 'ko', only: 'ko' };
  return translated.has(pattern) ? { language: 'en', only: 'en' } : { language: 'en' };
};

/** Which phrase a step is written with: Cucumber has found that out when it ran it. */
export const phrasesAsRun = (phrases: readonly Phrase[], examples: readonly Example[]) => {
  const byId = new Map(phrases.map((phrase) => [phrase.id, phrase]));
  const idOf = new Map(
    examples.flatMap(({ steps }) => steps.map(({ text, definitionIds }) => [text, definitionIds[0] ?? ''])),
  );
  return (text: string): Phrase | undefined => byId.get(idOf.get(text) ?? '');
};

const usageOf = ({ line, below, pickle }: Usage, placeOf: Told['placeOf']): PhraseUsage => {
  const { feature, address } = placeOf(pickle);
  return { line, below, feature: exampleText(pickle, feature), address };
};
