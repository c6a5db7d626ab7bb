import type { KubeObject } from '../object';
import type { ResourceType } from '../resourceType';
import type { Kind } from './kind';

/** Which kinds an API server serves, as its discovery tells. */
export interface Discovery<K extends ResourceType = ResourceType> {
  /** All kinds, in the order of discovery. */
  readonly all: readonly K[];
  /** The kind an object belongs to, or undefined for a kind (or version) that is not served. */
  of(object: Pick<KubeObject, 'apiVersion' | 'kind'>): K | undefined;
  /** The kind at a place in the API; of several versions the first. */
  at(place: Pick<ResourceType, 'group' | 'plural'>): K | undefined;
  /** Finds a kind by what people type: `pods`, `pod`, `po`, `daemonsets.apps`, `daemonsets.v1.apps`. */
  named(word: string): K | undefined;
  /** The kinds that a word such as `all` stands for. */
  inCategory(word: string): readonly K[];
  /** The kinds of one API group and version. */
  ofVersion(apiVersion: string): readonly K[];
}

/** What people may call a kind. */
const wordsFor = ({ plural, singular, shortNames, group, version }: ResourceType): readonly string[] => {
  const plain = [plural, singular];
  const grouped =
    group === '' ? [] : plain.flatMap((word) => [`${word}.${group}`, `${word}.${version}.${group}`]);
  return [...plain, ...shortNames, ...grouped];
};

/** Puts a kind into the list under a key. Lists are replaced, never changed: copies of a registry share them. */
const file = <K>(lists: Map<string, readonly K[]>, key: string, kind: K): void => {
  lists.set(key, [...(lists.get(key) ?? []), kind]);
};

/**
 * A registry of kinds. A cluster has one of its own, to which kinds may be added while it runs. A kind is always
 * given out as the object that was put in, so that it can be compared, and be the key of a map.
 */
export class Kinds<K extends ResourceType = Kind> implements Discovery<K> {
  #all: K[] = [];
  #byKind = new Map<string, readonly K[]>();
  #byPlural = new Map<string, readonly K[]>();
  #byWord = new Map<string, K>();
  readonly #followers = new Set<(kind: K) => void>();
  #revision = 0;

  constructor(kinds: Iterable<K>) {
    for (const kind of kinds) this.add(kind);
  }

  /** A registry with the same kinds, which then goes its own way. Nobody follows it yet. */
  copy(): Kinds<K> {
    const copy = new Kinds<K>([]);
    copy.#all = [...this.#all];
    copy.#byKind = new Map(this.#byKind);
    copy.#byPlural = new Map(this.#byPlural);
    copy.#byWord = new Map(this.#byWord);
    return copy;
  }

  /** Serves one kind more. A word that is taken keeps its meaning. @throws Error if there is such a kind already */
  add(kind: K): void {
    if (this.of(kind)) throw new Error(`${kind.kind} of ${kind.apiVersion} is there already`);
    this.#revision += 1;
    this.#all.push(kind);
    file(this.#byKind, kind.kind, kind);
    file(this.#byPlural, kind.plural, kind);
    for (const word of wordsFor(kind)) if (!this.#byWord.has(word)) this.#byWord.set(word, kind);
    for (const follower of this.#followers) follower(kind);
  }

  /**
   * Serves a kind from now on or, where it is served already, by these rules from now on: it stays the very object
   * that everybody knows it by.
   */
  put(kind: K): void {
    const known = this.of(kind);
    if (known) {
      this.#revision += 1;
      Object.assign(known, kind);
    } else this.add(kind);
  }

  /** Serves a kind no longer. */
  remove(kind: K): void {
    const without = (list: readonly K[] | undefined): K[] => (list ?? []).filter((each) => each !== kind);
    this.#revision += 1;
    this.#all = without(this.#all);
    this.#byKind.set(kind.kind, without(this.#byKind.get(kind.kind)));
    this.#byPlural.set(kind.plural, without(this.#byPlural.get(kind.plural)));
    for (const [word, named] of this.#byWord) if (named === kind) this.#byWord.delete(word);
  }

  /** Calls back for every kind there is, and then for every new one, until the returned function is called. */
  follow(follower: (kind: K) => void): () => void {
    for (const kind of this.#all) follower(kind);
    this.#followers.add(follower);
    return () => this.#followers.delete(follower);
  }

  /** A number that moves with every change of what is served: for those who keep what they made of it. */
  get revision(): number {
    return this.#revision;
  }

  get all(): readonly K[] {
    return this.#all;
  }

  of({ apiVersion, kind }: Pick<KubeObject, 'apiVersion' | 'kind'>): K | undefined {
    for (const each of this.#byKind.get(kind) ?? []) if (each.apiVersion === apiVersion) return each;
    return undefined;
  }

  at({ group, plural }: Pick<ResourceType, 'group' | 'plural'>): K | undefined {
    for (const each of this.#byPlural.get(plural) ?? []) if (each.group === group) return each;
    return undefined;
  }

  named(word: string): K | undefined {
    return this.#byWord.get(word.toLowerCase());
  }

  inCategory(word: string): readonly K[] {
    return this.#all.filter(({ categories }) => categories.includes(word));
  }

  ofVersion(apiVersion: string): readonly K[] {
    return this.#all.filter((each) => each.apiVersion === apiVersion);
  }
}
