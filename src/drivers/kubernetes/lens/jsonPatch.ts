import { isList, isObject, type JsonObject } from '../../../kubernetes/wire/patch/json';
import { type HiddenEntries, withHidden } from './hidden';

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

const kept = (operation: Operation, hidden: HiddenEntries): readonly Operation[] => {
  const { op, path: pointer, from } = operation;
  const { path, entries } = hidden;
  switch (op) {
    case 'add':
    case 'replace':
    case 'test':
      return [holding(operation, hidden)];
    case 'remove':
      return isAt(pointer, path) ? [{ op: 'replace', path: pointer, value: entries }] : [operation];
    case 'copy':
      if (isAt(from, path) && !isAt(pointer, path))
        return [operation, ...forEach(entries, stepsOf(pointer), 'remove')];
      return isAt(pointer, path) ? [operation, ...forEach(entries, path, 'add')] : [operation];
    case 'move':
      if (isAt(from, path) && !isAt(pointer, path))
        return [
          { ...operation, op: 'copy' },
          ...forEach(entries, stepsOf(pointer), 'remove'),
          { op: 'replace', path: pointerOf(path), value: entries },
        ];
      return isAt(pointer, path) ? [operation, ...forEach(entries, path, 'add')] : [operation];
    default:
      return [operation];
  }
};

/** A JSON patch that leaves hidden entries where they are. Names in it are the server's already. */
export const keepInJson = (patch: unknown, hidden: readonly HiddenEntries[]): unknown => {
  if (!isList(patch)) return patch;
  let operations = patch;
  for (const each of hidden)
    operations = operations.flatMap((operation): readonly unknown[] =>
      isOperation(operation) ? kept(operation, each) : [operation],
    );
  return operations;
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
