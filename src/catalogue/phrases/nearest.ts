import { isSameLanguage } from './language';
import type { Phrase } from './phrase';

/** Stands for any parameter, in a step and in a phrase. */
const PARAMETER = '…';

/** Below this, two words count as different. */
const SAME_WORD = 0.6;

/** How alike two words are that have the same letters. */
const SWAPPED = 0.8;

/** Below this, a phrase is no help. */
const USEFUL = 0.4;

/** The phrases most like a step, best first, in its language. Names and numbers do not count, only the words around them. */
export const nearest = (step: string, phrases: readonly Phrase[], number = 3): readonly Phrase[] =>
  phrases
    .filter(({ pattern }) => isSameLanguage(step, pattern))
    .map((phrase) => ({ phrase, likeness: likeness(step, phrase.pattern) }))
    .sort((a, b) => b.likeness - a.likeness)
    .filter(({ likeness }, index) => index < number && (index === 0 || likeness >= USEFUL))
    .map(({ phrase }) => phrase);

/** How alike a step and a phrase are: 0 nothing in common, 1 the same words in the same order. */
export const likeness = (step: string, pattern: string): number => {
  const a = words(step.replace(/"[^"]*"|'[^']*'|\d+(\.\d+)?/g, PARAMETER));
  const b = words(
    pattern
      .replace('{actor}', 'I')
      .replace(/\{[^}]*\}/g, PARAMETER)
      .replace(/\([^)]*\)/g, ''),
  );
  return (2 * bestAlignment(a, b)) / (weigh(a) + weigh(b) || 1);
};

const words = (text: string): readonly string[] => text.toLowerCase().match(/…|[\p{L}\p{N}'’/-]+/gu) ?? [];

/** A parameter says little about what is meant. */
const weight = (word: string): number => (word === PARAMETER ? 0.25 : 1);

const weigh = (text: readonly string[]): number => text.reduce((sum, word) => sum + weight(word), 0);

/** Weight of the longest common subsequence, where similar words count in part. */
const bestAlignment = (a: readonly string[], b: readonly string[]): number => {
  let above = new Array<number>(b.length + 1).fill(0);
  for (const left of a) {
    const row = [0];
    b.forEach((right, index) => {
      const both = (above[index] ?? 0) + weight(left) * similarity(left, right);
      row.push(Math.max(both, above[index + 1] ?? 0, row[index] ?? 0));
    });
    above = row;
  }
  return above.at(-1) ?? 0;
};

/** A phrase may offer words to choose from, `is/are`: the likest counts. */
const similarity = (word: string, offered: string): number =>
  Math.max(...offered.split('/').map((choice) => wordSimilarity(word, choice)));

const wordSimilarity = (a: string, b: string): number => {
  if (a === b) return 1;
  if (a === PARAMETER || b === PARAMETER) return 0;
  if (a.length > 2 && inOrder(a) === inOrder(b)) return SWAPPED;
  const alike = 1 - editDistance(a, b) / Math.max(a.length, b.length);
  return alike < SAME_WORD ? 0 : alike;
};

/** The letters of a word, from a to z: a slip of two fingers changes only their order. */
const inOrder = (word: string): string => [...word].sort().join('');

/** Levenshtein's distance: how many letters to insert, drop or change. */
export const editDistance = (a: string, b: string): number => {
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  [...a].forEach((letter, rowIndex) => {
    const row = [rowIndex + 1];
    for (let index = 0; index < b.length; index++) {
      const change = (above[index] ?? 0) + (letter === b[index] ? 0 : 1);
      row.push(Math.min(change, (above[index + 1] ?? 0) + 1, (row[index] ?? 0) + 1));
    }
    above = row;
  });
  return above.at(-1) ?? 0;
};
