import type { PodView, Scene, SetView } from '../scene';

/** How daemon sets are named in pictures that are spoken of together. */
export interface Naming {
  /** Its name, with its project where another has the same. */
  readonly ofSet: (set: Pick<SetView, 'name' | 'project'>) => string;
  /** The name of the daemon set that the pod belongs to. */
  readonly ofOwner: (pod: PodView) => string | undefined;
  /** The revision of the pod, if its daemon set has pods of several. */
  readonly revisionOf: (pod: PodView) => number | undefined;
}

export const namingOf = (...scenes: readonly Scene[]): Naming => {
  const projects = new Map<string, Set<string>>();
  const revisions = new Map<string, Set<number | undefined>>();
  const note = <T>(map: Map<string, Set<T>>, key: string, value: T): void => {
    const values = map.get(key) ?? new Set();
    map.set(key, values.add(value));
  };
  for (const { sets, pods } of scenes) {
    for (const { name, project } of sets) note(projects, name, project);
    for (const { set, project, revision } of pods) {
      if (set === undefined) continue;
      note(projects, set, project);
      note(revisions, keyOf(set, project), revision);
    }
  }
  const ofSet: Naming['ofSet'] = ({ name, project }) =>
    (projects.get(name)?.size ?? 0) > 1 ? `${name} (${project})` : name;
  return {
    ofSet,
    ofOwner: ({ set, project }) => (set === undefined ? undefined : ofSet({ name: set, project })),
    revisionOf: ({ set, project, revision }) =>
      set !== undefined && (revisions.get(keyOf(set, project))?.size ?? 0) > 1 ? revision : undefined,
  };
};

const keyOf = (set: string, project: string): string => JSON.stringify([project, set]);
