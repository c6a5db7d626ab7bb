import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { isAvailable } from '../../../kubernetes/kinds/pod/state';
import { isUpdated, type Revision } from './daemonPods';

/** All stages; each has a number, its place in this list. */
export const STAGES = [
  'idle',
  'empty',
  'excess',
  'new',
  'newUnavailable',
  'old',
  'oldUnavailable',
  'oldMisplaced',
  'both',
  'bothNewUnavailable',
] as const satisfies readonly Stage[];

/** How a node stands in a rolling update: which live pods it has, old and new, and whether they are available. */
export type Stage =
  /** Nothing there and nothing wanted. */
  | 'idle'
  /** Wanted, but no live pod. */
  | 'empty'
  /** More than one old or more than one new pod. */
  | 'excess'
  | 'new'
  | 'newUnavailable'
  | 'old'
  | 'oldUnavailable'
  /** An available old pod on a node that should not run one. */
  | 'oldMisplaced'
  /** An old pod and a new one beside it. */
  | 'both'
  | 'bothNewUnavailable';

/**
 * How a node stands.
 * @param live the set's pods there that are not on their way out
 * @param scheduled whether there is a pod object at all
 * @param now model time in ms
 * @returns the stage, and whether a live pod serves there: the old one counts before the new one
 */
export const stageOf = (
  live: readonly Pod[],
  shouldRun: boolean,
  scheduled: boolean,
  revision: Revision,
  now: number,
): readonly [Stage, boolean] => {
  let oldPod: Pod | undefined;
  let newPod: Pod | undefined;
  for (const pod of live) {
    if (isUpdated(pod, revision)) {
      if (newPod) return ['excess', false];
      newPod = pod;
    } else {
      if (oldPod) return ['excess', false];
      oldPod = pod;
    }
  }
  const available = (pod: Pod): boolean => isAvailable(pod, revision.minReadySeconds, now);
  if (oldPod && newPod) return [available(newPod) ? 'both' : 'bothNewUnavailable', available(oldPod)];
  if (newPod) return available(newPod) ? ['new', true] : ['newUnavailable', false];
  if (oldPod)
    return available(oldPod) ? [shouldRun ? 'old' : 'oldMisplaced', true] : ['oldUnavailable', false];
  return [shouldRun || scheduled ? 'empty' : 'idle', false];
};
