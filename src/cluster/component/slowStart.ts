/**
 * Tries items in batches of 1, 2, 4, …. A batch in which one fails is the last: what cannot be done is then tried a few
 * times and not hundreds of times.
 * @param attempt does it for one item, and says whether that went well
 * @returns how many items have been tried
 * @see k8s.io/kubernetes/pkg/controller/replicaset slowStartBatch
 */
export const slowStartBatch = <T>(items: readonly T[], attempt: (item: T) => boolean): number => {
  let tried = 0;
  for (let size = 1, isWell = true; isWell && tried < items.length; size *= 2) {
    for (const item of items.slice(tried, tried + size)) {
      if (!attempt(item)) isWell = false;
    }
    tried = Math.min(tried + size, items.length);
  }
  return tried;
};
