import { deepEqual } from '../../../fields/equality';
import type { KubeObject, ManagedFieldsEntry, Manifest } from '../../../object';
import { ApiError, badRequest } from '../../../refusals';
import { isEmptySet, without } from '../sets/fieldSet';
import { inOneSentence, problemsOf } from '../typed/check';
import { fieldsOf } from '../typed/fieldsOf';
import { merge } from '../typed/merge';
import { afterChange, type Conflict, conflictsIn, Difference, type Scope } from './changes';
import { applyConflict } from './conflict';
import { readEntries, writeEntries } from './entries';
import { notAllowed, rememberedBy, UPGRADED } from './lastApplied';
import { identify, type Manager, type Managers } from './manager';
import { pruned } from './prune';
import { reconciled } from './reconcile';
import { stripped } from './strip';
import { emptyObject, managersAfter } from './update';

/** A configuration that somebody applies. */
export interface Application {
  /** What is there, with all that Go writes of it; undefined if there is no such object yet. */
  readonly live: KubeObject | undefined;
  readonly config: Manifest;
  readonly manager: string;
  readonly subresource?: string | undefined;
  /** RFC 3339. */
  readonly time: string;
  /** Takes from others what they own. */
  readonly force?: boolean | undefined;
}

/** What becomes of an object, and who owns what of it then. */
export interface Applied {
  readonly object: Manifest;
  readonly managedFields: readonly ManagedFieldsEntry[] | undefined;
}

const BEFORE = 'before-first-apply';

const internal = (message: string): ApiError => new ApiError({ code: 500, reason: '', message });

/** What is no text counts as empty, as of any object whose type is not known. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** @see k8s.io/apimachinery/pkg/apis/meta/v1/unstructured Unstructured.GroupVersionKind */
const typeOf = (config: Manifest): string => {
  const version = textOf(config.apiVersion);
  const slashes = version.split('/').length - 1;
  if (slashes > 1) return '/, Kind=';
  return `${slashes === 1 ? version : `/${version}`}, Kind=${textOf(config.kind)}`;
};

/** How a refusal names what is applied: `demo/web; apps/v1, Kind=Deployment`. */
export const namedConfig = (config: Manifest): string =>
  `${textOf(config.metadata?.namespace)}/${textOf(config.metadata?.name)}; ${typeOf(config)}`;

/** @throws ApiError 400 for another kind, or for managed fields in what is applied; 500 for what does not fit */
const checkConfig = (config: Manifest, scope: Scope): void => {
  const { apiVersion, kind } = config;
  if (apiVersion !== scope.apiVersion || kind !== scope.kind)
    throw badRequest(`invalid object type: ${typeOf(config)}`);
  if (Array.isArray(config.metadata?.managedFields)) throw badRequest('metadata.managedFields must be nil');
  const problems = problemsOf(config, scope.shape(apiVersion) ?? {});
  if (problems.length > 0)
    throw internal(
      `failed to create typed patch object (${namedConfig(config)}): ${inOneSentence(problems)}`,
    );
};

/**
 * Who owns what of the object that is there. What was there before anybody applied anything belongs to a manager of
 * its own.
 * @see k8s.io/apimachinery/pkg/util/managedfields/internal skipNonAppliedManager.Apply
 */
const managersOf = ({ live, subresource, time }: Application, scope: Scope): Managers => {
  const managers = readEntries(live?.metadata.managedFields);
  if (!live || (managers && managers.size > 0)) return managers ?? new Map();
  const { apiVersion } = scope;
  const writer = {
    manager: BEFORE,
    operation: 'Update',
    apiVersion,
    ...(subresource ? { subresource } : {}),
  } as const;
  return managersAfter(emptyObject(scope), live, new Map(), { writer, time }, scope);
};

/** What is allowed to conflict, if it is allowed by anything but force. */
const remaining = (
  conflicts: readonly Conflict[],
  { live, manager, force }: Application,
  scope: Scope,
): readonly Conflict[] => {
  if (force || conflicts.length === 0) return [];
  return manager === UPGRADED && live ? notAllowed(conflicts, live, scope) : conflicts;
};

/**
 * Applies a configuration: what it says is set, and what its manager has applied before and says no more is removed,
 * unless others own it.
 * @throws ApiError 409 if others own a field that is to become something else
 * @see k8s.io/apimachinery/pkg/util/managedfields/internal FieldManager.Apply; merge.Updater.Apply
 */
export const applied = (application: Application, scope: Scope): Applied => {
  const { config, manager, subresource, time } = application;
  checkConfig(config, scope);
  const { apiVersion } = scope;
  const shape = scope.shape(apiVersion) ?? {};
  const before: Manifest | KubeObject = application.live ?? (emptyObject(scope) as Manifest);
  const managers = new Map(reconciled(managersOf(application, scope), scope));
  const writer = {
    manager,
    operation: 'Apply',
    apiVersion,
    ...(subresource ? { subresource } : {}),
  } as const;
  const identifier = identify(writer);
  const last = managers.get(identifier);
  const fields = without(fieldsOf(config, shape), scope.ignored);
  const own: Manager = { ...writer, ...(last?.time ? { time: last.time } : {}), fields };
  managers.set(identifier, own);
  const object = pruned(merge(before, config, shape), last, managers, scope) as Manifest;
  const change = new Difference(scope, before, object, false);
  const conflicts = remaining(conflictsIn(change, managers, identifier), application, scope);
  if (conflicts.length > 0) throw applyConflict(conflicts);
  const left = afterChange(change, managers, identifier);
  const isSame = deepEqual(before, object);
  const mine = stripped(fields);
  if (isEmptySet(mine)) left.delete(identifier);
  else left.set(identifier, { ...own, fields: mine, ...(isSame ? {} : { time }) });
  return {
    object: rememberedBy(manager, isSame ? (before as Manifest) : object, config),
    managedFields: writeEntries(left),
  };
};
