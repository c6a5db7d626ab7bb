import type { NodeView, PodView, Scene, SetView } from './scene';

/** How something differs from the picture before. */
export type Difference = 'new' | 'changed' | 'gone';

/** One thing that differs. */
export interface Changed<T> {
  readonly what: Difference;
  /** Undefined if it is new. */
  readonly before: T | undefined;
  /** Undefined if it has gone. */
  readonly after: T | undefined;
}

/** All that differs between two pictures: by what is there, in its order, then what has gone. */
export interface SceneChange {
  readonly nodes: readonly Changed<NodeView>[];
  readonly pods: readonly Changed<PodView>[];
  readonly sets: readonly Changed<SetView>[];
}

/** What differs between two pictures of one film. Nodes are told apart by their names, pods and daemon sets by their ids. */
export const changesBetween = (before: Scene, after: Scene): SceneChange => ({
  nodes: compare(before.nodes, after.nodes, ({ name }) => name),
  pods: compare(before.pods, after.pods, ({ id }) => id),
  sets: compare(before.sets, after.sets, ({ id }) => id),
});

const compare = <T extends object>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
): readonly Changed<T>[] => {
  if (before === after) return [];
  const left = new Map(before.map((item) => [keyOf(item), item]));
  const changes: Changed<T>[] = [];
  for (const item of after) {
    const earlier = left.get(keyOf(item));
    left.delete(keyOf(item));
    if (!earlier) changes.push({ what: 'new', before: undefined, after: item });
    else if (!looksTheSame(earlier, item)) changes.push({ what: 'changed', before: earlier, after: item });
  }
  for (const item of left.values()) changes.push({ what: 'gone', before: item, after: undefined });
  return changes;
};

const looksTheSame = <T extends object>(a: T, b: T): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);
