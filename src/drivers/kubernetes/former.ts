import { fromTimestamp } from '../../kubernetes/fields/time';
import type { KubeObject } from '../../kubernetes/object';
import { regardingOf } from './lens/visible';

/** Creation times are whole seconds, and servers' clocks differ a little. */
const LENIENCE = 3000;

/**
 * Tells events about nodes that had the names of an example's before it began: where names are the real ones, they come
 * again. Kubelets name the node where others say its uid.
 * @param nodes that there were when the example began, by uid
 * @param begun when it began (ms since MODEL_EPOCH)
 */
export const isAboutFormer =
  (nodes: ReadonlySet<string>, begun: number) =>
  (event: KubeObject): boolean =>
    nodes.has(regardingOf(event)?.uid ?? '') ||
    fromTimestamp(event.metadata.creationTimestamp) + LENIENCE <= begun;
