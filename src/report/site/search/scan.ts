/** How well texts fit, by their places: only those that fit. */
export type Scores = ReadonlyMap<number, number>;

/** Of this much of what a query means, a text must have its share: a pasted message names nodes and numbers of its own. */
const SHARE = 0.45;

/** Below this many words all must be there. */
const FEW = 3;

/** Shorter roots are in words of other meanings. */
const SHORTEST_ROOT = 4;

/**
 * Looks for words, or parts of words, in texts. A word counts for more the fewer texts have it; one that none has does not
 * count among many.
 * @param texts in lower case
 * @param words in lower case, each once
 */
export const scan = (texts: readonly string[], words: readonly string[]): Scores => {
  const found = words.map((word) => {
    const places = placesOf(word, texts);
    return places.length > 0 ? places : placesOf(rootOf(word), texts);
  });
  const isFew = words.length < FEW;
  if (found.every((places) => places.length === 0) || (isFew && found.some((places) => places.length === 0)))
    return new Map();
  const scores = new Map<number, number>();
  let most = 0;
  for (const places of found) {
    if (places.length === 0) continue;
    const weight = Math.log(1 + texts.length / places.length);
    most += weight;
    for (const place of places) scores.set(place, (scores.get(place) ?? 0) + weight);
  }
  const needed = most * (isFew ? 1 : SHARE) - Number.EPSILON * most;
  return new Map([...scores].filter(([, score]) => score >= needed));
};

/** What is left of an English word without what it begins and ends with: `untolerated` → `tolerat`, which `toleration` has, too. */
const rootOf = (word: string): string => {
  const root = word.replace(/^un/, '').replace(/(?:ed|ing|s)$/, '');
  return root.length > SHORTEST_ROOT ? root : word;
};

const placesOf = (word: string, texts: readonly string[]): readonly number[] => {
  const places: number[] = [];
  texts.forEach((text, at) => {
    if (text.includes(word)) places.push(at);
  });
  return places;
};
