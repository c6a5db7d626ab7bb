import type { KubeObject } from '../../../kubernetes/object';
import type { ResourceType } from '../../../kubernetes/resourceType';
import type { Heard } from './heard';
import type { Listed } from './pages';
import { Recent } from './recent';
import { byVersion, isLater } from './versions';

/** So many of the last events are remembered, to know them again. */
const REMEMBERED = 256;
/** So many of those who went last are remembered: all pods of a large namespace may go at once. */
const REMEMBERED_GONE = 4096;

const keyOf = ({ metadata: { namespace, name } }: KubeObject): string => `${namespace ?? ''}/${name}`;

const versionOf = ({ metadata }: KubeObject): string => metadata.resourceVersion;

/** What is known of one kind: each object's latest version, and up to which version everything has been told. */
export class Known {
  readonly #resource: ResourceType;
  readonly #objects = new Map<string, KubeObject>();
  /** Versions of the last events. */
  readonly #told = new Recent(REMEMBERED);
  /** Who went last, by uid. */
  readonly #gone = new Recent(REMEMBERED_GONE);
  #version = '';
  /** What was up to here was not told by events, but listed, or not asked for. */
  #begin = '';

  constructor(resource: ResourceType) {
    this.#resource = resource;
  }

  /** Everything of this kind has been told up to this version. */
  get version(): string {
    return this.#version;
  }

  get all(): readonly KubeObject[] {
    return [...this.#objects.values()];
  }

  get(namespace: string | undefined, name: string): KubeObject | undefined {
    return this.#objects.get(`${(this.#resource.namespaced && namespace) || ''}/${name}`);
  }

  /** The object that has the name of another one now, if it is the same: not one of that name that came later. */
  same(object: KubeObject): KubeObject | undefined {
    const known = this.#objects.get(keyOf(object));
    return known?.metadata.uid === object.metadata.uid ? known : undefined;
  }

  /** Whether it is known that an object has gone, by its uid. Remembered for a while. */
  isGone(uid: string): boolean {
    return this.#gone.has(uid);
  }

  /** Whether everything up to a version has been told; by an event of that very version if versions have no order. */
  hasTold(version: string): boolean {
    return this.#told.has(version) || version === this.#version || isLater(this.#version, version) === true;
  }

  /**
   * Whether all has been told that a list shows, or something later.
   * @param namespace what the list is about; undefined for all
   */
  holds({ items, version }: Listed, namespace?: string): boolean {
    if (version === this.#version || isLater(this.#version, version)) return true;
    const listed = new Set(items.map(({ metadata }) => metadata.uid));
    const isToGo = ({ metadata }: KubeObject): boolean =>
      !listed.has(metadata.uid) && (!namespace || metadata.namespace === namespace);
    return (
      items.every((item) => this.isGone(item.metadata.uid) || this.#holdsNow(item)) && !this.all.some(isToGo)
    );
  }

  #holdsNow(item: KubeObject): boolean {
    const same = this.same(item);
    return same !== undefined && isLater(versionOf(item), versionOf(same)) !== true;
  }

  /** Begins after a version. */
  start(version: string): void {
    this.reach(version);
    this.#begin = this.#version;
  }

  /** Everything has been told up to here. */
  reach(version: string): void {
    if (isLater(version, this.#version) !== false) this.#version = version;
  }

  /** What an event is: news, known already, or too late to be in order. */
  judge(object: KubeObject): 'news' | 'known' | 'disorder' {
    const version = versionOf(object);
    if (this.#told.has(version) || isLater(version, this.#begin) === false) return 'known';
    if (this.same(object)?.metadata.resourceVersion === version) return 'known';
    return (isLater(version, this.#version) ?? version !== this.#version) ? 'news' : 'disorder';
  }

  /** Takes note of an event that is news. */
  note(type: Heard['type'], object: KubeObject): Heard {
    const before = this.same(object);
    this.#told.add(versionOf(object));
    this.reach(versionOf(object));
    if (type === 'DELETED') {
      this.#gone.add(object.metadata.uid);
      this.#objects.delete(keyOf(object));
    } else this.#objects.set(keyOf(object), object);
    return { resource: this.#resource, type, object, before };
  }

  /**
   * Takes note of a list, which is all there is.
   * @returns what is new in it: first those who are gone, then the others in the order of their versions, or as listed
   */
  replace({ items, version }: Listed, asListed = false): readonly Heard[] {
    const resource = this.#resource;
    const listed = new Map(items.map((item) => [item.metadata.uid, item]));
    const gone = this.all.filter(({ metadata }) => !listed.has(metadata.uid));
    for (const object of gone) {
      this.#gone.add(object.metadata.uid);
      this.#objects.delete(keyOf(object));
    }
    const news: Heard[] = [];
    for (const object of items) {
      const before = this.same(object);
      if (before && versionOf(before) === versionOf(object)) continue;
      this.#objects.set(keyOf(object), object);
      news.push({ resource, type: before ? 'MODIFIED' : 'ADDED', object, before });
    }
    if (!asListed) news.sort((a, b) => byVersion(versionOf(a.object), versionOf(b.object)));
    this.start(version);
    return [...gone.map((object): Heard => ({ resource, type: 'DELETED', object, before: object })), ...news];
  }
}
