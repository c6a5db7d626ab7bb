import { Given as given, Then as then, When as when } from '@cucumber/cucumber';
import type { BelowOptions } from '../support/below';
import type { Scenario } from '../world';
import { inPlaceOf } from './place';

export type { DataTable } from '@cucumber/cucumber';

// Cucumber's Given, When and Then, which remember what was defined: other languages give the same code another phrase.

/** The code of a phrase. Its pattern decides what the values are, which no type can follow. */
// biome-ignore lint/suspicious/noExplicitAny: see above
export type Code = (this: Scenario, ...values: any[]) => unknown;

/** What Cucumber keeps with a phrase. */
export interface PhraseOptions {
  readonly wrapperOptions?: BelowOptions;
}

export interface Definition {
  readonly options: PhraseOptions;
  readonly code: Code;
  /** Defines another phrase of the same kind. */
  readonly define: (pattern: string, options: PhraseOptions, code: Code) => void;
}

interface Define {
  (pattern: string, code: Code): void;
  (pattern: string, options: PhraseOptions, code: Code): void;
}

const definitions = new Map<string, Definition>();

/** What a phrase was defined with. @param pattern word for word */
export const definitionOf = (pattern: string): Definition | undefined => definitions.get(pattern);

/** @param kept what Cucumber keeps with each of them, unless the phrase says otherwise */
const remembering = (define: typeof given, kept?: BelowOptions): Define => {
  const remember = (pattern: string, ...rest: [Code] | [PhraseOptions, Code]): void => {
    const [code, said = {}] = rest.length === 1 ? rest : [rest[1], rest[0]];
    const options = kept ? { ...said, wrapperOptions: { ...kept, ...said.wrapperOptions } } : said;
    definitions.set(pattern, { options, code, define });
    inPlaceOf(remember, () => define(pattern, options, code));
  };
  return remember;
};

export const Given = remembering(given);
export const When = remembering(when);
export const Then = remembering(then, { lasts: 'neither' });
