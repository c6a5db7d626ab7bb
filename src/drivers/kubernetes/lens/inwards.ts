import {
  isList,
  isObject,
  type JsonObject,
  withField,
  withoutField,
} from '../../../kubernetes/wire/patch/json';
import { withoutForeignNodes } from './availability';
import type { Hidden } from './hidden';
import { EXAMPLE, podSpecPaths, REGION } from './hidden';
import type { Mark } from './mark';
import { valueAt } from './paths';

/** What remains of something that was hidden as a whole. */
const NOTHING = Symbol('nothing');

const isCondition = (value: unknown): boolean => isObject(value) && value.name === EXAMPLE;

/** True of owned fields of which only "the map itself" is left. */
const isBare = (object: JsonObject): boolean => {
  const keys = Object.keys(object);
  return keys.length === 0 || (keys.length === 1 && keys[0] === '.');
};

/** Takes names of the server, and all that is hidden, out of what it answers. What does not change is shared. */
export class Inwards {
  readonly #mark: Mark;
  readonly #hidden: Hidden;
  readonly #ownNodes: (() => number) | undefined;
  readonly #hiddenText: RegExp;

  /** @param ownNodes how many nodes the example has, if there are others */
  constructor(mark: Mark, hidden: Hidden, ownNodes?: () => number) {
    this.#mark = mark;
    this.#hidden = hidden;
    this.#ownNodes = ownNodes;
    const keys = [...hidden.keys].map((key) => key.replace(/[.]/g, '[.]')).join('|');
    const entry = `\\\\?"?(?:${keys})\\\\?"?[=:] ?\\\\?"?[a-z0-9-]+\\\\?"?`;
    this.#hiddenText = new RegExp(`(?<before>, ?)?${entry}(?:, ?${entry})*(?<after>, ?)?`, 'g');
  }

  text(text: string): string {
    let plain = this.#mark.takeOut(text);
    if (plain.includes('rollcall.dev/')) plain = plain.replace(this.#hiddenText, this.#gap);
    return this.#ownNodes !== undefined && plain.includes(' nodes are available: ')
      ? withoutForeignNodes(plain, this.#ownNodes())
      : plain;
  }

  /** Between two neighbours one comma remains. */
  readonly #gap = (_found: string, before?: string, after?: string): string => (before && after) ?? '';

  value<T>(value: T): T {
    const plain = this.#plain(value);
    return (plain === NOTHING ? undefined : plain) as T;
  }

  /** An object, with who has set which of the fields that the example sees. */
  object<T extends JsonObject>(object: T): T {
    const plain = this.value(object);
    const metadata = plain.metadata;
    return isObject(metadata) && isList(metadata.managedFields)
      ? (this.#withOwnFields(plain, metadata, metadata.managedFields, this.#hasOwnRegion(object)) as T)
      : plain;
  }

  #hasOwnRegion({ metadata }: JsonObject): boolean {
    return this.#hidden.hasOwnRegion(valueAt(metadata, ['labels', REGION]));
  }

  #plain(value: unknown): unknown {
    if (typeof value === 'string') return this.text(value);
    if (isList(value)) return this.#list(value);
    return isObject(value) ? this.#object(value) : value;
  }

  #list(list: readonly unknown[]): unknown {
    let changed: unknown[] | undefined;
    for (let at = 0; at < list.length; at++) {
      const each = list[at];
      const plain = isCondition(each) ? NOTHING : this.#plain(each);
      if (plain === each && !changed) continue;
      changed ??= list.slice(0, at);
      if (plain !== NOTHING) changed.push(plain);
    }
    return changed === undefined ? list : changed.length === 0 ? NOTHING : changed;
  }

  #object(object: JsonObject): unknown {
    let changed: Record<string, unknown> | undefined;
    let isRid = false;
    const keys = Object.keys(object);
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at] ?? '';
      const value = object[key];
      const isGone = this.#hidden.has(key, value);
      const name = isGone ? key : this.#mark.takeOut(key);
      const plain = isGone ? NOTHING : this.#plain(value);
      if (name === key && plain === value && !changed) continue;
      changed ??= Object.fromEntries(keys.slice(0, at).map((before) => [before, object[before]]));
      if (plain === NOTHING) isRid = true;
      else changed[name] = key === 'resourceNames' && isList(plain) ? [...new Set(plain)] : plain;
    }
    if (changed === undefined) return object;
    return isRid && isBare(changed) ? NOTHING : changed;
  }

  /** Nobody has set the selector of an object that has none. */
  #withOwnFields(
    object: JsonObject,
    metadata: JsonObject,
    entries: readonly unknown[],
    hadRegion: boolean,
  ): JsonObject {
    const selectors = podSpecPaths(object as { apiVersion: string; kind: string })
      .map((path) => [...path, 'nodeSelector'])
      .filter((path) => valueAt(object, path) === undefined);
    const unset = hadRegion ? [...selectors, ['metadata', 'labels', REGION]] : selectors;
    const own = entries
      .map((entry) => {
        if (!isObject(entry) || !isObject(entry.fieldsV1)) return entry;
        return withField(entry, 'fieldsV1', unset.reduce(withoutOwner, entry.fieldsV1));
      })
      .filter((entry) => !isObject(entry) || (isObject(entry.fieldsV1) && !isBare(entry.fieldsV1)));
    if (own.length === entries.length && own.every((entry, index) => entry === entries[index])) return object;
    const next =
      own.length === 0 ? withoutField(metadata, 'managedFields') : { ...metadata, managedFields: own };
    return withField(object, 'metadata', next);
  }
}

const withoutOwner = (fields: JsonObject, path: readonly string[]): JsonObject => {
  const [step = '', ...rest] = path;
  const field = `f:${step}`;
  const inner = fields[field];
  if (!isObject(inner)) return fields;
  if (rest.length === 0) return withoutField(fields, field);
  const left = withoutOwner(inner, rest);
  return left !== inner && isBare(left) ? withoutField(fields, field) : withField(fields, field, left);
};
