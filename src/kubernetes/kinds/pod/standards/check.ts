import type { StringMap } from '../../../object';
import type { Container, PodSpec } from '../pod';

/** What a pod breaks of a standard: in short, and in full. */
export interface Violation {
  readonly reason: string;
  readonly detail: string;
}

/** What is looked at of a pod, or of a template that pods are to be made from. */
export interface Subject {
  readonly spec: PodSpec;
  readonly annotations: StringMap;
}

/** Looks for one thing. */
export type CheckPod = (subject: Subject) => Violation | undefined;

/** One thing that a level of the standards forbids, and what it was in each version of Kubernetes. */
export interface Check {
  readonly id: string;
  /** What `baseline` forbids, `restricted` does, too. */
  readonly level: 'baseline' | 'restricted';
  /** Since which minor version of Kubernetes 1 it is looked for, and how; the oldest first. */
  readonly versions: readonly (readonly [since: number, check: CheckPod])[];
  /** What it takes the place of, at its level. */
  readonly overrides?: string;
}

/** All containers, in the order in which they are told. */
export const containersOf = ({ spec }: Subject): readonly Container[] => [
  ...(spec.initContainers ?? []),
  ...spec.containers,
  ...((spec.ephemeralContainers ?? []) as readonly Container[]),
];

/** The names of the containers of which something is true. */
export const namesOf = (subject: Subject, isSo: (container: Container) => boolean): readonly string[] =>
  containersOf(subject)
    .filter(isSo)
    .map(({ name }) => name);

/** `"a", "b"` */
export const inQuotes = (items: readonly string[]): string => `"${items.join('", "')}"`;

export const plural = (word: string, items: readonly unknown[]): string =>
  items.length === 1 ? word : `${word}s`;

/** `container "a"`, `containers "a", "b"` */
export const theContainers = (names: readonly string[]): string =>
  `${plural('container', names)} ${inQuotes(names)}`;

/** Each once, in order. */
export const distinct = (items: readonly string[]): readonly string[] => [...new Set(items)].sort();

/** Who says what must not be said: `pod and container "a"`; undefined if nobody does. */
export const setters = (pod: boolean, containers: readonly string[]): string | undefined => {
  const found = [...(pod ? ['pod'] : []), ...(containers.length > 0 ? [theContainers(containers)] : [])];
  return found.length > 0 ? found.join(' and ') : undefined;
};

/** Pods of Windows have no such thing. */
export const butForWindows =
  (check: CheckPod): CheckPod =>
  (subject) =>
    subject.spec.os?.name === 'windows' ? undefined : check(subject);

/** Whoever is root in a user namespace of the pod's own is nobody outside. */
export const butInUserNamespace =
  (check: CheckPod): CheckPod =>
  (subject) =>
    subject.spec.hostUsers === false ? undefined : check(subject);
