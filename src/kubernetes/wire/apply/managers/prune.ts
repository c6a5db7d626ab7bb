import {
  difference,
  type FieldSet,
  intersection,
  isEmptySet,
  NO_FIELDS,
  union,
  withMembers,
} from '../sets/fieldSet';
import { fieldOfStep } from '../sets/steps';
import { fieldsOf } from '../typed/fieldsOf';
import { remove } from '../typed/remove';
import { type Shape, shapeAt } from '../typed/shape';
import type { Scope } from './changes';
import type { Manager, Managers } from './manager';

/** The shape of what a step leads to. */
const shapeBelow = ({ map, list }: Shape, step: string): Shape | undefined => {
  const field = fieldOfStep(step);
  if (field !== undefined) return map && shapeAt(map, field);
  return step.startsWith('k:') ? list?.items : undefined;
};

/**
 * The set with all declared fields on the way to its members: who says something of a struct's field says that there is
 * a struct.
 * @see sigs.k8s.io/structured-merge-diff/v6/fieldpath Set.EnsureNamedFieldsAreMembers
 */
const withStructs = (set: FieldSet, shape: Shape | undefined): FieldSet =>
  withMembers(
    set,
    (step) => {
      const field = fieldOfStep(step);
      return field !== undefined && (shape?.map?.fields.has(field) ?? false);
    },
    (step, below) => withStructs(below, shape && shapeBelow(shape, step)),
  );

/** What all managers own, by the version they name it in. */
const ownedByVersion = (managers: Managers): ReadonlyMap<string, FieldSet> => {
  const owned = new Map<string, FieldSet>();
  for (const { apiVersion, fields } of managers.values())
    owned.set(apiVersion, union(owned.get(apiVersion) ?? NO_FIELDS, fields));
  return owned;
};

/**
 * Takes away what a manager has applied before and does not apply any more, unless others own it. Items of lists and
 * maps go as a whole, with what nobody owns in them.
 * @param last what the manager owned before; `managers` say what it owns now
 * @see sigs.k8s.io/structured-merge-diff/v6/merge Updater.prune
 */
export const pruned = (
  merged: unknown,
  last: Manager | undefined,
  managers: Managers,
  scope: Scope,
): unknown => {
  const shape = last && scope.shape(last.apiVersion);
  if (!last || isEmptySet(last.fields) || !shape) return merged;
  const owned = ownedByVersion(managers);
  const versions = [last.apiVersion, ...[...owned.keys()].filter((each) => each !== last.apiVersion)];
  let left = remove(merged, withStructs(last.fields, shape), shape);
  for (const version of versions) {
    const its = scope.shape(version);
    const fields = owned.get(version);
    if (!its || !fields) continue;
    const kept = union(withStructs(fieldsOf(left, its), its), withStructs(fields, its));
    left = remove(merged, difference(withStructs(fieldsOf(merged, its), its), kept), its);
  }
  // What nobody owned before does not go because it stands in something that nobody owns.
  const gone = difference(
    withStructs(fieldsOf(merged, shape), shape),
    withStructs(fieldsOf(left, shape), shape),
  );
  return remove(merged, intersection(gone, withStructs(last.fields, shape)), shape);
};
