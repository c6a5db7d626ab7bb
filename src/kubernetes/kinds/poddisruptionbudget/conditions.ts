import { toTimestamp } from '../../fields/time';
import type { Condition, PodDisruptionBudget } from './podDisruptionBudget';

/** The condition of a budget, and why it is as it is. */
export const DISRUPTION_ALLOWED = 'DisruptionAllowed';
export const SYNC_FAILED = 'SyncFailed';

type Status = PodDisruptionBudget['status'];

export const disruptionCondition = ({ conditions = [] }: Status): Condition | undefined =>
  conditions.find(({ type }) => type === DISRUPTION_ALLOWED);

/**
 * Says in the condition why disruptions are allowed or not; its time moves only when it turns.
 * @param ms model time
 * @see k8s.io/apimachinery/pkg/api/meta SetStatusCondition
 */
const withCondition = (
  status: Status,
  said: Pick<Condition, 'status' | 'reason' | 'message'>,
  ms: number,
): Status => {
  const before = disruptionCondition(status);
  const turned = before?.status !== said.status;
  const condition: Condition = {
    type: DISRUPTION_ALLOWED,
    status: said.status,
    ...(status.observedGeneration ? { observedGeneration: status.observedGeneration } : {}),
    lastTransitionTime: before && !turned ? before.lastTransitionTime : toTimestamp(ms),
    reason: said.reason,
    message: said.message,
  };
  const { conditions = [] } = status;
  return {
    ...status,
    conditions: before
      ? conditions.map((each) => (each === before ? condition : each))
      : [...conditions, condition],
  };
};

/**
 * The status with the condition that its number of allowed disruptions calls for.
 * @param ms model time
 * @see k8s.io/component-helpers/apps/poddisruptionbudget UpdateDisruptionAllowedCondition
 */
export const withDisruptionCondition = (status: Status, ms: number): Status =>
  status.disruptionsAllowed > 0
    ? withCondition(status, { status: 'True', reason: 'SufficientPods', message: '' }, ms)
    : withCondition(status, { status: 'False', reason: 'InsufficientPods', message: '' }, ms);

/**
 * The status when nobody could work out how many pods there should be: no disruption is allowed. The rest stays as it
 * was, and so does the generation that was observed last.
 * @see k8s.io/kubernetes/pkg/controller/disruption failSafe
 */
export const withFailedSync = (status: Status, why: string, ms: number): Status =>
  withCondition(
    { ...status, disruptionsAllowed: 0 },
    { status: 'False', reason: SYNC_FAILED, message: why },
    ms,
  );
