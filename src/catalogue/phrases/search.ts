import type { Usage } from './example';
import type { Phrase } from './phrase';

/**
 * The phrases that have all these words, or parts of words, in their pattern, their example, or what their table takes; of
 * no word, all.
 */
export const phrasesAbout = (
  words: readonly string[],
  phrases: readonly Phrase[],
  usages: ReadonlyMap<Phrase, Usage>,
): readonly Phrase[] =>
  phrases.filter((phrase) => {
    const text = [phrase.pattern, usages.get(phrase)?.line ?? '', ...Object.keys(phrase.form?.takes ?? {})]
      .join('\n')
      .toLowerCase();
    return words.every((word) => text.includes(word.toLowerCase()));
  });
