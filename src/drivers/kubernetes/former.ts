import { fromTimestamp } from '../../kubernetes/fields/time';
import type { KubeObject } from '../../kubernetes/object';
import { regardingOf } from './lens/visible';

/** Creation times are whole seconds, and servers' clocks differ a little. */
const LENIENCE = 3000;

/** What there was when an example began, by uid. */
export interface Before {
  readonly nodes: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
}

/**
 * Tells events about nodes that had the names of an example's before it began: where names are the real ones, they come
 * again. Kubelets name the node where others say its uid, so events that were there are known by their own; what was on its
 * way then is told by its time.
 * @param begun when it began (ms since MODEL_EPOCH)
 */
export const isAboutFormer =
  ({ nodes, events }: Before, begun: number) =>
  (event: KubeObject): boolean =>
    events.has(event.metadata.uid) ||
    nodes.has(regardingOf(event)?.uid ?? '') ||
    fromTimestamp(event.metadata.creationTimestamp) + LENIENCE <= begun;
