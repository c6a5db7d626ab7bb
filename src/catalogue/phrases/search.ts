import type { Phrase } from './phrase';

/** The phrases that have all these words, or parts of words, in their pattern or their example; of no word, all. */
export const phrasesAbout = (
  words: readonly string[],
  phrases: readonly Phrase[],
  examples: ReadonlyMap<Phrase, string>,
): readonly Phrase[] =>
  phrases.filter((phrase) => {
    const text = `${phrase.pattern}\n${examples.get(phrase) ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word.toLowerCase()));
  });
