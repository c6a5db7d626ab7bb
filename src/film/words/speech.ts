import type { FactOnNodes } from '../facts/fact';
import type { NodeView, PodState } from '../scene';

/** Pods that look alike, on several nodes: or, without a state, nodes that have no pod. */
export interface Alike {
  /** Of which daemon set; undefined for a pod of nobody. */
  readonly set?: string;
  /** Of a pod of nobody. */
  readonly name?: string;
  readonly state?: PodState;
  readonly revision?: number;
  readonly nodes: readonly string[];
}

/** How one language tells of pictures. Clauses are put together by `sentence`, and are no sentences before. */
export interface Speech {
  /** What has happened. */
  readonly news: (fact: FactOnNodes) => string;
  /** What is the case. */
  readonly standing: (alike: Alike) => string;
  /** @param more how many clauses were left out */
  readonly sentence: (clauses: readonly string[], more: number) => string;
  /** The name of a node, with what is remarkable about it. */
  readonly node: (name: string, remarks: readonly NodeRemark[]) => string;
  readonly nothingNew: string;
  readonly nothingThere: string;
}

export type NodeRemark = Exclude<NodeView['state'], 'ready'> | 'cordoned' | 'gone';
