const PARTS = /\p{Script=Hangul}+|(?:(?!\p{Script=Hangul})[\p{L}\p{N}])+/gu;
const KOREAN = /^\p{Script=Hangul}/u;

/** What Korean has at the end of a noun: `노드를`, `노드에서`. */
const PARTICLES =
  '에서는|에서도|에서|에는|에도|에만|으로|까지|부터|처럼|보다|을|를|은|는|이|가|의|에|로|와|과|도|만';
const PARTICLE = new RegExp(`^(?:${PARTICLES})$`);

/** Nouns of one syllable are too few to take the end of a word for a particle. */
const WITH_PARTICLE = new RegExp(`^(.{2,}?)(?:${PARTICLES})$`);

/** Words that Korean readers know from other documentation, and what is said here. */
const SAID_HERE: Readonly<Record<string, string>> = {
  파드: 'Pod',
  데몬셋: '데몬 세트',
  레이블: '라벨',
  톨러레이션: '허용 오차',
  셀렉터: '선택기',
};
const SAID_ELSEWHERE = new RegExp(Object.keys(SAID_HERE).join('|'), 'g');

/** A stem is found by its pairs of syllables: `데몬세트` finds `데몬 세트`. */
const pairs = (word: string): readonly string[] => {
  const syllables = [...word.replace(WITH_PARTICLE, '$1')];
  if (syllables.length < 2) return syllables;
  return syllables.slice(1).map((syllable, at) => `${syllables[at]}${syllable}`);
};

/** Single letters and digits, as in `node(s)` and `0/3`, find everything and mean nothing. */
const isTelling = (word: string): boolean => word.length > 1 || KOREAN.test(word);

/**
 * The words that a text is found by, each once: without case and signs, Korean without particles and in pairs of syllables.
 * `1 node(s) had untolerated taint {gpu: }` → `node had untolerated taint gpu`
 */
export const wordsOf = (text: string): readonly string[] => {
  const words = new Set<string>();
  const said = text
    .normalize('NFKC')
    .replace(SAID_ELSEWHERE, (word) => SAID_HERE[word] ?? word)
    .toLowerCase();
  let end = 0;
  for (const { 0: part, index } of said.matchAll(PARTS)) {
    const isBehindName = index > 0 && index === end;
    end = index + part.length;
    if (isBehindName && PARTICLE.test(part)) continue;
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
