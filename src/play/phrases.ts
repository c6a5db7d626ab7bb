import type { Phrase } from '../catalogue/phrases/phrase';
import type { PhraseEntry } from './entries';
import type { Library } from './support/library';

const sourceOf = (pattern: string | RegExp): string =>
  typeof pattern === 'string' ? pattern : pattern.source;

/** The phrases of a library; where they are defined, and what stands below them, is known from the entries of a page. */
export const phrasesIn = (library: Library, entries: readonly PhraseEntry[]): readonly Phrase[] => {
  const known = new Map(entries.map((entry) => [entry.pattern, entry]));
  return library.definitions().map(({ id, pattern, expression }) => {
    const source = sourceOf(pattern);
    const { file = '', line = 1, form } = known.get(source) ?? {};
    return { id, pattern: source, file, line, expression, ...(form ? { form } : {}) };
  });
};
