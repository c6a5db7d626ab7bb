import type { KubeObject, ManagedFieldsEntry, Manifest } from '../../../object';
import { difference, isEmptySet, NO_FIELDS, union } from '../sets/fieldSet';
import { capped } from './cap';
import { afterChange, Difference, type Scope } from './changes';
import { isReset, readEntries, writeEntries } from './entries';
import { identify, type Managers, type Writer } from './manager';
import { reconciled } from './reconcile';
import { stripped } from './strip';

/** No manager has this name: what is being changed now belongs to nobody yet. */
const CURRENT = 'current-operation';

const NOBODY: Managers = new Map();

/** A write that sets fields, rather than applying them. */
export interface Update {
  /** What is there; undefined for a new object. */
  readonly live: KubeObject | undefined;
  /** What it becomes, with the managed fields that were sent. */
  readonly next: KubeObject | Manifest;
  readonly writer: Writer;
  /** RFC 3339. */
  readonly time: string | undefined;
}

const isSame = (some: Managers, others: Managers): boolean =>
  some.size === others.size && [...some].every(([identifier, manager]) => others.get(identifier) === manager);

/**
 * Who owns what after a change that somebody made: they own what they changed, besides what was theirs.
 * @param before what a new object begins with
 * @see k8s.io/apimachinery/pkg/util/managedfields/internal managedFieldsUpdater.Update
 */
export const managersAfter = (
  before: unknown,
  after: unknown,
  managers: Managers,
  { writer, time }: Pick<Update, 'writer' | 'time'>,
  scope: Scope,
): Managers => {
  const change = new Difference(scope, before, after, true);
  const found = change.in(scope.apiVersion);
  const set = found ? union(found.modified, found.added) : NO_FIELDS;
  const fields = stripped(set);
  if (isEmptySet(fields)) {
    const left = afterChange(change, managers, CURRENT);
    return isSame(left, managers) ? managers : left;
  }
  const identifier = identify(writer);
  // What is taken from the writer is given back, unless nobody may own it: as a rule, their fields stay as they are.
  const left = afterChange(change, managers, fields === set ? identifier : CURRENT);
  const own = left.get(identifier)?.fields ?? NO_FIELDS;
  const all = union(difference(own, difference(found?.removed ?? NO_FIELDS, fields)), fields);
  left.set(identifier, { ...writer, ...(time ? { time } : {}), fields: all });
  return capped(left);
};

/** What a new object is compared with: one of which nothing is said but what it is. */
export const emptyObject = ({ apiVersion, kind }: Scope): object => ({ apiVersion, kind });

/** Who owns what before a write: as the sender says, if they say anything that makes sense. */
const managersBefore = ({ live, next, writer }: Update): Managers => {
  const ofLive = (): Managers => readEntries(live?.metadata.managedFields) ?? NOBODY;
  if (writer.subresource) return ofLive();
  const sent = next.metadata?.managedFields;
  if (sent === live?.metadata.managedFields) return ofLive();
  if (isReset(sent)) return NOBODY;
  const managers = readEntries(sent);
  return managers && managers.size > 0 ? managers : ofLive();
};

/**
 * The managed fields of an object that somebody creates or updates; undefined if nobody keeps account of it any more, or
 * yet. The very entries that are there if nothing about them changes.
 * @see k8s.io/apimachinery/pkg/util/managedfields/internal FieldManager.Update, skipNonAppliedManager
 */
export const entriesAfterUpdate = (
  update: Update,
  scope: Scope,
): readonly ManagedFieldsEntry[] | undefined => {
  const { live, next } = update;
  const before = reconciled(managersBefore(update), scope);
  if (live && before.size === 0) return undefined;
  const after = managersAfter(live ?? emptyObject(scope), next, before, update, scope);
  const there = live?.metadata.managedFields;
  return there && after === readEntries(there) ? there : writeEntries(after);
};
