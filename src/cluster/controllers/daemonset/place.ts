import type { Pod } from '../../../kubernetes/objects';
import type { NodeView } from './nodeView';

const NONE: readonly Pod[] = [];

/** One node as one daemon set sees it: the set's pods there, and what the controller makes of them. */
export class Place {
  readonly node: string;
  /** The set's pods on the node or meant for it. */
  pods: readonly Pod[] = NONE;
  /** Worked out at the last sync that found it changed. */
  view: NodeView | undefined;
  /** A pod is missing. */
  needsPod = false;
  /** Pods to delete. */
  surplus: readonly Pod[] = NONE;
  /** The view is out of date. */
  isChanged = false;
  /** The view is fresh, but the pods have not been put right yet. */
  isUnmanaged = false;

  constructor(node: string) {
    this.node = node;
  }
}
