import { deepEqual } from '../../../kubernetes/fields/equality';
import { controllerOf } from '../../../kubernetes/fields/meta';
import type { Node } from '../../../kubernetes/kinds/node/node';
import type { KubeObject } from '../../../kubernetes/object';
import type { KnownPod, SetState } from './setState';

/** A pod that a new set has to look at: its own already, or without a manager and matching. */
export const isCandidate = ({ set, matches }: SetState, { pod }: KnownPod): boolean => {
  if (!pod || pod.metadata.namespace !== set.metadata.namespace) return false;
  const owner = controllerOf(pod);
  return owner ? owner.uid === set.metadata.uid : matches(pod.metadata.labels);
};

/**
 * Heartbeats, conditions and a cordon as such change nothing about where daemon pods belong; labels and taints do.
 * @see k8s.io/kubernetes/pkg/controller/daemon shouldIgnoreNodeUpdate
 */
export const concernsPlacement = (before: Node, after: Node): boolean =>
  !deepEqual(before.metadata.labels ?? {}, after.metadata.labels ?? {}) ||
  !deepEqual(before.spec.taints ?? [], after.spec.taints ?? []);

/** The same controller, whatever other owners there are. */
export const hasSameManager = (before: KubeObject, after: KubeObject): boolean =>
  before.metadata.ownerReferences === after.metadata.ownerReferences ||
  deepEqual(controllerOf(before), controllerOf(after));

/** Whether somebody might want to adopt now what nobody wanted before. */
export const concernsAdoption = (before: KubeObject | undefined, after: KubeObject): boolean =>
  !before ||
  !hasSameManager(before, after) ||
  !deepEqual(before.metadata.labels ?? {}, after.metadata.labels ?? {});
