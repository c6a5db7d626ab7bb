import { deepEqual } from '../../fields/equality';
import { fieldOf, resolved, type Schema } from '../schema/schema';
import { DELETE_FROM_LIST, PATCH, RETAIN_KEYS, SET_ELEMENT_ORDER } from './directives';
import { isList, isObject, type JsonObject } from './json';

/** A strategic merge patch in the making. */
export type Patch = Record<string, unknown>;

/** Which half of the differences is asked for: what is added or changed, or what is gone. */
export type Half = 'additions' | 'removals';

/** The schema of a field. Of a field that it does not know, nothing is known. */
export const schemaOf = (schema: Schema, key: string): Schema =>
  fieldOf(schema, key) ?? schema.additionalProperties ?? {};

/** How a field is patched: `merge`, `replace`, `retainKeys`. */
export const strategiesOf = (schema: Schema): readonly string[] =>
  schema['x-kubernetes-patch-strategy']?.split(',') ?? [];

const formOf = (value: unknown): string =>
  value === null ? 'null' : isList(value) ? 'list' : typeof value === 'object' ? 'object' : typeof value;

/**
 * One half of the patch that makes `modified` out of `original`.
 * @param retains whether the patch says which fields stay, so that the others go. It says so as well if nothing else has
 *   changed, but the original has fields more.
 * @see staging/src/k8s.io/apimachinery/pkg/util/strategicpatch/patch.go diffMaps
 */
export const differences = (
  original: JsonObject,
  modified: JsonObject,
  schema: Schema,
  half: Half,
  retains = false,
): Patch => {
  const patch: Patch = {};
  for (const [key, value] of Object.entries(modified)) {
    const there = original[key];
    if (key in original && formOf(there) === formOf(value)) {
      addDifference(patch, key, there, value, schemaOf(schema, key), half);
    } else if (half === 'additions') patch[key] = value;
  }
  const gone = Object.keys(original).filter((key) => !(key in modified));
  if (half === 'removals') for (const key of gone) patch[key] = null;
  if (retains && (Object.keys(patch).length > 0 || gone.some((key) => original[key] !== null))) {
    patch[RETAIN_KEYS] = Object.keys(modified)
      .filter((key) => modified[key] !== null)
      .sort();
  }
  return patch;
};

const addDifference = (
  patch: Patch,
  key: string,
  there: unknown,
  value: unknown,
  schema: Schema,
  half: Half,
): void => {
  const strategies = strategiesOf(schema);
  if (isObject(there) && isObject(value) && !strategies.includes('replace')) {
    const inner = differences(there, value, resolved(schema), half, strategies.includes('retainKeys'));
    if (Object.keys(inner).length > 0) patch[key] = inner;
  } else if (isList(there) && isList(value) && strategies.includes('merge')) {
    addListDifference(patch, key, there, value, schema, half);
  } else if (half === 'additions' && (isObject(value) || !deepEqual(there, value))) patch[key] = value;
};

const addListDifference = (
  patch: Patch,
  key: string,
  original: readonly unknown[],
  modified: readonly unknown[],
  schema: Schema,
  half: Half,
): void => {
  if (original.length === 0) {
    if (modified.length > 0 && half === 'additions') patch[key] = modified;
    return;
  }
  const mergeKey = schema['x-kubernetes-patch-merge-key'];
  const { changes, deletions, ordered } =
    mergeKey === undefined
      ? scalarDifferences(original, modified, half)
      : itemDifferences(original, modified, schema, mergeKey, half);
  if (changes.length > 0) patch[key] = changes;
  if (deletions.length > 0) patch[`${DELETE_FROM_LIST}/${key}`] = deletions;
  if (ordered) patch[`${SET_ELEMENT_ORDER}/${key}`] = ordered;
};

/** What a patch says of a list: items that change or go, scalars that go, and the order if it is to be said. */
interface ListDifferences {
  readonly changes: readonly unknown[];
  readonly deletions: readonly unknown[];
  readonly ordered: readonly unknown[] | undefined;
}

const less = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The items by their key. Go's sort turns round those that share one. This matters for ports that differ in their protocol
 * only: they are told apart by their places.
 */
const byKey = (list: readonly unknown[], mergeKey: string): (readonly [string, JsonObject])[] =>
  list
    .filter(isObject)
    .map((item) => [String(item[mergeKey]), item] as const)
    .reverse()
    .sort(([a], [b]) => less(a, b));

/** @see staging/src/k8s.io/apimachinery/pkg/util/strategicpatch/patch.go diffListsOfMaps */
const itemDifferences = (
  original: readonly unknown[],
  modified: readonly unknown[],
  schema: Schema,
  mergeKey: string,
  half: Half,
): ListDifferences => {
  const item = schema.items ? resolved(schema.items) : {};
  const retains = strategiesOf(schema).includes('retainKeys');
  const [before, after] = [byKey(original, mergeKey), byKey(modified, mergeKey)];
  const changed: JsonObject[] = [];
  const gone: JsonObject[] = [];
  let [at, next] = [0, 0];
  while (at < before.length || next < after.length) {
    const [there, wanted] = [before[at], after[next]];
    const order = there === undefined ? 1 : wanted === undefined ? -1 : less(there[0], wanted[0]);
    if (there && wanted && order === 0) {
      const inner = differences(there[1], wanted[1], item, half, retains);
      if (Object.keys(inner).length > 0) changed.push({ ...inner, [mergeKey]: wanted[1][mergeKey] });
    } else if (wanted && order > 0) {
      if (half === 'additions') changed.push(wanted[1]);
    } else if (there && half === 'removals') {
      gone.push({ [PATCH]: 'delete', [mergeKey]: there[1][mergeKey] });
    }
    if (order <= 0) at += 1;
    if (order >= 0) next += 1;
  }
  const keys = modified.map((entry) => (isObject(entry) ? entry[mergeKey] : undefined));
  changed.sort((a, b) => keys.indexOf(a[mergeKey]) - keys.indexOf(b[mergeKey]));
  const changes = [...changed, ...gone];
  const moved =
    half === 'additions' &&
    original.some((entry, index) => isObject(entry) && entry[mergeKey] !== keys[index]);
  return {
    changes,
    deletions: [],
    ordered: changes.length > 0 || moved ? keys.map((key) => ({ [mergeKey]: key })) : undefined,
  };
};

/** @see staging/src/k8s.io/apimachinery/pkg/util/strategicpatch/patch.go diffListsOfScalars */
const scalarDifferences = (
  original: readonly unknown[],
  modified: readonly unknown[],
  half: Half,
): ListDifferences => {
  const sorted = [...original].sort((a, b) => less(String(a), String(b)));
  const changes = half === 'additions' ? modified.filter((value) => !original.includes(value)) : [];
  const deletions =
    half === 'removals' ? [...new Set(sorted.filter((value) => !modified.includes(value)))] : [];
  // kubectl has sorted the original by the time it compares the order.
  const moved = half === 'additions' && !deepEqual(sorted, modified);
  return { changes, deletions, ordered: deletions.length > 0 || moved ? modified : undefined };
};
