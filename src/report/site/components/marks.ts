import type { NodeView, PodView, Scene } from '../../../film/scene';

export type Mark = 'new' | 'changed' | 'gone';

/** What differs from the picture before: what is there, by the names of nodes and the ids of pods, and what is not any more. */
export interface Marks {
  readonly nodes: ReadonlyMap<string, Mark>;
  readonly pods: ReadonlyMap<string, Mark>;
  readonly goneNodes: readonly NodeView[];
  readonly gonePods: readonly PodView[];
}

export const NO_MARKS: Marks = { nodes: new Map(), pods: new Map(), goneNodes: [], gonePods: [] };

/** Compares a picture with the one before it. */
export const marksOf = (before: Scene, after: Scene): Marks => {
  const nodes = compared(before.nodes, after.nodes, ({ name }) => name);
  const pods = compared(before.pods, after.pods, ({ id }) => id);
  return { nodes: nodes.marks, pods: pods.marks, goneNodes: nodes.gone, gonePods: pods.gone };
};

const compared = <T>(before: readonly T[], after: readonly T[], keyOf: (item: T) => string) => {
  const marks = new Map<string, Mark>();
  const old = new Map(before.map((item) => [keyOf(item), item]));
  for (const item of after) {
    const earlier = old.get(keyOf(item));
    if (earlier === undefined) marks.set(keyOf(item), 'new');
    else if (JSON.stringify(earlier) !== JSON.stringify(item)) marks.set(keyOf(item), 'changed');
    old.delete(keyOf(item));
  }
  for (const key of old.keys()) marks.set(key, 'gone');
  return { marks, gone: [...old.values()] };
};
