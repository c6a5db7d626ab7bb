import { deepEqual } from '../../fields/equality';
import { writeJson } from '../../fields/exactJson';
import type { KubeObject, Manifest } from '../../object';
import { parseJson } from '../json/parse';
import { definitionOf, resolved, type Schema } from '../schema/schema';
import { differences, schemaOf } from './differences';
import { PATCH, SET_ELEMENT_ORDER } from './directives';
import { isList, isObject, type JsonObject } from './json';
import { sameItem } from './listOrder';

/** Where kubectl keeps what was applied last. */
export const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** Two lists of a patch as one: an item that both change is one item, and what goes comes last. */
const mergedItems = (
  removals: readonly unknown[],
  additions: readonly unknown[],
  order: unknown,
  schema: Schema,
  mergeKey: string,
): readonly unknown[] => {
  const item = schema.items ? resolved(schema.items) : {};
  const rest = [...removals];
  const changed = additions.map((addition) => {
    const at = rest.findIndex((entry) => sameItem(entry, addition, mergeKey));
    const [removal] = at < 0 ? [] : rest.splice(at, 1);
    return isObject(removal) && isObject(addition) ? merged(removal, addition, item) : addition;
  });
  const goes = (entry: unknown): boolean => isObject(entry) && PATCH in entry;
  const place = (entry: unknown): number =>
    isList(order) ? order.findIndex((one) => sameItem(one, entry, mergeKey)) : 0;
  return [
    ...[...rest.filter((entry) => !goes(entry)), ...changed].sort((a, b) => place(a) - place(b)),
    ...rest.filter(goes),
  ];
};

/** Both halves of a patch in one. */
const merged = (removals: JsonObject, additions: JsonObject, schema: Schema): JsonObject => {
  const patch: Record<string, unknown> = { ...removals };
  for (const [key, value] of Object.entries(additions)) {
    const there = removals[key];
    const field = schemaOf(schema, key);
    const mergeKey = field['x-kubernetes-patch-merge-key'];
    if (key.startsWith('$')) patch[key] = there ?? value;
    else if (isObject(there) && isObject(value)) patch[key] = merged(there, value, resolved(field));
    else if (isList(there) && isList(value) && mergeKey !== undefined) {
      const order = additions[`${SET_ELEMENT_ORDER}/${key}`];
      patch[key] = mergedItems(there, value, order, field, mergeKey);
    } else patch[key] = value;
  }
  return patch;
};

const asObject = (value: unknown): JsonObject => (isObject(value) ? value : {});

/** An object without its nulls, and without what nothing else was in. */
const withoutNulls = (object: JsonObject): JsonObject => {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(object)) {
    const clean = isObject(value) ? withoutNulls(value) : value;
    const emptied = isObject(value) && !deepEqual(value, {}) && deepEqual(clean, {});
    if (clean !== null && !emptied) kept[key] = clean;
  }
  return kept;
};

/** The nulls of `wanted` that are new. */
const newNulls = (last: JsonObject, wanted: JsonObject): JsonObject => {
  const nulls: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(wanted)) {
    if (value === null && last[key] !== null) nulls[key] = null;
    const inner = isObject(value) ? newNulls(asObject(last[key]), value) : {};
    if (Object.keys(inner).length > 0) nulls[key] = inner;
  }
  return nulls;
};

/** @see staging/src/k8s.io/apimachinery/pkg/util/jsonmergepatch/patch.go CreateThreeWayJSONMergePatch */
const mergePatch = (last: JsonObject, wanted: JsonObject, live: JsonObject): JsonObject => {
  const removals = merged(differences(last, wanted, {}, 'removals'), newNulls(last, wanted), {});
  return merged(removals, differences(live, withoutNulls(wanted), {}, 'additions'), {});
};

/**
 * What `kubectl apply` sends: a strategic merge patch that adds and changes what `modified` says, and removes what
 * `lastApplied` said and `modified` no longer does. What others have set stays. A merge patch for custom resources.
 *
 * It need not be empty if the object is as it should be: a value that the server has written in another way or not at all,
 * such as `cpu: 1000m` or `hostNetwork: false`, is sent each time.
 * @returns an empty object if there is nothing to do.
 * @see staging/src/k8s.io/apimachinery/pkg/util/strategicpatch/patch.go CreateThreeWayMergePatch
 */
export const computeApplyPatch = (
  lastApplied: Manifest | undefined,
  modified: Manifest,
  live: KubeObject,
): JsonObject => {
  const [last, wanted, now] = [asObject(lastApplied), asObject(modified), asObject(live)];
  const schema = definitionOf(modified)?.schema;
  if (!schema) return mergePatch(last, wanted, now);
  const removals = differences(last, wanted, schema, 'removals');
  return merged(removals, differences(now, wanted, schema, 'additions'), schema);
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
