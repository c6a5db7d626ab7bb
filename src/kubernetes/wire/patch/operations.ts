import { deepEqual } from '../../fields/equality';
import { isList, isObject, withField, withoutField } from './json';
import { undecodable, unprocessablePatch } from './refusals';

/** One operation of an RFC 6902 patch. */
interface PatchOperation {
  readonly op: string;
  readonly path: string;
  readonly from?: string;
  readonly value?: unknown;
}

const KINDS = new Set(['add', 'remove', 'replace', 'move', 'copy', 'test']);

const TEXTS: ReadonlySet<string> = new Set(['op', 'path', 'from']);

/** Go reads null as if it were not there. @see k8s.io/apiserver/pkg/endpoints/handlers jsonPatchOp */
const asOperation = (entry: unknown): Partial<PatchOperation> => {
  if (entry === null) return {};
  if (!isObject(entry)) throw undecodable(entry, 'handlers.jsonPatchOp');
  for (const [name, value] of Object.entries(entry))
    if (TEXTS.has(name) && value !== null && typeof value !== 'string')
      throw undecodable(value, 'string', { struct: 'jsonPatchOp', path: name });
  return entry;
};

const isComplete = (operation: Partial<PatchOperation>): operation is PatchOperation =>
  typeof operation.path === 'string' && KINDS.has(operation.op ?? '');

/** `/a/b~1c` as its parts, `a` and `b/c`. */
const parts = (pointer: string): readonly string[] => {
  if (pointer === '') return [];
  if (!pointer.startsWith('/')) throw unprocessablePatch();
  return pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
};

const indexIn = (list: readonly unknown[], part: string, past: boolean): number => {
  if (part === '-' && past) return list.length;
  if (!/^-?(0|[1-9]\d*)$/.test(part)) throw unprocessablePatch();
  const number = Number(part);
  const index = number < 0 ? list.length + number + (past ? 1 : 0) : number;
  if (index < 0 || index > list.length - (past ? 0 : 1)) throw unprocessablePatch();
  return index;
};

const read = (document: unknown, path: readonly string[]): unknown => {
  let value = document;
  for (const part of path) {
    if (isList(value)) value = value[indexIn(value, part, false)];
    else if (isObject(value) && part in value) value = value[part];
    else throw unprocessablePatch();
  }
  return value;
};

/** Rebuilds the document along `path`; `change` makes the new container of the last part. */
const rewrite = (
  document: unknown,
  path: readonly string[],
  change: (container: unknown, last: string) => unknown,
): unknown => {
  const [first, ...rest] = path;
  if (first === undefined) throw unprocessablePatch();
  if (rest.length === 0) return change(document, first);
  const child = rewrite(read(document, [first]), rest, change);
  if (isList(document)) return document.with(indexIn(document, first, false), child);
  return withField(document as Record<string, unknown>, first, child);
};

const add = (document: unknown, path: readonly string[], value: unknown): unknown =>
  path.length === 0
    ? value
    : rewrite(document, path, (container, last) => {
        if (isList(container)) return container.toSpliced(indexIn(container, last, true), 0, value);
        if (isObject(container)) return withField(container, last, value);
        throw unprocessablePatch();
      });

const remove = (document: unknown, path: readonly string[]): unknown =>
  rewrite(document, path, (container, last) => {
    if (isList(container)) return container.toSpliced(indexIn(container, last, false), 1);
    if (isObject(container) && last in container) return withoutField(container, last);
    throw unprocessablePatch();
  });

const replace = (document: unknown, path: readonly string[], value: unknown): unknown =>
  path.length === 0
    ? value
    : rewrite(document, path, (container, last) => {
        if (isList(container)) return container.with(indexIn(container, last, false), value);
        if (isObject(container) && last in container) return withField(container, last, value);
        throw unprocessablePatch();
      });

/** The API server looks up a missing path of a `test` as null. */
const readOrNull = (document: unknown, path: readonly string[]): unknown => {
  try {
    return read(document, path);
  } catch {
    return null;
  }
};

const applyOne = (document: unknown, operation: PatchOperation): unknown => {
  const path = parts(operation.path);
  switch (operation.op) {
    case 'add':
      return add(document, path, operation.value);
    case 'remove':
      return remove(document, path);
    case 'replace':
      return replace(document, path, operation.value);
    case 'test':
      if (!deepEqual(readOrNull(document, path), operation.value ?? null)) throw unprocessablePatch();
      return document;
    case 'copy':
      return add(document, path, read(document, parts(operation.from ?? '')));
    default: {
      const from = parts(operation.from ?? '');
      return add(remove(document, from), path, read(document, from));
    }
  }
};

/**
 * Applies an RFC 6902 patch, all of it or nothing.
 * @throws ApiError 400 if the patch is not a list of operations, 422 if one of them cannot be done or a test fails.
 */
export const applyOperations = (current: unknown, patch: unknown): unknown => {
  if (patch === null) return current;
  if (!isList(patch)) throw undecodable(patch, '[]handlers.jsonPatchOp');
  const operations = patch.map(asOperation);
  let document = current;
  for (const operation of operations) {
    if (!isComplete(operation)) throw unprocessablePatch();
    document = applyOne(document, operation);
  }
  return deepEqual(document, current) ? current : document;
};
