import MiniSearch from 'minisearch';
import type { Language } from '../../../../language/language';
import { scan } from '../../search/scan';
import { mustMatch, tellingOf, wordsOf } from '../../search/words';
import { type Found, type Kind, kinds, type Searchable, searchables } from './documents';

/** How many of a kind are shown. */
const MOST: Readonly<Record<Kind, number>> = { question: 3, claim: 5, rule: 6, example: 8, phrase: 5 };

/** Long words may have a letter wrong. */
const SURE = 4;

/** What is looked for on the page of all phrases is a phrase: more of them are shown there. */
const MANY_PHRASES = 40;

/** A title says more than what stands below it. */
const TITLE = 4;

/** But a message is quoted below titles, not in them. */
const TITLE_OF_MESSAGE = 0.1;

/** So many words are a message. */
const MESSAGE = 6;

/** What fits a message much less than the best does not fit it. */
const SHARE_OF_BEST = 0.6;

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

  /**
   * What fits a text best, for readers of a language, by kind; kinds of which there is nothing are left out. The kind of what
   * fits a message best comes first.
   * @param isAboutPhrases true if phrases come first
   */
  find(text: string, language: Language, isAboutPhrases = false): ReadonlyMap<Kind, readonly Found[]> {
    const all = wordsOf(text);
    const isMessage = all.length >= MESSAGE;
    const words = isMessage ? tellingOf(all) : all;
    const scores = new Map(this.#inTitles(words, isMessage));
    for (const [at, score] of this.#inBodies(words)) scores.set(at, (scores.get(at) ?? 0) + score);
    const own = [...scores]
      .sort(([, a], [, b]) => b - a)
      .flatMap(([at, score]) => {
        const hit = this.#all[at];
        return hit && (hit.only === undefined || hit.only === language) ? { hit, score } : [];
      });
    const least = isMessage ? SHARE_OF_BEST * (own[0]?.score ?? 0) : 0;
    const hits = own.filter(({ score }) => score >= least).map(({ hit }) => hit);
    const order = isMessage ? [...new Set(hits.map(({ kind }) => kind))] : kinds;
    const most = isAboutPhrases ? { ...MOST, phrase: MANY_PHRASES } : MOST;
    return new Map(
      [...(isAboutPhrases ? (['phrase'] as const) : []), ...order]
        .map((kind) => [kind, hits.filter((hit) => hit.kind === kind).slice(0, most[kind])] as const)
        .filter(([, few]) => few.length > 0),
    );
  }

  #inTitles(words: readonly string[], isMessage: boolean): readonly (readonly [number, number])[] {
    const needed = mustMatch(words.length);
    const last = words.at(-1);
    return this.#titles
      .search(words.join(' '), {
        prefix: (term) => term === last,
        fuzzy: (term) => (term.length > SURE ? 0.2 : false),
      })
      .filter(({ queryTerms }) => new Set(queryTerms).size >= needed)
      .map(({ id, score }) => [id, (isMessage ? TITLE_OF_MESSAGE : TITLE) * score]);
  }

  #inBodies(words: readonly string[]): ReadonlyMap<number, number> {
    this.#bodies ??= this.#all.map(({ title, body }) => `${title} ${body()}`.toLowerCase());
    return scan(this.#bodies, words);
  }
}
