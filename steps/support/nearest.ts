import { editDistance } from '../../src/catalogue/phrases/nearest';

/** More names than this say less, not more. */
const MOST_NAMES = 8;

/** How many letters may differ, in a word of this length, for a slip of the pen. */
const slips = (word: string): number => (word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 3)));

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(' or ');

/**
 * Answers a name that nobody knows with those that are meant, perhaps: the nearest of the known ones or, if none is near,
 * all of them. Capitals count for nothing. A sentence, or two.
 */
export const nearestOf = (name: string, known: Iterable<string>): string => {
  const names = [...new Set(known)];
  if (names.length === 0) return 'There is none at all.';
  const byDistance = names
    .map((each) => ({ each, distance: editDistance(name.toLowerCase(), each.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const near = byDistance.filter(({ distance }) => distance <= slips(name)).map(({ each }) => each);
  if (near.length > 0) return `Did you mean ${quoted(near.slice(0, 3))}?`;
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
  return `Known: ${names.slice(0, MOST_NAMES).join(', ')}${more}.`;
};
