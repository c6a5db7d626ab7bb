import type { Draft } from '../../../fields/copies';
import type { ManagedFieldsEntry } from '../../../object';
import { type FieldSet, inOrder } from '../sets/fieldSet';
import { readFields } from '../sets/read';
import { identify, type Manager, type Managers, type Operation } from './manager';

const isOperation = (text: string | undefined): text is Operation => text === 'Apply' || text === 'Update';

const read = (entry: ManagedFieldsEntry): Manager => {
  const { manager = '', operation, apiVersion, time, fieldsType, fieldsV1, subresource } = entry;
  if (!isOperation(operation)) throw new Error('operation must be `Apply` or `Update`');
  if (!apiVersion) throw new Error('apiVersion must not be empty');
  if (fieldsType !== 'FieldsV1') throw new Error('fieldsType must be `FieldsV1`');
  return {
    manager,
    operation,
    apiVersion,
    ...(subresource ? { subresource } : {}),
    ...(time ? { time } : {}),
    fields: readFields(fieldsV1),
  };
};

const known = new WeakMap<readonly ManagedFieldsEntry[], Managers>();

/**
 * The managers that an object's metadata name; none if there are no entries.
 * @returns undefined for entries that make no sense
 * @see k8s.io/apimachinery/pkg/util/managedfields/internal DecodeManagedFields
 */
export const readEntries = (entries: readonly ManagedFieldsEntry[] = []): Managers | undefined => {
  let managers = known.get(entries);
  if (managers === undefined) {
    try {
      managers = new Map(entries.map(read).map((each) => [identify(each), each]));
    } catch {
      return undefined;
    }
    known.set(entries, managers);
  }
  return managers;
};

const compareTexts = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0);

/** Who applied before who updated, then the oldest first, then by name. */
const byAge = (a: Manager, b: Manager): number =>
  compareTexts(a.operation, b.operation) ||
  compareTexts(a.time, b.time) ||
  compareTexts(a.manager, b.manager) ||
  compareTexts(a.apiVersion, b.apiVersion) ||
  compareTexts(a.subresource, b.subresource);

const entryOf = ({
  manager,
  operation,
  apiVersion,
  time,
  fields,
  subresource,
}: Manager): ManagedFieldsEntry => {
  const entry: Draft<ManagedFieldsEntry> = {};
  if (manager) entry.manager = manager;
  entry.operation = operation;
  entry.apiVersion = apiVersion;
  if (time) entry.time = time;
  entry.fieldsType = 'FieldsV1';
  entry.fieldsV1 = fields;
  if (subresource) entry.subresource = subresource;
  return entry;
};

/** Fields of managers that have changed nothing are in order already. */
const ordered = new WeakSet<FieldSet>();

const inOrderOnce = (manager: Manager): Manager => {
  if (ordered.has(manager.fields)) return manager;
  const fields = inOrder(manager.fields);
  ordered.add(fields);
  return { ...manager, fields };
};

/**
 * Managers as metadata hold them, in order; undefined if there are none.
 * @see k8s.io/apimachinery/pkg/util/managedfields/internal encodeManagedFields
 */
export const writeEntries = (managers: Managers): readonly ManagedFieldsEntry[] | undefined => {
  if (managers.size === 0) return undefined;
  const all = new Map<string, Manager>();
  for (const [identifier, manager] of managers) all.set(identifier, inOrderOnce(manager));
  const entries = [...all.values()].sort(byAge).map(entryOf);
  known.set(entries, all);
  return entries;
};

/** Somebody wants to forget who set what: they send no entries, or one that says nothing. */
export const isReset = (entries: readonly ManagedFieldsEntry[] | undefined): boolean => {
  const [first, ...more] = entries ?? [undefined, undefined];
  return first === undefined ? entries?.length === 0 : more.length === 0 && Object.keys(first).length === 0;
};
