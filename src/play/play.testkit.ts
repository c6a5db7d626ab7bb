import type { Code } from './support/code';
import { Library } from './support/library';

/** Phrases that are made up, with their code, in a library of their own. */
export const libraryOf = (phrases: Readonly<Record<string, Code>>): Library => {
  const library = new Library();
  for (const [pattern, code] of Object.entries(phrases)) library.addStep(pattern, code);
  return library;
};
