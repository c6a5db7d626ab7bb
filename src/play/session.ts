import { parseFeature } from '../catalogue/features';
import type { Problem } from '../catalogue/rules/problem';
import type { Language } from '../language/language';
import { check, type Phrases, type Remark } from './check';
import type { PhraseEntry } from './entries';
import { excerpt } from './excerpt';
import type { Texts } from './files';
import { manifestsOf } from './manifests';
import { type ExampleShown, shownOf } from './outcome';
import { phrasesIn } from './phrases';
import { DEFAULT_URI, type PlayOptions, play } from './play';
import type { Library } from './support/library';

/** What came of playing a text. */
export interface Result {
  /** Why nothing was played. */
  readonly problems: readonly Problem[];
  readonly examples: readonly ExampleShown[];
}

/** A feature of the page, and the files that it may read, by the paths that it names. */
export interface Source {
  readonly uri: string;
  readonly text: string;
  readonly files?: Texts;
}

/** One example by itself, with all that it needs. */
export interface Alone {
  readonly text: string;
  readonly files: Texts;
}

/** What a playground may ask for. All of it is plain data, and so are the answers: it may be asked from another thread. */
export class Session {
  readonly #library: Library;
  #known: Phrases | undefined;
  #entries: readonly PhraseEntry[] = [];

  constructor(library: Library) {
    this.#library = library;
  }

  /** Tells what is known of the phrases besides their patterns: where they stand, and how they are used. */
  learn(entries: readonly PhraseEntry[]): void {
    this.#entries = entries;
    this.#known = undefined;
  }

  /** What is amiss in a text. */
  check(text: string, language: Language): readonly Remark[] {
    this.#known ??= { phrases: phrasesIn(this.#library, this.#entries), entries: this.#entries };
    return check(text, DEFAULT_URI, this.#known, language);
  }

  /** Plays all examples of a text. */
  async play(text: string, options: PlayOptions): Promise<Result> {
    const { problems, examples } = await play(text, this.#library, options);
    return { problems, examples: examples.map(shownOf) };
  }

  /** Cuts an example out of its feature, as a text that can be played by itself; undefined if none begins in that line. */
  cut({ uri, text, files = {} }: Source, line: number): Alone | undefined {
    const [document] = parseFeature(text, uri).documents;
    const alone = document && excerpt(text, document, line);
    if (alone === undefined) return undefined;
    const named = manifestsOf(parseFeature(alone, uri).pickles, (path) => {
      const content = files[path];
      if (content === undefined) throw new Error(`There is no file "${path}".`);
      return content;
    });
    return { text: alone, files: named };
  }
}
