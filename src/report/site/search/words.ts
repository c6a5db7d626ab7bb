const PARTS = /\p{Script=Hangul}+|(?:(?!\p{Script=Hangul})[\p{L}\p{N}])+/gu;
const KOREAN = /^\p{Script=Hangul}/u;

/** Korean has its particles at the end of words: pairs of syllables find `세트` in `세트를`. */
const pairs = (word: string): readonly string[] => {
  const syllables = [...word];
  if (syllables.length < 2) return syllables;
  return syllables.slice(1).map((syllable, at) => `${syllables[at]}${syllable}`);
};

/** Single letters and digits, as in `node(s)` and `0/3`, find everything and mean nothing. */
const isTelling = (word: string): boolean => word.length > 1 || KOREAN.test(word);

/**
 * The words that a text is found by, each once: without case and signs, Korean in pairs of syllables.
 * `1 node(s) had untolerated taint {gpu: }` → `node had untolerated taint gpu`
 */
export const wordsOf = (text: string): readonly string[] => {
  const words = new Set<string>();
  for (const [part] of text.normalize('NFKC').toLowerCase().matchAll(PARTS)) {
    for (const word of KOREAN.test(part) ? pairs(part) : [part]) if (isTelling(word)) words.add(word);
  }
  return [...words];
};

/** How many of a query's words must be found: all of two, three of four, most of a pasted message, which names what is not here. */
export const mustMatch = (words: number): number => (words <= 2 ? words : Math.ceil(words * 0.6));

const SMALL = new Set(
  'a an and are as at be but by did do does for from had has have in is it its no not of on or that the there this to was were which will with'.split(
    ' ',
  ),
);

/** Words without those that are in every sentence and tell nothing; all, if there are no others. */
export const tellingOf = (words: readonly string[]): readonly string[] => {
  const telling = words.filter((word) => !SMALL.has(word));
  return telling.length > 0 ? telling : words;
};
