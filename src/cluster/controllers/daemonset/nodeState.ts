import type { Node } from '../../../kubernetes/kinds/node/node';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import type { NodeView } from './nodeView';

const NONE: readonly Pod[] = [];

/** What all sets know of a node; empty if there is no such node (any more). */
export interface NodeSlot {
  object: Node | undefined;
}

/** What the controller knows about one node for one daemon set: the set's pods there, and what it makes of them. */
export class NodeState {
  readonly name: string;
  /** The node object as the controller has last heard of it. */
  readonly slot: NodeSlot;
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

  constructor(name: string, slot: NodeSlot) {
    this.name = name;
    this.slot = slot;
  }
}
