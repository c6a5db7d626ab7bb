import type { Check, CheckPod, Subject, Violation } from './check';
import { hostChecks } from './host';
import { otherChecks } from './others';
import { privilegeChecks } from './privileges';
import { profileChecks } from './profiles';
import { userChecks } from './users';

/** How much pods may do, from everything to next to nothing. */
export const LEVELS = ['privileged', 'baseline', 'restricted'] as const;
export type Level = (typeof LEVELS)[number];

/** The standards of one minor version of Kubernetes 1, or the latest there are. */
export type StandardVersion = number | 'latest';

/** A level as some version of Kubernetes has it. */
export interface Standard {
  readonly level: Level;
  readonly version: StandardVersion;
}

/** `restricted:latest`, `baseline:v1.30` */
export const nameOf = ({ level, version }: Standard): string =>
  `${level}:${version === 'latest' ? version : `v1.${version}`}`;

const CHECKS: readonly Check[] = [
  ...hostChecks,
  ...privilegeChecks,
  ...profileChecks,
  ...userChecks,
  ...otherChecks,
];
const NEWEST = Math.max(...CHECKS.flatMap(({ versions }) => versions.map(([since]) => since)));

const inOrder = (level: Check['level']): readonly Check[] =>
  CHECKS.filter((check) => check.level === level).sort((a, b) => (a.id < b.id ? -1 : 1));

const BASELINE = inOrder('baseline');
const RESTRICTED = inOrder('restricted');

/** How a thing is looked for in a version; undefined if nobody looks for it. */
const asOf = ({ versions }: Check, minor: number): CheckPod | undefined =>
  versions.findLast(([since]) => since <= minor)?.[1];

const checksOf = ({ level, version }: Standard): readonly CheckPod[] => {
  if (level === 'privileged') return [];
  const minor = version === 'latest' ? NEWEST : Math.min(version, NEWEST);
  const present = (checks: readonly Check[]): readonly Check[] =>
    checks.filter((check) => asOf(check, minor) !== undefined);
  const restricted = level === 'restricted' ? present(RESTRICTED) : [];
  const replaced = new Set(restricted.map(({ overrides }) => overrides));
  const baseline = present(BASELINE).filter(({ id }) => !replaced.has(id));
  return [...baseline, ...restricted].flatMap((check) => asOf(check, minor) ?? []);
};

const known = new Map<string, readonly CheckPod[]>();

/**
 * What a pod breaks of a standard, what the lower level forbids first.
 * @see staging/src/k8s.io/pod-security-admission/policy/registry.go EvaluatePod, populate
 */
export const violationsOf = (standard: Standard, subject: Subject): readonly Violation[] => {
  const name = nameOf(standard);
  let checks = known.get(name);
  if (checks === undefined) {
    checks = checksOf(standard);
    known.set(name, checks);
  }
  return checks.flatMap((check) => check(subject) ?? []);
};

/** `host namespaces (hostNetwork=true), privileged (…)` */
export const inFull = (violations: readonly Violation[]): string =>
  violations.map(({ reason, detail }) => (detail === '' ? reason : `${reason} (${detail})`)).join(', ');

/** `host namespaces, privileged` */
export const inShort = (violations: readonly Violation[]): string =>
  violations.map(({ reason }) => reason).join(', ');
