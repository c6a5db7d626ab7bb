import { labelValue } from '../kubernetes/fields/validation/formats';
import type { StringMap } from '../kubernetes/object';
import { CommandError, fail } from './errors';

/** Values to set, and keys to take away. */
export interface MapChange {
  readonly set: StringMap;
  readonly remove: readonly string[];
}

/** What an argument is: a change has a `=` or ends with `-`; everything before the first one names objects. */
export const splitArguments = (
  words: readonly string[],
  isChange: (word: string) => boolean,
  what: string,
): { readonly objects: readonly string[]; readonly changes: readonly string[] } => {
  const first = words.findIndex(isChange);
  if (first === -1) return { objects: words, changes: [] };
  const changes = words.slice(first);
  const stray = changes.find((word) => !isChange(word));
  if (stray !== undefined) throw fail(`all resources must be specified before ${what} changes: ${stray}`);
  return { objects: words.slice(0, first), changes };
};

/** The value behind the first `=`. Of a label it is checked before the server is asked. */
const valueIn = (spec: string, what: string): string => {
  const value = spec.slice(spec.indexOf('=') + 1);
  if (what !== 'label') return value;
  if (value.includes('=')) throw fail(`invalid label spec: ${spec}`);
  const problems = labelValue(value);
  if (problems.length === 0) return value;
  throw fail(`invalid label value: ${JSON.stringify(spec)}: ${problems.join(';')}`);
};

/** Reads `key=value` and `key-`. `what` is `label` or `annotation`. */
export const readChange = (specs: readonly string[], what: string): MapChange => {
  const set: Record<string, string> = {};
  const remove: string[] = [];
  for (const spec of specs) {
    const equals = spec.indexOf('=');
    if (equals > 0) set[spec.slice(0, equals)] = valueIn(spec, what);
    else if (equals === -1 && spec.endsWith('-')) remove.push(spec.slice(0, -1));
    else throw fail(`unknown ${what} spec: ${spec}`);
  }
  if (remove.some((key) => key in set)) {
    const keys = remove.filter((key) => key in set).join(', ');
    throw fail(
      what === 'label'
        ? 'can not both modify and remove a label in the same command'
        : `can not both modify and remove the following annotation(s) in the same command: ${keys}`,
    );
  }
  return { set, remove };
};

/** What becomes of an object's labels or annotations, and in which words. */
export interface ChangeEffect {
  /** Undefined if nothing changes. */
  readonly patch: Readonly<Record<string, string | null>> | undefined;
  /** Keys to remove that are not there. */
  readonly missing: readonly string[];
  readonly shrinks: boolean;
}

/** How much labels or annotations make of an object's JSON; an object without any has no such field. */
const sizeOf = (map: StringMap | undefined): number => JSON.stringify({ map }).length;

/** Compares a change with what is there. */
export const weigh = (current: StringMap | undefined, { set, remove }: MapChange): ChangeEffect => {
  const has = current ?? {};
  const added = Object.entries(set).filter(([key, value]) => has[key] !== value);
  const removed = remove.filter((key) => key in has);
  const patch = Object.fromEntries<string | null>([...added, ...removed.map((key) => [key, null] as const)]);
  const after = Object.fromEntries(
    Object.entries({ ...has, ...set }).filter(([key]) => !removed.includes(key)),
  );
  return {
    patch: Object.keys(patch).length > 0 ? patch : undefined,
    missing: remove.filter((key) => !(key in has)),
    shrinks: sizeOf(after) < sizeOf(current),
  };
};

/** Keys whose value the change would replace, with that value: refused without `--overwrite`. */
export const clashes = (current: StringMap | undefined, { set }: MapChange): readonly string[] =>
  Object.keys(set)
    .filter((key) => current?.[key] !== undefined && current[key] !== set[key])
    .map((key) => `'${key}' already has a value (${current?.[key]})`);

/** Refuses an empty list of changes. */
export const needChanges = (changes: readonly string[], what: string): void => {
  if (changes.length === 0) throw new CommandError(`error: at least one ${what} update is required`);
};
