import type { NodeState, PodState } from '../scene';

/** Something that has happened to nodes. */
export interface NodeFact {
  readonly about: 'node';
  readonly what:
    | 'joined'
    | 'left'
    | NodeState
    | 'cordoned'
    | 'uncordoned'
    | 'labelled'
    | 'unlabelled'
    | 'tainted'
    | 'untainted';
  /** The label or the taint. */
  readonly mark?: string;
}

/** Something that has happened to pods, one on each of some nodes. */
export interface PodFact {
  readonly about: 'pod';
  readonly what:
    | 'new'
    | 'replaced'
    | 'gone'
    /** It runs, and is not ready yet. */
    | 'started'
    /** It is in another state. */
    | 'turned'
    | 'bound'
    /** By the daemon set that is named. */
    | 'adopted'
    | 'released'
    /** Its revision has another number, its image another version. */
    | 'renumbered'
    | 'remade';
  /** Of which daemon set, with its project where another has the same name; undefined for a pod of nobody. */
  readonly set?: string;
  /** Of a pod of nobody. */
  readonly name?: string;
  /** What it is now. */
  readonly state?: PodState;
  /** Where pods of several revisions are about. */
  readonly revision?: number;
  readonly version?: string;
}

/** Something that has happened to a daemon set. */
export interface SetFact {
  readonly about: 'set';
  readonly what: 'new' | 'gone' | 'updated' | 'revised' | 'counted';
  readonly set: string;
  readonly version?: string;
  readonly revision?: number;
  /** So many of those that are desired. */
  readonly count?: number;
  readonly desired?: number;
  /** What is counted. */
  readonly counted?: 'ready' | 'available';
}

export type Fact = NodeFact | PodFact | SetFact;

/** What has happened alike on several nodes: none where no node matters. */
export type FactOnNodes = Fact & { readonly nodes: readonly string[] };

/** Gathers what has happened alike, in the order in which it was first said. */
export class Facts {
  readonly #found = new Map<string, { readonly fact: Fact; readonly nodes: Set<string> }>();

  add(fact: Fact, node?: string): void {
    const key = JSON.stringify(fact);
    const known = this.#found.get(key) ?? { fact, nodes: new Set() };
    this.#found.set(key, known);
    if (node !== undefined) known.nodes.add(node);
  }

  /** @param order of the nodes, by name */
  all(order: ReadonlyMap<string, number>): readonly FactOnNodes[] {
    const place = (node: string): number => order.get(node) ?? order.size;
    return [...this.#found.values()].map(({ fact, nodes }) => ({
      ...fact,
      nodes: [...nodes].sort((a, b) => place(a) - place(b)),
    }));
  }
}
