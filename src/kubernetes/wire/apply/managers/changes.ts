import { difference, type FieldSet, intersection, isEmptySet, union, without } from '../sets/fieldSet';
import { type Comparison, compare } from '../typed/compare';
import type { Shape } from '../typed/shape';
import type { Manager, Managers } from './manager';

/** What is to be known of a kind of objects to tell who owns what of them. */
export interface Scope {
  readonly apiVersion: string;
  readonly kind: string;
  /** The kind is a custom one, whose definition may change. */
  readonly isDefined: boolean;
  /** How objects look in a version; undefined if it is not served. */
  shape(apiVersion: string): Shape | undefined;
  /** What a write leaves alone, whatever it says: the status, or everything but it. */
  readonly ignored: FieldSet;
}

/** Two states of an object, compared once for each version that somebody names fields in. */
export class Difference {
  readonly #scope: Scope;
  readonly #states: readonly [before: unknown, after: unknown];
  readonly #asWritten: boolean;
  readonly #versions = new Map<string, Comparison | undefined>();

  /** @param asWritten see `compare` */
  constructor(scope: Scope, before: unknown, after: unknown, asWritten: boolean) {
    this.#scope = scope;
    this.#states = [before, after];
    this.#asWritten = asWritten;
  }

  /** Undefined for a version that is not served. */
  in(apiVersion: string): Comparison | undefined {
    if (this.#versions.has(apiVersion)) return this.#versions.get(apiVersion);
    const { ignored } = this.#scope;
    const shape = this.#scope.shape(apiVersion);
    const found = shape && compare(...this.#states, shape, this.#asWritten);
    const comparison = found && {
      removed: without(found.removed, ignored),
      modified: without(found.modified, ignored),
      added: without(found.added, ignored),
    };
    this.#versions.set(apiVersion, comparison);
    return comparison;
  }
}

/** Fields of a manager that somebody else is about to change. */
export interface Conflict {
  readonly identifier: string;
  readonly manager: Manager;
  readonly fields: FieldSet;
}

/** Fields of other managers that a change would set to something else. */
export const conflictsIn = (change: Difference, managers: Managers, writer: string): readonly Conflict[] =>
  [...managers].flatMap(([identifier, manager]) => {
    const comparison = identifier === writer ? undefined : change.in(manager.apiVersion);
    if (!comparison) return [];
    const fields = intersection(manager.fields, union(comparison.modified, comparison.added));
    return isEmptySet(fields) ? [] : [{ identifier, manager, fields }];
  });

/**
 * Takes from all managers but the writer what a change has set or removed. Who has nothing left is none any more, and
 * neither is who names fields in a version that is not served.
 * @see sigs.k8s.io/structured-merge-diff/v6/merge Updater.update
 */
export const afterChange = (change: Difference, managers: Managers, writer: string): Map<string, Manager> => {
  const left = new Map<string, Manager>();
  for (const [identifier, manager] of managers) {
    let { fields } = manager;
    if (identifier !== writer) {
      const comparison = change.in(manager.apiVersion);
      if (!comparison) continue;
      for (const taken of [comparison.modified, comparison.added, comparison.removed])
        fields = difference(fields, taken);
    }
    if (!isEmptySet(fields))
      left.set(identifier, fields === manager.fields ? manager : { ...manager, fields });
  }
  return left;
};
