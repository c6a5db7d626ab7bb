import { quoted } from '../../../kubernetes/fields/text';
import { type Budget, budgetOf } from '../../../kubernetes/kinds/daemonset/budget';
import type { DaemonSet } from '../../../kubernetes/kinds/daemonset/daemonSet';
import { ApiError } from '../../../kubernetes/refusals';
import { firstOf } from './firstOf';
import type { NodeState } from './nodeState';
import type { Tally } from './tally';

/** How far a rolling update goes at once. */
export interface Advance {
  /** Where the old pod is deleted. */
  readonly replace: readonly NodeState[];
  /** Where a new pod is started beside the old one. */
  readonly surge: readonly NodeState[];
}

/**
 * Without surge: old pods that are not available are replaced at once, however many, and count against the budget, as
 * does every node without an available pod; then available old pods go, as far as the budget lets. A pod that is ready
 * for less than minReadySeconds is not available, so it is replaced at once, too.
 */
const replaceInPlace = (tally: Tally, { maxUnavailable }: Budget): Advance => {
  const broken = tally.nodesAt('oldUnavailable');
  const unavailable =
    broken.size + tally.at('empty', 'excess', 'both', 'bothNewUnavailable', 'newUnavailable');
  const room = maxUnavailable - unavailable;
  const healthy = firstOf(tally.nodesAt('old'), room);
  const misplaced = firstOf(tally.nodesAt('oldMisplaced'), room - healthy.length);
  return { replace: [...broken, ...healthy, ...misplaced], surge: [] };
};

/**
 * With surge: a new pod is started beside the old one and the old one goes when the new one is available. An old pod
 * that is not available is joined at once, whatever the budget. One that is on its way out does not count, however long
 * that takes. Old pods where none should run go only while others make up for them.
 */
const replaceBeside = (tally: Tally, { maxSurge }: Budget): Advance => {
  assertNoneLost(tally);
  const surging = tally.at('excess', 'bothNewUnavailable');
  const broken = [...tally.nodesAt('oldUnavailable')];
  const isWanted = (node: NodeState): boolean => node.view?.shouldRun ?? false;
  const spare = tally.serving - tally.desired;
  return {
    replace: [
      ...tally.nodesAt('both'),
      ...broken.filter((node) => !isWanted(node)),
      ...firstOf(tally.nodesAt('oldMisplaced'), spare),
    ],
    surge: [...broken.filter(isWanted), ...firstOf(tally.nodesAt('old'), maxSurge - surging)],
  };
};

/** Whoever surges asks for the node of every old pod. One that is gone fails the whole sync until its pod is collected. */
const assertNoneLost = ({ lost }: Tally): void => {
  const [node] = lost;
  if (!node) return;
  const message = `couldn't get node for nodeName ${quoted(node.name)}: node ${quoted(node.name)} not found`;
  throw new ApiError({ code: 404, reason: 'NotFound', message });
};

/**
 * What a rolling update does next.
 * @throws ApiError 404 in a surge while an old pod is left on a node that is gone
 * @see k8s.io/kubernetes/pkg/controller/daemon rollingUpdate
 */
export const advance = (set: DaemonSet, tally: Tally): Advance => {
  const budget = budgetOf(set, tally.desired);
  return budget.maxSurge === 0 ? replaceInPlace(tally, budget) : replaceBeside(tally, budget);
};
