import { deepEqual } from '../kubernetes/fields/equality';
import type { DaemonSet } from '../kubernetes/kinds/daemonset/daemonSet';
import type { Change } from './change';
import type { Moment } from './moment';
import { isMeant, type ObjectId } from './objectId';

/** An update of a daemon set, from the write that changed its template to the status that says that it is rolled out. */
export interface Rollout {
  readonly from: Moment;
  /** When it was first complete; undefined while it is under way. */
  readonly to?: Moment;
}

/**
 * Rolled out: the controller has seen the template, and on every node that should run a pod the pod is of it, and available.
 * @see staging/src/k8s.io/kubectl/pkg/polymorphichelpers/rollout_status.go DaemonSetStatusViewer.Status
 */
const isRolledOut = ({ metadata, status }: DaemonSet): boolean => {
  const { desiredNumberScheduled = 0, updatedNumberScheduled = 0, numberAvailable = 0 } = status;
  return (
    (metadata.generation ?? 0) <= (status.observedGeneration ?? 0) &&
    updatedNumberScheduled >= desiredNumberScheduled &&
    numberAvailable >= desiredNumberScheduled
  );
};

/**
 * The last update of the daemon set that is meant: the last write that changed its pod template, and when that was rolled
 * out. Undefined if its template was never changed. A successor of the same name is another daemon set.
 */
export const lastRollout = (changes: readonly Change[], set: ObjectId): Rollout | undefined => {
  let before: DaemonSet | undefined;
  let rollout: Rollout | undefined;
  changes.forEach(({ object, type, at }, index) => {
    if (!isMeant(set, object) || type === 'DELETED') return;
    const now = object as DaemonSet;
    const isSame = before?.metadata.uid === now.metadata.uid;
    if (!isSame) rollout = undefined;
    else if (!deepEqual(before?.spec.template, now.spec.template)) rollout = { from: { at, index } };
    else if (rollout && !rollout.to && isRolledOut(now)) rollout = { ...rollout, to: { at, index } };
    before = now;
  });
  return rollout;
};
