import { PATCH, RETAIN_KEYS } from '../../../kubernetes/wire/patch/directives';
import { isList, isObject, type JsonObject, withField } from '../../../kubernetes/wire/patch/json';
import type { PatchRequest } from '../../../kubernetes/wire/patch/request';
import { type HiddenEntries, withHidden } from './hidden';
import { valueAt } from './paths';

/** What is left of a map that is emptied, and of which the hidden entries stay. */
const emptied = (entries: JsonObject): JsonObject => ({ ...entries, [PATCH]: 'replace' });

/** The last map of a strategic patch, of which hidden entries stay. */
const keeping = (value: unknown, entries: JsonObject): unknown => {
  if (value === null) return emptied(entries);
  if (!isObject(value)) return value;
  if (value[PATCH] === 'delete') return emptied(entries);
  if (value[PATCH] === 'replace') return { ...value, ...entries };
  const kept = value[RETAIN_KEYS];
  return isList(kept) ? { ...value, ...entries, [RETAIN_KEYS]: [...kept, ...Object.keys(entries)] } : value;
};

/** A strategic merge patch that leaves hidden entries where they are. Names in it are the server's already. */
export const keepInStrategic = (patch: unknown, { path, entries }: HiddenEntries): unknown => {
  const [step, ...rest] = path;
  if (!isObject(patch) || step === undefined) return patch;
  if (patch[PATCH] === 'replace') return withHidden(patch, { path, entries });
  if (rest.length > 0)
    return step in patch
      ? withField(patch, step, keepInStrategic(patch[step], { path: rest, entries }))
      : patch;
  if (step in patch) return withField(patch, step, keeping(patch[step], entries));
  const kept = patch[RETAIN_KEYS];
  return isList(kept) && !kept.includes(step)
    ? { ...patch, [step]: emptied(entries), [RETAIN_KEYS]: [...kept, step] }
    : patch;
};

const putInto = (patch: JsonObject, [step = '', ...rest]: readonly string[], value: unknown): JsonObject => {
  const inner = patch[step];
  return withField(patch, step, rest.length === 0 || !isObject(inner) ? value : putInto(inner, rest, value));
};

const hasLists = (value: unknown): boolean =>
  isList(value) || (isObject(value) && Object.values(value).some(hasLists));

/** Removes every entry of a map that is known, but the hidden ones. */
const removing = (current: unknown, entries: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.keys(isObject(current) ? current : {})
      .filter((key) => !(key in entries))
      .map((key) => [key, null]),
  );

/**
 * A merge patch that leaves hidden entries where they are. One that empties a whole map is sent as a strategic one, which
 * can say what is to stay; if it cannot be, every entry that is known is removed.
 * @param hasStrategies false of custom kinds
 * @param current what is patched. Without it, hidden entries of custom kinds and of patches with lists are lost
 */
export const keepInMerge = (
  patch: unknown,
  hidden: readonly HiddenEntries[],
  { hasStrategies, current }: { readonly hasStrategies: boolean; readonly current: unknown },
): PatchRequest => {
  const emptying = hidden.filter(({ path }) => valueAt(patch, path) === null);
  if (emptying.length === 0 || !isObject(patch)) return { patch, type: 'merge' };
  const inPlace = (values: (entries: HiddenEntries) => unknown): JsonObject =>
    emptying.reduce((sum, each) => putInto(sum, each.path, values(each)), patch);
  if (hasStrategies && !hasLists(patch))
    return { patch: inPlace(({ entries }) => emptied(entries)), type: 'strategic' };
  if (current === undefined) return { patch, type: 'merge' };
  return { patch: inPlace(({ path, entries }) => removing(valueAt(current, path), entries)), type: 'merge' };
};
