import { ApiError } from '../../../kubernetes/refusals';
import { isList, isObject, type JsonObject } from '../../../kubernetes/wire/patch/json';
import { applyOperations } from '../../../kubernetes/wire/patch/operations';
import { type HiddenEntries, withHidden } from './hidden';
import { valueAt } from './paths';

/** An operation of RFC 6902 as it is sent: whatever is wrong with it is for the server to say. */
interface Operation extends JsonObject {
  readonly op: string;
  readonly path: string;
}

const isOperation = (value: unknown): value is Operation =>
  isObject(value) && typeof value.op === 'string' && typeof value.path === 'string';

/** The steps of a JSON pointer. */
export const stepsOf = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

const pointerOf = (steps: readonly string[]): string =>
  steps.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

const isAt = (pointer: unknown, path: readonly string[]): boolean => pointer === pointerOf(path);

/** What is left of a way below a pointer; undefined if it does not lead there, or further. */
const restBelow = (pointer: string, path: readonly string[]): readonly string[] | undefined => {
  const steps = stepsOf(pointer);
  return steps.length <= path.length && steps.every((step, index) => step === path[index])
    ? path.slice(steps.length)
    : undefined;
};

const isAbove = (pointer: string, path: readonly string[]): boolean =>
  (restBelow(pointer, path) ?? []).length > 0;

/** One operation for each entry. */
const forEach = (entries: JsonObject, path: readonly string[], op: 'add' | 'remove'): readonly Operation[] =>
  Object.entries(entries).map(([key, value]) => ({
    op,
    path: pointerOf([...path, key]),
    ...(op === 'add' ? { value } : {}),
  }));

/** An operation with a value: it holds the hidden entries, too, where it holds the map. */
const holding = (operation: Operation, { path, entries }: HiddenEntries): Operation => {
  const rest = restBelow(operation.path, path);
  if (rest === undefined) return operation;
  return { ...operation, value: withHidden(operation.value, { path: rest, entries }) };
};

/** What the example sees before an operation and after it; undefined where nobody knows. */
interface Sight {
  readonly before: unknown;
  readonly after: unknown;
}

/** True of what no entry can be hidden in, like a text that was moved to where a map belongs. */
const isNoMap = (seen: unknown, path: readonly string[]): boolean => {
  const value = valueAt(seen, path);
  return value !== undefined && value !== null && !isObject(value);
};

/** Where a map, or what stands above it, was overwritten, hidden entries are put in again. @param after what is known of it */
const broughtBelow = (after: unknown, { path, entries }: HiddenEntries): readonly Operation[] => {
  const above = valueAt(after, path.slice(0, -1));
  if (!isObject(above) || isNoMap(after, path)) return [];
  return isObject(valueAt(after, path))
    ? forEach(entries, path, 'add')
    : [{ op: 'add', path: pointerOf(path), value: entries }];
};

const kept = (
  operation: Operation,
  hidden: HiddenEntries,
  { before, after }: Sight,
): readonly Operation[] => {
  const { op, path: pointer, from } = operation;
  const { path, entries } = hidden;
  const brought = isNoMap(before, path) ? {} : entries;
  const added = after === undefined ? forEach(entries, path, 'add') : broughtBelow(after, hidden);
  switch (op) {
    case 'add':
    case 'replace':
    case 'test':
      return [holding(operation, hidden)];
    case 'remove':
      return isAt(pointer, path) ? [{ op: 'replace', path: pointer, value: entries }] : [operation];
    case 'copy':
      if (isAbove(pointer, path)) return [operation, ...broughtBelow(after, hidden)];
      if (isAt(from, path) && !isAt(pointer, path))
        return [operation, ...forEach(brought, stepsOf(pointer), 'remove')];
      return isAt(pointer, path) ? [operation, ...added] : [operation];
    case 'move':
      if (isAbove(pointer, path)) return [operation, ...broughtBelow(after, hidden)];
      if (isAt(from, path) && !isAt(pointer, path))
        return [
          { ...operation, op: 'copy' },
          ...forEach(brought, stepsOf(pointer), 'remove'),
          { op: 'replace', path: pointerOf(path), value: entries },
        ];
      return isAt(pointer, path) ? [operation, ...added] : [operation];
    default:
      return [operation];
  }
};

/** What the example sees after an operation. A test changes nothing; what fails lets the whole patch fail. */
const seenAfter = (seen: unknown, operation: unknown): unknown => {
  if (seen === undefined || (isOperation(operation) && operation.op === 'test')) return seen;
  try {
    return applyOperations(seen, [operation]);
  } catch (error) {
    if (error instanceof ApiError) return undefined;
    throw error;
  }
};

const isTestAbove = ({ op, path: pointer }: Operation, hidden: readonly HiddenEntries[]): boolean =>
  op === 'test' && hidden.some(({ path }) => restBelow(pointer, path) !== undefined);

/**
 * A JSON patch that leaves hidden entries where they are. Names in it are the server's already.
 * @param seen the whole object as the example sees it, if that is known
 * @param held the same as the server has it, if every test of the patch is true of what the example sees
 */
export const keepInJson = (
  patch: unknown,
  hidden: readonly HiddenEntries[],
  seen?: unknown,
  held?: unknown,
): unknown => {
  if (!isList(patch)) return patch;
  let before = seen;
  let raw = held;
  const sentFor = (operation: Operation, sight: Sight): readonly Operation[] =>
    // What is true of what the example sees is asked of all that is there.
    raw !== undefined && isTestAbove(operation, hidden)
      ? [{ ...operation, value: valueAt(raw, stepsOf(operation.path)) }]
      : hidden.reduce<readonly Operation[]>(
          (all, entries) => all.flatMap((each) => kept(each, entries, sight)),
          [operation],
        );
  return patch.flatMap((operation): readonly unknown[] => {
    const sight = { before, after: seenAfter(before, operation) };
    before = sight.after;
    const sent = isOperation(operation) ? sentFor(operation, sight) : [operation];
    raw = sent.reduce<unknown>(seenAfter, raw);
    return sent;
  });
};

/** Changes the values of all operations. @param change is told where the value goes */
export const withValues = (
  patch: unknown,
  change: (value: unknown, steps: readonly string[]) => unknown,
): unknown =>
  isList(patch)
    ? patch.map((operation) =>
        isOperation(operation) && 'value' in operation
          ? { ...operation, value: change(operation.value, stepsOf(operation.path)) }
          : operation,
      )
    : patch;

/** A patch that fails in the end, as it does for the example: the server has more than the example sees. */
export const failing = (patch: unknown): unknown =>
  isList(patch) ? [...patch, { op: 'test', path: '/metadata/uid', value: '' }] : patch;
