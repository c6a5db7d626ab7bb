import { deepEqual } from '../../fields/equality';
import { writeJson } from '../../fields/exactJson';
import type { KubeObject, Manifest } from '../../object';
import { parseJson } from '../json/parse';
import { definitionOf, fieldOf, resolved, type Schema } from '../schema/schema';
import { DELETE_FROM_LIST, PATCH, RETAIN_KEYS, SET_ELEMENT_ORDER } from './directives';
import { isList, isObject, type JsonObject } from './json';
import { sameItem } from './listOrder';

/** Where kubectl keeps what was applied last. */
export const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

type Patch = Record<string, unknown>;

interface Versions {
  /** What was applied the time before. */
  readonly last: unknown;
  /** What is applied now. */
  readonly wanted: unknown;
  /** What the server has. */
  readonly live: unknown;
}

const asObject = (value: unknown): JsonObject => (isObject(value) ? value : {});
const asList = (value: unknown): readonly unknown[] => (isList(value) ? value : []);

const diffObject = ({ last, wanted, live }: Versions, schema: Schema): Patch => {
  const [before, now, there] = [asObject(last), asObject(wanted), asObject(live)];
  const patch: Patch = {};
  for (const key of Object.keys(before)) if (!(key in now)) patch[key] = null;
  for (const key of Object.keys(now)) {
    const field = fieldOf(schema, key) ?? schema.additionalProperties ?? {};
    diffField(patch, key, { last: before[key], wanted: now[key], live: there[key] }, field);
  }
  return patch;
};

const diffField = (patch: Patch, key: string, versions: Versions, schema: Schema): void => {
  const { wanted, live } = versions;
  const strategy = schema['x-kubernetes-patch-strategy']?.split(',') ?? [];
  if (isObject(wanted) && isObject(live) && !strategy.includes('replace')) {
    const inner = diffObject(versions, resolved(schema));
    if (Object.keys(inner).length > 0) patch[key] = inner;
  } else if (isList(wanted) && isList(live) && strategy.includes('merge')) {
    const mergeKey = schema['x-kubernetes-patch-merge-key'];
    if (mergeKey === undefined) diffScalars(patch, key, versions);
    else diffItems(patch, key, versions, schema, mergeKey, strategy.includes('retainKeys'));
  } else if (!deepEqual(wanted, live)) patch[key] = wanted;
};

const diffScalars = (patch: Patch, key: string, versions: Versions): void => {
  const wanted = asList(versions.wanted);
  const live = asList(versions.live);
  const added = wanted.filter((item) => !live.includes(item));
  const removed = asList(versions.last).filter((item) => !wanted.includes(item));
  if (added.length > 0) patch[key] = added;
  if (removed.length > 0) patch[`${DELETE_FROM_LIST}/${key}`] = removed;
  if (added.length + removed.length > 0 || !sameOrder(wanted, live, undefined)) {
    patch[`${SET_ELEMENT_ORDER}/${key}`] = wanted;
  }
};

const diffItems = (
  patch: Patch,
  key: string,
  versions: Versions,
  schema: Schema,
  mergeKey: string,
  retainKeys: boolean,
): void => {
  const item = schema.items ? resolved(schema.items) : {};
  const wanted = asList(versions.wanted);
  const live = asList(versions.live);
  const last = asList(versions.last);
  const find = (list: readonly unknown[], one: unknown) =>
    list.find((entry) => sameItem(entry, one, mergeKey));
  const changes: unknown[] = [];
  for (const entry of wanted) {
    const present = find(live, entry);
    if (present === undefined) {
      changes.push(entry);
      continue;
    }
    const inner = diffObject({ last: find(last, entry), wanted: entry, live: present }, item);
    if (Object.keys(inner).length === 0) continue;
    const kept = retainKeys ? { [RETAIN_KEYS]: Object.keys(asObject(entry)).sort() } : {};
    changes.push({ ...kept, ...inner, [mergeKey]: asObject(entry)[mergeKey] });
  }
  for (const entry of last) {
    if (find(wanted, entry) === undefined)
      changes.push({ [PATCH]: 'delete', [mergeKey]: asObject(entry)[mergeKey] });
  }
  if (changes.length > 0) patch[key] = changes;
  if (changes.length > 0 || !sameOrder(wanted, live, mergeKey)) {
    patch[`${SET_ELEMENT_ORDER}/${key}`] = wanted.map((entry) => ({ [mergeKey]: asObject(entry)[mergeKey] }));
  }
};

/** Whether the items of `wanted` stand in the same order in `live`. */
const sameOrder = (
  wanted: readonly unknown[],
  live: readonly unknown[],
  mergeKey: string | undefined,
): boolean => {
  let at = -1;
  return wanted.every((item) => {
    const position = live.findIndex((entry) => sameItem(entry, item, mergeKey));
    const follows = position > at;
    at = position;
    return follows;
  });
};

/**
 * What `kubectl apply` sends: a strategic merge patch that adds and changes what `modified` says, and removes what
 * `lastApplied` said and `modified` no longer does. What others have set stays.
 * @returns an empty object if there is nothing to do.
 */
export const computeApplyPatch = (
  lastApplied: Manifest | undefined,
  modified: Manifest,
  live: KubeObject,
): JsonObject => {
  const schema = definitionOf(modified)?.schema ?? {};
  return diffObject({ last: lastApplied, wanted: modified, live }, schema);
};

/** Keys in order at every level, as kubectl writes JSON. */
const sorted = (value: unknown): unknown => {
  if (isList(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
};

/** The manifest with the annotation in which `kubectl apply` remembers it. */
export const rememberingItself = (manifest: Manifest): Manifest => {
  const { [LAST_APPLIED]: _, ...annotations } = manifest.metadata?.annotations ?? {};
  const plain = { ...manifest, metadata: { ...manifest.metadata, annotations } };
  const text = `${writeJson(sorted(plain))}\n`;
  return { ...plain, metadata: { ...plain.metadata, annotations: { ...annotations, [LAST_APPLIED]: text } } };
};

/** What was applied last, as the object remembers it; undefined if it was never applied. */
export const lastAppliedOf = (object: KubeObject): Manifest | undefined => {
  const text = object.metadata.annotations?.[LAST_APPLIED];
  return text === undefined ? undefined : (parseJson(text) as Manifest);
};
