import type { Language } from '../../language/language';
import type { Usage } from './example';
import { isKorean } from './language';
import type { Phrase } from './phrase';

/**
 * The phrases that have all these words, or parts of words, in their pattern, their example, or what their table takes; of
 * no word, all of the language.
 */
export const phrasesAbout = (
  words: readonly string[],
  phrases: readonly Phrase[],
  usages: ReadonlyMap<Phrase, Usage>,
  language: Language,
): readonly Phrase[] => {
  const spoken = phrases.filter(({ pattern }) => isKorean(pattern) === (language === 'ko'));
  return spoken.filter((phrase) => {
    const text = [phrase.pattern, usages.get(phrase)?.line ?? '', ...Object.keys(phrase.form?.takes ?? {})]
      .join('\n')
      .toLowerCase();
    return words.every((word) => text.includes(word.toLowerCase()));
  });
};
