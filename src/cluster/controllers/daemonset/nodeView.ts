import { isTerminating } from '../../../kubernetes/fields/meta';
import {
  type Eligibility,
  eligibility,
  type Placement,
} from '../../../kubernetes/kinds/daemonset/eligibility';
import type { Node } from '../../../kubernetes/kinds/node/node';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { availableFrom, isReady } from '../../../kubernetes/kinds/pod/state';
import { byAge, counts, isUpdated, type Revision } from './daemonPods';
import { STAGES, type Stage, stageOf } from './stage';

/** A node that is gone. */
const UNWANTED: Eligibility = { shouldRun: false, shouldContinue: false };

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
  /** Model time at which the next ready pod becomes available, if that is to come. */
  readonly availableAt: number | undefined;
}

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
  const { shouldRun, shouldContinue } = node ? eligibility(node, placement) : UNWANTED;
  const counted = pods.every(counts) ? pods : pods.filter(counts);
  const scheduled = counted.length > 0;
  const live = counted.some(isTerminating) ? counted.filter((pod) => !isTerminating(pod)) : counted;
  const [stage, serving] = stageOf(live, shouldRun, scheduled, revision, now);
  const oldest = counted.length > 1 ? [...counted].sort(byAge)[0] : counted[0];
  const from = oldest && availableFrom(oldest, revision.minReadySeconds);
  let availableAt: number | undefined;
  if (revision.minReadySeconds > 0) {
    for (const pod of counted) {
      const due = availableFrom(pod, revision.minReadySeconds);
      if (due !== undefined && due > now && (availableAt === undefined || due < availableAt))
        availableAt = due;
    }
  }
  const ready = oldest !== undefined && isReady(oldest);
  const available = from !== undefined && from <= now;
  const updated = oldest !== undefined && isUpdated(oldest, revision);
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
  });
  if (availableAt !== undefined) return view();
  // Most nodes of a cluster look like many others: they share one view.
  let code = STAGES.indexOf(stage);
  code = 4 * code + (exists ? 2 : 0) + (shouldRun ? 1 : 0);
  code = 4 * code + (shouldContinue ? 2 : 0) + (scheduled ? 1 : 0);
  code = 4 * code + (ready ? 2 : 0) + (available ? 1 : 0);
  code = 4 * code + (updated ? 2 : 0) + (serving ? 1 : 0);
  let shared = sharedViews.get(code);
  if (!shared) {
    shared = view();
    sharedViews.set(code, shared);
  }
  return shared;
};

const sharedViews = new Map<number, NodeView>();
