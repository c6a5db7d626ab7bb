import { isTerminating } from '../../../kubernetes/fields/meta';
import { toTimestamp } from '../../../kubernetes/fields/time';
import type { Namespace } from '../../../kubernetes/kinds/namespace/namespace';

/**
 * A namespace that somebody deletes: it is on its way out until its controller has emptied it. The same one if it is
 * already.
 * @param now model time in ms
 */
export const terminated = (namespace: Namespace, now: number): Namespace => {
  if (isTerminating(namespace)) return namespace;
  return {
    ...namespace,
    metadata: {
      ...namespace.metadata,
      deletionTimestamp: toTimestamp(now),
      deletionGracePeriodSeconds: 0,
    },
    status: { phase: 'Terminating' },
  };
};
