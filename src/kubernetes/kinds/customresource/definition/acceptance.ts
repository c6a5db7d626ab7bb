import { deepEqual } from '../../../fields/equality';
import {
  type CustomResourceDefinition,
  conditionOf,
  type DefinitionCondition,
  type DefinitionStatus,
  type Names,
} from './definition';

interface Taken {
  readonly resources: ReadonlySet<string>;
  readonly kinds: ReadonlySet<string>;
}

/** The names that other definitions of the same group have. */
const takenBy = (others: readonly CustomResourceDefinition[], group: string): Taken => {
  const names = others.filter(({ spec }) => spec.group === group).map(({ status }) => status.acceptedNames);
  return {
    resources: new Set(
      names.flatMap(({ plural, singular, shortNames = [] }) => [plural, singular ?? '', ...shortNames]),
    ),
    kinds: new Set(names.flatMap(({ kind, listKind }) => [kind, listKind ?? ''])),
  };
};

const inUse = (name: string): string => `${JSON.stringify(name)} is already in use`;

/** Several complaints as Go joins them: each once, in brackets if there are several. */
const joined = (complaints: readonly string[]): string => {
  const each = [...new Set(complaints)];
  return each.length === 1 ? (each[0] ?? '') : `[${each.join(', ')}]`;
};

interface Outcome {
  readonly names: Names;
  /** Why a name was not accepted; the last of several. */
  readonly conflict?: { readonly reason: string; readonly message: string };
}

const accept = (wanted: Names, current: Names, taken: Taken): Outcome => {
  let names: Names = { ...current, categories: wanted.categories };
  let conflict: Outcome['conflict'];
  const single = [
    ['plural', 'PluralConflict', taken.resources],
    ['singular', 'SingularConflict', taken.resources],
    ['kind', 'KindConflict', taken.kinds],
    ['listKind', 'ListKindConflict', taken.kinds],
  ] as const;
  for (const [field, reason, used] of single) {
    const name = wanted[field] ?? '';
    if (name !== (current[field] ?? '') && used.has(name)) conflict = { reason, message: inUse(name) };
    else names = { ...names, [field]: name };
    if (field !== 'singular') continue;
    const clashes = (wanted.shortNames ?? []).filter(
      (short) => !current.shortNames?.includes(short) && taken.resources.has(short),
    );
    if (clashes.length > 0) {
      conflict = { reason: 'ShortNamesConflict', message: joined(clashes.map(inUse)) };
    } else names = { ...names, shortNames: wanted.shortNames };
  }
  return { names: withoutNothing(names), ...(conflict ? { conflict } : {}) };
};

/** Plural and kind are always there, empty as long as they are not accepted. */
const withoutNothing = ({ plural, kind, ...rest }: Names): Names => ({
  ...Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined && value !== '')),
  plural,
  kind,
});

/** The conditions with one more, or with that one changed. Its time is that of the last change of its status. */
const withCondition = (
  conditions: readonly DefinitionCondition[],
  condition: DefinitionCondition,
  now: string,
): readonly DefinitionCondition[] => {
  const known = conditions.find(({ type }) => type === condition.type);
  const lastTransitionTime = known?.status === condition.status ? known.lastTransitionTime : now;
  const next = { ...condition, lastTransitionTime };
  return known ? conditions.map((each) => (each === known ? next : each)) : [...conditions, next];
};

/**
 * Gives a definition the names it asks for, as far as no other of its group has them.
 *
 * @param others the definitions there are; itself may be among them
 * @param now RFC 3339
 * @returns the status with `acceptedNames` and the conditions `NamesAccepted` and `Established`, which is not true
 *   yet; the same status if nothing changes
 * @see k8s.io/apiextensions-apiserver/pkg/controller/status
 */
export const withAcceptedNames = (
  definition: CustomResourceDefinition,
  others: readonly CustomResourceDefinition[],
  now: string,
): DefinitionStatus => {
  const { spec, status, metadata } = definition;
  if (deepEqual(spec.names, status.acceptedNames)) return status;
  const rest = others.filter((other) => other.metadata.name !== metadata.name);
  const { names, conflict } = accept(spec.names, status.acceptedNames, takenBy(rest, spec.group));
  const accepted: DefinitionCondition = conflict
    ? { type: 'NamesAccepted', status: 'False', ...conflict }
    : { type: 'NamesAccepted', status: 'True', reason: 'NoConflicts', message: 'no conflicts found' };
  const before = conditionOf(definition, 'Established');
  const established: DefinitionCondition =
    before?.status === 'True'
      ? before
      : conflict
        ? (before ?? {
            type: 'Established',
            status: 'False',
            reason: 'NotAccepted',
            message: 'not all names are accepted',
          })
        : {
            type: 'Established',
            status: 'False',
            reason: 'Installing',
            message: 'the initial names have been accepted',
          };
  const conditions = withCondition(withCondition(status.conditions ?? [], accepted, now), established, now);
  const next: DefinitionStatus = { ...status, acceptedNames: names, conditions };
  return deepEqual(next, status) ? status : next;
};

/**
 * Establishes a definition whose names are accepted: from then on its kind is served.
 * @param now RFC 3339
 * @returns the same status for a definition that is not ready, or is established already
 * @see k8s.io/apiextensions-apiserver/pkg/controller/establish
 */
export const withEstablished = (definition: CustomResourceDefinition, now: string): DefinitionStatus => {
  const { status } = definition;
  const isReady = conditionOf(definition, 'NamesAccepted')?.status === 'True';
  if (!isReady || conditionOf(definition, 'Established')?.status === 'True') return status;
  const established: DefinitionCondition = {
    type: 'Established',
    status: 'True',
    reason: 'InitialNamesAccepted',
    message: 'the initial names have been accepted',
  };
  return { ...status, conditions: withCondition(status.conditions ?? [], established, now) };
};
