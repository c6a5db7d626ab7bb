import type { NodeView, PodState, PodView, Scene } from '../../../film/scene';
import type { Marks } from './marks';

/** How much of a picture is shown in full. */
export interface Extent {
  readonly nodes: number;
  /** On each node. */
  readonly pods: number;
}

/** Above this, a picture that stands beside others says less, not more. */
const OF_A_PANEL: Extent = { nodes: 8, pods: 6 };

/** A node with what is on it. Where the pods have no node, or one that is not there any more, there is only its name. */
export interface Place {
  readonly name?: string;
  readonly node?: NodeView;
  readonly pods: readonly PodView[];
  /** Pods that are counted only, by state. */
  readonly more?: Tally;
}

/** How many pods are in which state; the states in the order of `PodState`. */
export type Tally = ReadonlyMap<PodState, number>;

/** Nodes that are counted only, and the pods on them. */
export interface Rest {
  readonly nodes: number;
  readonly pods: Tally;
}

export interface Shown {
  readonly places: readonly Place[];
  readonly rest?: Rest;
}

/** What of a scene is shown in full: everything, or, of many nodes and pods, first what has changed. */
export const shown = ({ nodes, pods }: Scene, marks: Marks, most: Extent = OF_A_PANEL): Shown => {
  const byNode = new Map<string | undefined, PodView[]>();
  for (const pod of [...pods, ...marks.gonePods]) {
    const found = byNode.get(pod.node);
    if (found) found.push(pod);
    else byNode.set(pod.node, [pod]);
  }
  const placeOf = (node: NodeView): Place => ({ name: node.name, node, pods: byNode.get(node.name) ?? [] });
  const known = [...nodes, ...marks.goneNodes].map(placeOf);
  for (const { name } of known) byNode.delete(name);
  const strangers = [...byNode].map(([name, found]): Place => ({ ...(name ? { name } : {}), pods: found }));
  const matters = ({ node, pods }: Place) =>
    (node !== undefined && marks.nodes.has(node.name)) || pods.some(({ id }) => marks.pods.has(id));
  const [kept, folded] = split(known, most.nodes, matters);
  return {
    places: [...kept, ...strangers].map((place) => foldPods(place, marks, most.pods)),
    ...(folded.length === 0
      ? {}
      : { rest: { nodes: folded.length, pods: tally(folded.flatMap((place) => place.pods)) } }),
  };
};

const foldPods = (place: Place, { pods: changed }: Marks, most: number): Place => {
  const [kept, folded] = split(place.pods, most, ({ id }) => changed.has(id));
  return folded.length === 0 ? place : { ...place, pods: kept, more: tally(folded) };
};

/** As many as fit, in their order; those that matter come before others. */
const split = <T>(
  all: readonly T[],
  most: number,
  matters: (item: T) => boolean,
): readonly [kept: readonly T[], folded: readonly T[]] => {
  if (all.length <= most) return [all, []];
  const chosen = new Set([...all.filter(matters), ...all.filter((item) => !matters(item))].slice(0, most));
  return [all.filter((item) => chosen.has(item)), all.filter((item) => !chosen.has(item))];
};

const ORDER: readonly PodState[] = ['ready', 'notReady', 'pending', 'terminating', 'failed', 'succeeded'];

const tally = (pods: readonly PodView[]): Tally =>
  new Map(
    ORDER.flatMap((state): [PodState, number][] => {
      const number = pods.filter((pod) => pod.state === state).length;
      return number === 0 ? [] : [[state, number]];
    }),
  );
