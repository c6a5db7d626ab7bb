import type { Draft } from '../../../fields/copies';
import type { FieldsV1 } from '../../../object';
import { compareSteps, type Step } from './steps';

/**
 * A set of fields, as `metadata.managedFields` holds it (FieldsV1): a tree of steps. What nothing stands below is in the
 * set; what has something below it is in the set if it has a `.` besides. The root stands for the object, which nobody
 * owns as a whole.
 * @see sigs.k8s.io/structured-merge-diff/v6/fieldpath Set
 */
export type FieldSet = FieldsV1;

/** Of the fields below it, it is one itself. */
const SELF = '.';
const LEAF: FieldSet = Object.freeze({});

/** No field at all. */
export const NO_FIELDS: FieldSet = LEAF;

/** A set in the making. */
export type DraftSet = { [step: Step]: DraftSet };

const hasNothing = (node: FieldSet): boolean => {
  for (const _ in node) return false;
  return true;
};

export const isEmptySet = hasNothing;

const isMember = (node: FieldSet): boolean => SELF in node || hasNothing(node);

/** A node, unless it says nothing. */
const node = (member: boolean, below: FieldSet): FieldSet | undefined => {
  if (hasNothing(below)) return member ? LEAF : undefined;
  return member ? { [SELF]: LEAF, ...below } : below;
};

/** A set of what is below a node. */
const below = (set: FieldSet): FieldSet => {
  if (!(SELF in set)) return set;
  const { [SELF]: _, ...rest } = set;
  return rest;
};

type Combine = (a: FieldSet, b: FieldSet | undefined) => FieldSet | undefined;

/** What becomes of the steps of the first level; the very same set if all stay as they are. */
const combined = (a: FieldSet, b: FieldSet, combine: Combine): FieldSet => {
  let result: Draft<Record<Step, FieldSet>> | undefined;
  for (const step in a) {
    const before = a[step];
    if (step === SELF || !before) continue;
    const found = combine(before, b[step]);
    if (found !== before) result ??= until(a, step);
    if (found && result) result[step] = found;
  }
  return result ?? a;
};

/** What comes before a step. */
const until = (set: FieldSet, end: Step): Record<Step, FieldSet> => {
  const result: Record<Step, FieldSet> = {};
  for (const step in set) {
    if (step === end) break;
    result[step] = set[step] ?? LEAF;
  }
  return result;
};

/** A node that is in the set itself or is not, with something else below it; the very same one if it says that already. */
const changed = (
  before: FieldSet,
  member: boolean,
  change: (below: FieldSet) => FieldSet,
): FieldSet | undefined => {
  const there = below(before);
  const after = change(there);
  return after === there && member === isMember(before) ? before : node(member, after);
};

/** What is in either set; the first set itself if the second adds nothing. */
export const union = (a: FieldSet, b: FieldSet): FieldSet => {
  if (a === b || hasNothing(b)) return a;
  if (hasNothing(a)) return b;
  let result: Draft<Record<Step, FieldSet>> | undefined;
  for (const step in b) {
    const [left, right] = [a[step], b[step]];
    if (step === SELF || !right || left === right) continue;
    const found = left
      ? changed(left, isMember(left) || isMember(right), (inner) => union(inner, below(right)))
      : right;
    if (!found || found === left) continue;
    result ??= { ...a };
    result[step] = found;
  }
  return result ?? a;
};

/** What is in both. */
export const intersection = (a: FieldSet, b: FieldSet): FieldSet =>
  combined(a, b, (left, right) =>
    right
      ? changed(left, isMember(left) && isMember(right), (inner) => intersection(inner, below(right)))
      : undefined,
  );

/** What is in the first, but not in the second; the first set itself if the second takes nothing. */
export const difference = (a: FieldSet, b: FieldSet): FieldSet =>
  hasNothing(b)
    ? a
    : combined(a, b, (left, right) =>
        right
          ? changed(left, isMember(left) && !isMember(right), (inner) => difference(inner, below(right)))
          : left,
      );

/** The first without the fields of the second and whatever is below them. */
export const without = (a: FieldSet, b: FieldSet): FieldSet =>
  hasNothing(b)
    ? a
    : combined(a, b, (left, right) => {
        if (!right) return left;
        return isMember(right)
          ? undefined
          : changed(left, isMember(left), (inner) => without(inner, below(right)));
      });

/** The fields below a step. */
export const belowStep = (set: FieldSet, step: Step): FieldSet => {
  const found = set[step];
  return found ? below(found) : NO_FIELDS;
};

/** Whether what a step leads to is in the set itself. */
export const hasStep = (set: FieldSet, step: Step): boolean => {
  const found = set[step];
  return found !== undefined && isMember(found);
};

export const hasPath = (set: FieldSet, path: readonly Step[]): boolean => {
  let at: FieldSet = set;
  for (const step of path) {
    const next = at[step];
    if (next === undefined) return false;
    at = next;
  }
  return path.length > 0 && isMember(at);
};

/** Puts a path into a set in the making. The empty path is the object itself, which is in no set. */
export const insertPath = (set: DraftSet, path: readonly Step[]): void => {
  let at = set;
  const last = path.length - 1;
  for (let index = 0; index <= last; index++) {
    const step = path[index] as Step;
    const isLast = index === last;
    const there = at[step];
    const next = there ?? {};
    if (there === undefined) at[step] = next;
    else if (isLast !== hasNothing(there)) next[SELF] = {};
    at = next;
  }
};

/** A set of these paths. */
export const setOfPaths = (...paths: readonly (readonly Step[])[]): FieldSet => {
  const set: DraftSet = {};
  for (const path of paths) insertPath(set, path);
  return set;
};

/** Adds the steps of one level that are not in the set themselves, though something below them is. */
export const withMembers = (
  set: FieldSet,
  isAdded: (step: Step) => boolean,
  change: (step: Step, below: FieldSet) => FieldSet,
): FieldSet =>
  Object.fromEntries(
    Object.entries(set)
      .filter(([step]) => step !== SELF)
      .map(([step, found]) => {
        if (hasNothing(found)) return [step, found];
        return [step, node(isMember(found) || isAdded(step), change(step, below(found))) ?? LEAF];
      }),
  );

/** The steps of one level, in order. */
export const stepsOf = (set: FieldSet): readonly Step[] => {
  const steps: Step[] = [];
  for (const step in set) if (step !== SELF) steps.push(step);
  return steps.length > 1 ? steps.sort(compareSteps) : steps;
};

/** All paths in a set: of each level first those that end there. */
export const pathsOf = (set: FieldSet, before: readonly Step[] = []): readonly (readonly Step[])[] => {
  const steps = stepsOf(set);
  return [
    ...steps.filter((step) => hasStep(set, step)).map((step) => [...before, step]),
    ...steps.flatMap((step) => pathsOf(belowStep(set, step), [...before, step])),
  ];
};

/** The set with its steps in the order of FieldsV1. */
export const inOrder = (set: FieldSet): FieldSet => {
  if (hasNothing(set)) return LEAF;
  const result: DraftSet = {};
  if (SELF in set) result[SELF] = LEAF as DraftSet;
  for (const step of stepsOf(set)) result[step] = inOrder(set[step] ?? LEAF) as DraftSet;
  return result;
};
