import type { NodeView, Stage } from './nodeView';

/** Nodes by stage are listed where somebody needs to pick from them, and only counted elsewhere. */
const LISTED = ['old', 'oldUnavailable', 'oldMisplaced', 'both'] as const satisfies readonly Stage[];

type ListedStage = (typeof LISTED)[number];

/**
 * Adds up the views of all nodes of one set, so that a sync costs what changed and not what exists: setting a view
 * takes the old one out and puts the new one in.
 */
export class Tally {
  readonly #views = new Map<string, NodeView>();
  readonly #stages = new Map<Stage, number>();
  readonly #listed = new Map<Stage, Set<string>>(LISTED.map((stage) => [stage, new Set()]));
  desired = 0;
  current = 0;
  ready = 0;
  available = 0;
  updated = 0;
  misscheduled = 0;
  /** Nodes with a live pod that is available, wherever it is. */
  serving = 0;

  view(node: string): NodeView | undefined {
    return this.#views.get(node);
  }

  /** How many nodes are at one of these stages. */
  at(...stages: readonly Stage[]): number {
    return stages.reduce((sum, stage) => sum + (this.#stages.get(stage) ?? 0), 0);
  }

  /** The nodes at a stage. */
  nodesAt(stage: ListedStage): ReadonlySet<string> {
    return this.#listed.get(stage) as ReadonlySet<string>;
  }

  set(node: string, view: NodeView | undefined): void {
    const before = this.#views.get(node);
    if (before) this.#add(node, before, -1);
    if (view) {
      this.#views.set(node, view);
      this.#add(node, view, 1);
    } else {
      this.#views.delete(node);
    }
  }

  #add(node: string, view: NodeView, sign: 1 | -1): void {
    this.#stages.set(view.stage, (this.#stages.get(view.stage) ?? 0) + sign);
    const list = this.#listed.get(view.stage);
    if (sign === 1) list?.add(node);
    else list?.delete(node);
    if (view.serving) this.serving += sign;
    if (!view.exists) return;
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
