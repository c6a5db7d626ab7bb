import { isTerminating } from '../../../kubernetes/fields/meta';
import { fromTimestamp } from '../../../kubernetes/fields/time';
import { isGated } from '../../../kubernetes/kinds/pod/gates';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { conditionOf } from '../../../kubernetes/kinds/pod/state';
import { type Finding, type Look, naming, type Picture } from './finding';

/** Nobody knows what other schedulers do. */
const STOCK = 'default-scheduler';
/** A pod that has made room for itself is tried again after at most ten seconds. */
const ROOM_WITHIN = 15_000;
const GONE_WITHIN = 30_000;

/** Pods on their way out go when their kubelet has stopped them; that of a silent node does not hear of it. */
const ofLeaving = (pod: Pod, { silent }: Picture): readonly Finding[] => {
  const { deletionTimestamp, finalizers = [] } = pod.metadata;
  if (deletionTimestamp === undefined || finalizers.length > 0 || silent.has(pod.spec.nodeName ?? ''))
    return [];
  return [{ what: `pod ${naming(pod)} to go`, due: fromTimestamp(deletionTimestamp), within: GONE_WITHIN }];
};

/** Pods without a node, until the scheduler has said that there is none for them. */
const ofScheduling = (pod: Pod): readonly Finding[] => {
  const { nodeName, schedulerName = STOCK } = pod.spec;
  if (nodeName || schedulerName !== STOCK || isGated(pod)) return [];
  if (isTerminating(pod) || pod.status.phase !== 'Pending') return [];
  if (pod.status.nominatedNodeName)
    return [{ what: `pod ${naming(pod)} to get the room that was made for it`, within: ROOM_WITHIN }];
  return conditionOf(pod, 'PodScheduled')?.status === 'False'
    ? []
    : [{ what: `pod ${naming(pod)} to be looked at by the scheduler`, isUnseen: true }];
};

/** What the garbage collector has still to do: what is left when all its owners are gone. */
const ofOwners = ({ pods, revisions, daemonSets }: Picture): readonly Finding[] => {
  const there = new Set(daemonSets.map(({ metadata }) => metadata.uid));
  return [...pods, ...revisions].flatMap((each) => {
    const owners = each.metadata.ownerReferences ?? [];
    const isLeft =
      owners.length > 0 && owners.every(({ kind, uid }) => kind === 'DaemonSet' && !there.has(uid));
    return isLeft && !isTerminating(each)
      ? [{ what: `${each.kind} ${naming(each)}, whose daemon set is gone, to go`, within: GONE_WITHIN }]
      : [];
  });
};

/** What the scheduler, kubelets and the garbage collector have still to do with pods. */
export const pods: Look = (picture) => [
  ...picture.pods.flatMap((pod) => [...ofLeaving(pod, picture), ...ofScheduling(pod)]),
  ...ofOwners(picture),
];
