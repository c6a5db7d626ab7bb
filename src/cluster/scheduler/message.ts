/** Messages in events are no longer. @see pkg/scheduler/schedule_one.go truncateMessage */
const LONGEST = 1024;

/** Nobody looked further: there is nowhere to go. @see pkg/scheduler/scheduler.go ErrNoNodesAvailable */
export const NO_NODES = 'no nodes available to schedule pods';

/**
 * How many nodes a pod cannot go to for which reason, in the scheduler's words and order.
 * @param nodes how many nodes there are
 * @param looked the reasons of each node that was looked at
 * @param otherwise the reason of the others, if there is one
 * @see pkg/scheduler/framework/types.go FitError.Error
 */
export const nowhere = (
  nodes: number,
  looked: readonly (readonly string[])[],
  otherwise?: string,
): string => {
  const counts = new Map<string, number>();
  const count = (reason: string, times: number): void => {
    if (times > 0) counts.set(reason, (counts.get(reason) ?? 0) + times);
  };
  for (const reasons of looked) for (const reason of reasons) count(reason, 1);
  if (otherwise !== undefined) count(otherwise, nodes - looked.length);
  const reasons = [...counts].map(([reason, times]) => `${times} ${reason}`).sort();
  const why = reasons.length > 0 ? ` ${reasons.join(', ')}.` : '';
  return `0/${nodes} nodes are available:${why}`;
};

/**
 * That a pod cannot go to any node for one reason. Then nobody has looked whether others could make room, and the
 * attempt to say so ends in an error of these two words.
 * @see pkg/scheduler/schedule_one.go schedulingAlgorithm
 * @see pkg/scheduler/framework/plugins/dynamicresources/dynamicresources.go PostFilter
 */
export const ruledOut = (nodes: number, reason: string): string =>
  `0/${nodes} nodes are available: ${reason}. not found`;

/**
 * What comes after: nothing made room, and why not. Claims to devices come first; the model knows none.
 * @see pkg/scheduler/framework/runtime/framework.go RunPostFilterPlugins
 * @see pkg/scheduler/framework/plugins/dynamicresources/dynamicresources.go PostFilter
 */
export const withoutRoom = (preemption: string): string =>
  `no new claims to deallocate, preemption: ${preemption}`;

/** As much of a message as an event holds. */
export const cutShort = (message: string): string =>
  message.length <= LONGEST ? message : `${message.slice(0, LONGEST - 4)} ...`;
