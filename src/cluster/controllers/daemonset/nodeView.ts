import { isTerminating } from '../../../kubernetes/fields/meta';
import { fromTimestamp } from '../../../kubernetes/fields/time';
import type { Node } from '../../../kubernetes/kinds/node/node';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { availableFrom, isReady, isTerminal } from '../../../kubernetes/kinds/pod/state';
import { eligibility, type Placement } from './eligibility';

const STAGES = [
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

/** What one node means to one daemon set, worked out from the node and the set's pods there. */
export interface NodeView {
  readonly shouldRun: boolean;
  readonly shouldContinue: boolean;
  /** The node object exists. */
  readonly exists: boolean;
  /** Has a pod object, even a terminating one. */
  readonly scheduled: boolean;
  readonly ready: boolean;
  readonly available: boolean;
  readonly updated: boolean;
  readonly stage: Stage;
  /** A live pod serves there: the old one counts before the new one. */
  readonly serving: boolean;
  /** Model time at which a ready pod becomes available, if that is to come. */
  readonly availableAt: number | undefined;
  /** The status waits for that: the pod it counts is ready and not yet available. */
  readonly awaited: boolean;
}

/** What a view depends on besides the node and its pods. */
export interface Revision {
  readonly hash: string;
  readonly templateGeneration: string;
  readonly minReadySeconds: number;
}

/** Updated: made from the current template, by hash or by template generation. */
export const isUpdated = (pod: Pod, { hash, templateGeneration }: Revision): boolean =>
  pod.metadata.labels?.['controller-revision-hash'] === hash ||
  pod.metadata.labels?.['pod-template-generation'] === templateGeneration;

/** Oldest first: bound before unbound, then by age, then by name. */
export const byAge = (a: Pod, b: Pod): number => {
  if (!a.spec.nodeName !== !b.spec.nodeName) return a.spec.nodeName ? -1 : 1;
  const age = fromTimestamp(a.metadata.creationTimestamp) - fromTimestamp(b.metadata.creationTimestamp);
  if (age !== 0) return age;
  return a.metadata.name < b.metadata.name ? -1 : 1;
};

/** A pod that has ended and is being deleted is as good as gone. */
export const counts = (pod: Pod): boolean => !(isTerminal(pod) && isTerminating(pod));

const stageOf = (
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
  const available = (pod: Pod): boolean => {
    const from = availableFrom(pod, revision.minReadySeconds);
    return from !== undefined && from <= now;
  };
  if (oldPod && newPod) return [available(newPod) ? 'both' : 'bothNewUnavailable', available(oldPod)];
  if (newPod) return available(newPod) ? ['new', true] : ['newUnavailable', false];
  if (oldPod)
    return available(oldPod) ? [shouldRun ? 'old' : 'oldMisplaced', true] : ['oldUnavailable', false];
  return [shouldRun || scheduled ? 'empty' : 'idle', false];
};

/**
 * Works out what a node means to a set.
 * @param node undefined if there is no such node (any more)
 * @param pods the set's pods on the node or meant for it
 * @param now model time in ms
 */
export const viewNode = (
  node: Node | undefined,
  pods: readonly Pod[],
  placement: Placement,
  revision: Revision,
  now: number,
): NodeView => {
  const { shouldRun, shouldContinue } = node
    ? eligibility(node, placement)
    : { shouldRun: false, shouldContinue: false };
  const counted = pods.every(counts) ? pods : pods.filter(counts);
  const scheduled = counted.length > 0;
  const live = counted.some(isTerminating) ? counted.filter((pod) => !isTerminating(pod)) : counted;
  const [stage, serving] = stageOf(live, shouldRun, scheduled, revision, now);
  const oldest = counted.length > 1 ? [...counted].sort(byAge)[0] : counted[0];
  const from = oldest && availableFrom(oldest, revision.minReadySeconds);
  let availableAt: number | undefined;
  if (revision.minReadySeconds > 0) {
    for (const pod of live) {
      const due = availableFrom(pod, revision.minReadySeconds);
      if (due !== undefined && due > now && (availableAt === undefined || due < availableAt))
        availableAt = due;
    }
  }
  const ready = oldest !== undefined && isReady(oldest);
  const available = from !== undefined && from <= now;
  const updated = oldest !== undefined && isUpdated(oldest, revision);
  const awaited = shouldRun && from !== undefined && from > now;
  const exists = node !== undefined;
  const view = (): NodeView => ({
    exists,
    shouldRun,
    shouldContinue,
    scheduled,
    ready,
    available,
    updated,
    stage,
    serving,
    availableAt,
    awaited,
  });
  if (availableAt !== undefined) return view();
  // Most places of a cluster look like many others: they share one view.
  let code = STAGES.indexOf(stage);
  code = 4 * code + (exists ? 2 : 0) + (shouldRun ? 1 : 0);
  code = 4 * code + (shouldContinue ? 2 : 0) + (scheduled ? 1 : 0);
  code = 4 * code + (ready ? 2 : 0) + (available ? 1 : 0);
  code = 8 * code + (updated ? 4 : 0) + (serving ? 2 : 0) + (awaited ? 1 : 0);
  let shared = sharedViews.get(code);
  if (!shared) {
    shared = view();
    sharedViews.set(code, shared);
  }
  return shared;
};

const sharedViews = new Map<number, NodeView>();
