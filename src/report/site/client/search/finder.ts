import MiniSearch from 'minisearch';
import type { Language } from '../../../../language/language';
import { scan } from '../../search/scan';
import { mustMatch, wordsOf } from '../../search/words';
import { type Found, type Kind, kinds, type Searchable, searchables } from './documents';

/** How many of a kind are shown. */
const MOST: Readonly<Record<Kind, number>> = { claim: 5, rule: 6, example: 8, phrase: 5 };

/** Long words may have a letter wrong. */
const SURE = 4;

/** A title says more than what stands below it. */
const TITLE = 4;

/**
 * Finds what is on the pages by its words: titles by an index, which knows beginnings of words and slips of the pen; steps
 * and tables, which are many and are searched for what was copied from somewhere, word by word.
 */
export class Finder {
  readonly #all: readonly Searchable[];
  readonly #titles: MiniSearch<Searchable>;
  #bodies: readonly string[] | undefined;

  constructor() {
    this.#all = searchables();
    this.#titles = new MiniSearch<Searchable>({
      fields: ['title'],
      tokenize: (text) => [...wordsOf(text)],
      processTerm: (term) => term,
    });
    this.#titles.addAll(this.#all);
  }

  /** What fits a text best, for readers of a language, by kind; kinds of which there is nothing are left out. */
  find(text: string, language: Language): ReadonlyMap<Kind, readonly Found[]> {
    const words = wordsOf(text);
    const scores = new Map(this.#inTitles(text, words));
    for (const [at, score] of this.#inBodies(words)) scores.set(at, (scores.get(at) ?? 0) + score);
    const hits = [...scores].sort(([, a], [, b]) => b - a).flatMap(([at]) => this.#all[at] ?? []);
    const own = hits.filter(({ only }) => only === undefined || only === language);
    return new Map(
      kinds
        .map((kind) => [kind, own.filter((hit) => hit.kind === kind).slice(0, MOST[kind])] as const)
        .filter(([, few]) => few.length > 0),
    );
  }

  #inTitles(text: string, words: readonly string[]): readonly (readonly [number, number])[] {
    const needed = mustMatch(words.length);
    const last = words.at(-1);
    return this.#titles
      .search(text, {
        prefix: (term) => term === last,
        fuzzy: (term) => (term.length > SURE ? 0.2 : false),
      })
      .filter(({ queryTerms }) => new Set(queryTerms).size >= needed)
      .map(({ id, score }) => [id, TITLE * score]);
  }

  #inBodies(words: readonly string[]): ReadonlyMap<number, number> {
    this.#bodies ??= this.#all.map(({ title, body }) => `${title} ${body()}`.toLowerCase());
    return scan(this.#bodies, words);
  }
}
