import { isTerminating } from '../../../kubernetes/fields/meta';
import { fromTimestamp } from '../../../kubernetes/fields/time';
import { POD_TEMPLATE_GENERATION, revisionHashOf } from '../../../kubernetes/kinds/daemonset/revisionLabels';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { conditionOf, isTerminal } from '../../../kubernetes/kinds/pod/state';

/** What pods are compared with: the set's current template, and how long a pod must be ready to be available. */
export interface Revision {
  readonly hash: string;
  readonly templateGeneration: string;
  readonly minReadySeconds: number;
}

/** Updated: made from the current template, by hash or by template generation. */
export const isUpdated = (pod: Pod, { hash, templateGeneration }: Revision): boolean =>
  revisionHashOf(pod) === hash || pod.metadata.labels?.[POD_TEMPLATE_GENERATION] === templateGeneration;

/** Oldest first: bound before unbound, then by age, then by name. */
export const byAge = (a: Pod, b: Pod): number => {
  if (!a.spec.nodeName !== !b.spec.nodeName) return a.spec.nodeName ? -1 : 1;
  const age = fromTimestamp(a.metadata.creationTimestamp) - fromTimestamp(b.metadata.creationTimestamp);
  if (age !== 0) return age;
  return a.metadata.name < b.metadata.name ? -1 : 1;
};

/** A pod that has ended and is being deleted is as good as gone. */
export const counts = (pod: Pod): boolean => !(isTerminal(pod) && isTerminating(pod));

/** Two versions of a lone pod that make no difference to what its node looks like: it was bound, say. */
export const looksTheSame = (a: Pod, b: Pod): boolean =>
  a.metadata.labels === b.metadata.labels &&
  a.metadata.deletionTimestamp === b.metadata.deletionTimestamp &&
  a.status.phase === b.status.phase &&
  conditionOf(a, 'Ready')?.status === conditionOf(b, 'Ready')?.status;
