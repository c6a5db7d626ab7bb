import type { NodeState } from './nodeState';
import type { NodeView } from './nodeView';
import type { Stage } from './stage';

/** Places by stage are listed where somebody needs to pick from them, and only counted elsewhere. */
const LISTED = ['old', 'oldUnavailable', 'oldMisplaced', 'both'] as const satisfies readonly Stage[];

type ListedStage = (typeof LISTED)[number];

/**
 * Adds up the views of all nodes of one set, so that a sync costs what changed and not what exists: setting a view
 * takes the old one out and puts the new one in.
 */
export class Tally {
  readonly #stages: Record<Stage, number> = {
    idle: 0,
    empty: 0,
    excess: 0,
    new: 0,
    newUnavailable: 0,
    old: 0,
    oldUnavailable: 0,
    oldMisplaced: 0,
    both: 0,
    bothNewUnavailable: 0,
  };
  readonly #listed: Record<ListedStage, Set<NodeState>> = {
    old: new Set(),
    oldUnavailable: new Set(),
    oldMisplaced: new Set(),
    both: new Set(),
  };
  /** Nodes that are gone, with an old pod on them and no new one. */
  readonly lost = new Set<NodeState>();
  desired = 0;
  current = 0;
  ready = 0;
  available = 0;
  updated = 0;
  misscheduled = 0;
  /** Places with a live pod that is available, wanted there or not. */
  serving = 0;

  /** How many nodes are at one of these stages. */
  at(...stages: readonly Stage[]): number {
    return stages.reduce((sum, stage) => sum + this.#stages[stage], 0);
  }

  /** The nodes at a stage. */
  nodesAt(stage: ListedStage): ReadonlySet<NodeState> {
    return this.#listed[stage];
  }

  /** Gives a node a new view; undefined if there is nothing left to see. */
  setView(node: NodeState, view: NodeView | undefined): void {
    if (node.view) this.#add(node, node.view, -1);
    node.view = view;
    if (view) this.#add(node, view, 1);
  }

  #add(node: NodeState, view: NodeView, sign: 1 | -1): void {
    const { stage } = view;
    this.#stages[stage] += sign;
    if (isListed(stage)) {
      if (sign === 1) this.#listed[stage].add(node);
      else this.#listed[stage].delete(node);
    }
    if (view.serving) this.serving += sign;
    if (!view.exists) {
      if (!isOld(stage)) return;
      if (sign === 1) this.lost.add(node);
      else this.lost.delete(node);
      return;
    }
    if (!view.shouldRun) {
      if (view.scheduled) this.misscheduled += sign;
      return;
    }
    this.desired += sign;
    if (!view.scheduled) return;
    this.current += sign;
    if (view.ready) this.ready += sign;
    if (view.ready && view.available) this.available += sign;
    if (view.updated) this.updated += sign;
  }
}

const isOld = (stage: Stage): boolean => stage === 'oldMisplaced' || stage === 'oldUnavailable';

const isListed = (stage: Stage): stage is ListedStage => (LISTED as readonly Stage[]).includes(stage);
