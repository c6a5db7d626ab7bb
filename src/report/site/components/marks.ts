import { type Changed, changesBetween, type Difference } from '../../../film/changed';
import type { NodeView, PodView, Scene } from '../../../film/scene';

/** What differs from the picture before: by the names of nodes and the ids of pods, and what is not there any more. */
export interface Marks {
  readonly nodes: ReadonlyMap<string, Difference>;
  readonly pods: ReadonlyMap<string, Difference>;
  readonly goneNodes: readonly NodeView[];
  readonly gonePods: readonly PodView[];
}

export const NO_MARKS: Marks = { nodes: new Map(), pods: new Map(), goneNodes: [], gonePods: [] };

/** Marks what differs between a picture and the one before it. */
export const marksOf = (before: Scene, after: Scene): Marks => {
  const { nodes, pods } = changesBetween(before, after);
  return {
    nodes: differences(nodes, ({ name }) => name),
    pods: differences(pods, ({ id }) => id),
    goneNodes: gone(nodes),
    gonePods: gone(pods),
  };
};

const differences = <T>(
  changes: readonly Changed<T>[],
  keyOf: (item: T) => string,
): ReadonlyMap<string, Difference> =>
  new Map(
    changes.flatMap(({ what, before, after }): [string, Difference][] => {
      const item = after ?? before;
      return item === undefined ? [] : [[keyOf(item), what]];
    }),
  );

const gone = <T>(changes: readonly Changed<T>[]): readonly T[] =>
  changes.flatMap(({ before, after }) => (before !== undefined && after === undefined ? [before] : []));
