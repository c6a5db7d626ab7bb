import { controllerOf, isTerminating } from '../../../kubernetes/fields/meta';
import type { DaemonSet } from '../../../kubernetes/kinds/daemonset/daemonSet';
import { eligibility, placementOf } from '../../../kubernetes/kinds/daemonset/eligibility';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { availableFrom, isReady, isTerminal, targetNode } from '../../../kubernetes/kinds/pod/state';
import { type Finding, type Look, naming, type Picture } from './finding';

/** A controller that is refused tries again later and later; so long its pods are waited for (ms). */
const MISSING = 5000;
/** Failed pods go one second after the first, then two, four … */
const ENDED = 20_000;

const ownedBy = (set: DaemonSet, pods: readonly Pod[]): readonly Pod[] =>
  pods.filter((pod) => controllerOf(pod)?.uid === set.metadata.uid);

/** The pods of a set by the node they are on or for, the oldest first: that is the one that is counted. */
const podsByNode = (set: DaemonSet, { pods, nodes }: Picture): ReadonlyMap<string, readonly Pod[]> => {
  const found = new Map<string, Pod[]>(nodes.map(({ metadata }) => [metadata.name, []]));
  for (const pod of ownedBy(set, pods)) found.get(targetNode(pod) ?? '')?.push(pod);
  for (const [node, own] of found) if (own.length === 0) found.delete(node);
  for (const own of found.values()) own.sort(byAge);
  return found;
};

const byAge = (a: Pod, b: Pod): number =>
  (a.metadata.creationTimestamp ?? '').localeCompare(b.metadata.creationTimestamp ?? '');

/** True if a counter cannot be what is there: pods that should not run are not in it, and how many these are is counted apart. */
const isOff = (counted: number | undefined, there: number, misscheduled: number): boolean =>
  (counted ?? 0) > there || (counted ?? 0) < there - misscheduled;

/**
 * Whether the status says what there is, as far as can be told without deciding what should be.
 * @see pkg/controller/daemon/daemon_controller.go updateDaemonSetStatus
 */
const isCounted = ({ status }: DaemonSet, pods: ReadonlyMap<string, readonly Pod[]>): boolean => {
  const misscheduled = status.numberMisscheduled ?? 0;
  const oldest = [...pods.values()].flatMap(([first]) => (first ? [first] : []));
  // Of pods of the same second nobody can tell which is the oldest.
  const least = [...pods.values()].filter((own) => own.every(isReady)).length;
  const most = [...pods.values()].filter((own) => own.some(isReady)).length;
  const ready = status.numberReady ?? 0;
  return (
    !isOff((status.currentNumberScheduled ?? 0) + misscheduled, oldest.length, 0) &&
    ready <= most &&
    ready >= least - misscheduled
  );
};

const ofStatus = (
  set: DaemonSet,
  pods: ReadonlyMap<string, readonly Pod[]>,
  picture: Picture,
): readonly Finding[] => {
  if ((set.status.observedGeneration ?? 0) < (set.metadata.generation ?? 0))
    return [{ what: `daemon set ${naming(set)} to be looked at by its controller`, isDuty: true }];
  return isCounted(set, pods) || hasStrays(set, picture)
    ? []
    : [{ what: `the status of daemon set ${naming(set)} to count its pods` }];
};

/** True if pods are for nodes that are gone: nobody tells the controller that a node goes, so it counts them still. */
const hasStrays = (set: DaemonSet, { pods, nodes }: Picture): boolean =>
  ownedBy(set, pods).some((pod) => !nodes.some(({ metadata }) => metadata.name === targetNode(pod)));

/** Ready pods that are not yet counted as available: they have to be ready for minReadySeconds, and it is counted after that. */
const ofAvailability = (set: DaemonSet, pods: ReadonlyMap<string, readonly Pod[]>): readonly Finding[] => {
  const { numberReady: ready = 0, numberAvailable: available = 0 } = set.status;
  if (available >= ready) return [];
  const from = [...pods.values()]
    .flat()
    .flatMap((pod) => availableFrom(pod, set.spec.minReadySeconds ?? 0) ?? []);
  const what = `pods of daemon set ${naming(set)} to be available`;
  return from.length === 0 ? [{ what }] : from.map((due) => ({ what, due }));
};

/** New pods beside old ones: the old ones leave once the new ones have been ready for minReadySeconds. */
const ofSurge = (
  set: DaemonSet,
  pods: ReadonlyMap<string, readonly Pod[]>,
  { now }: Picture,
): readonly Finding[] =>
  [...pods.values()]
    .flatMap(([, ...newer]) => newer)
    .flatMap((pod) => availableFrom(pod, set.spec.minReadySeconds ?? 0) ?? [])
    .filter((due) => due > now)
    .map((due) => ({ what: `new pods of daemon set ${naming(set)} to be available`, due }));

/** Nodes without the pod that they should have, and with one that should go. */
const ofPlaces = (
  set: DaemonSet,
  pods: ReadonlyMap<string, readonly Pod[]>,
  { nodes }: Picture,
): readonly Finding[] => {
  const placement = placementOf(set, undefined);
  return nodes.flatMap((node): readonly Finding[] => {
    const own = pods.get(node.metadata.name) ?? [];
    const { shouldRun, shouldContinue } = eligibility(node, placement);
    const where = `"${node.metadata.name}"`;
    if (shouldRun && own.length === 0)
      return [{ what: `a pod of daemon set ${naming(set)} for ${where}`, within: MISSING }];
    if (!shouldContinue && own.some((pod) => !isTerminating(pod)))
      return [{ what: `the pod of daemon set ${naming(set)} to leave ${where}`, within: MISSING }];
    return own
      .filter((pod) => isTerminal(pod) && !isTerminating(pod))
      .map((pod) => ({ what: `pod ${naming(pod)} to be replaced`, within: ENDED }));
  });
};

/** A set that is deleted in the foreground asks its pods to leave, and goes when they are gone. */
const ofDeletion = (set: DaemonSet, { pods }: Picture): readonly Finding[] => {
  const own = ownedBy(set, pods);
  if (own.length > 0 && own.every(isTerminating)) return [];
  return [{ what: `daemon set ${naming(set)} to go` }];
};

/** What the controller of daemon sets has still to do. */
export const daemonSets: Look = (picture) =>
  picture.daemonSets.flatMap((set) => {
    if (isTerminating(set)) return ofDeletion(set, picture);
    const pods = podsByNode(set, picture);
    return [
      ...ofStatus(set, pods, picture),
      ...ofAvailability(set, pods),
      ...ofSurge(set, pods, picture),
      ...ofPlaces(set, pods, picture),
    ];
  });

/** True while pods are being replaced: between two of them, little may happen for a while. */
export const isUpdating = ({ spec, status }: DaemonSet): boolean =>
  spec.updateStrategy?.type !== 'OnDelete' &&
  ((status.updatedNumberScheduled ?? 0) < status.desiredNumberScheduled ||
    (status.numberUnavailable ?? 0) > 0);
