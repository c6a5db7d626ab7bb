import type { PodView, Scene, SetView } from '../../../film/scene';

/** How the pods of a film are named: no more is said of each than tells it from the others. */
export interface Manner {
  /** More than one daemon set, or pods without. */
  readonly tellsSets: boolean;
  readonly tellsProjects: boolean;
  /** Daemon sets of which pods of one version may differ. */
  readonly tellsRevisions: ReadonlySet<string>;
  /** The newest revision of each daemon set that has more than one. */
  readonly newest: ReadonlyMap<string, number>;
}

type Owned = Pick<PodView, 'project' | 'set'>;

const keyOf = ({ project, set = '' }: Owned): string => `${project}/${set}`;

/** Looks at the pictures of an example, all of them, so that a pod looks the same in each. */
export const mannerOf = (scenes: Iterable<Scene>): Manner => {
  const owners = new Set<string>();
  const projects = new Set<string>();
  const revisions = new Map<string, Set<number>>();
  const versions = new Map<string, Set<string>>();
  const learn = (owned: Owned, { revision, version = '' }: Pick<PodView, 'revision' | 'version'>) => {
    const key = keyOf(owned);
    owners.add(owned.set === undefined ? '' : key);
    projects.add(owned.project);
    if (revision === undefined || owned.set === undefined) return;
    take(revisions, key, revision);
    take(versions, key, version);
  };
  for (const { pods, sets } of scenes) {
    for (const pod of pods) learn(pod, pod);
    for (const set of sets) learn({ project: set.project, set: set.name }, set);
  }
  const several = [...revisions].filter(([, found]) => found.size > 1);
  return {
    tellsSets: owners.size > 1,
    tellsProjects: projects.size > 1,
    tellsRevisions: new Set(
      several.filter(([key, found]) => found.size > (versions.get(key)?.size ?? 0)).map(([key]) => key),
    ),
    newest: new Map(several.map(([key, found]) => [key, Math.max(...found)])),
  };
};

const take = <T>(sets: Map<string, Set<T>>, key: string, value: T): void => {
  const found = sets.get(key);
  if (found) found.add(value);
  else sets.set(key, new Set([value]));
};

/** Whether a pod is of the newest revision in the film, or of an older one; undefined where there is only one. */
export const ageOf = (pod: PodView, { newest }: Manner): 'newer' | 'older' | undefined => {
  const last = newest.get(keyOf(pod));
  if (last === undefined || pod.revision === undefined) return undefined;
  return pod.revision < last ? 'older' : 'newer';
};

/** What stands on a pod, in the order in which it stands there: names of things, then its version, its revision. */
export interface Label {
  readonly name?: string;
  readonly version?: string;
  readonly revision?: number;
}

export const labelOf = (pod: PodView, manner: Manner): Label => {
  const { set, version, project } = pod;
  const tellsName = set === undefined || manner.tellsSets || manner.tellsProjects;
  const name = manner.tellsProjects ? `${project}/${set ?? pod.name}` : (set ?? pod.name);
  const tellsRevision = set !== undefined && (version === undefined || manner.tellsRevisions.has(keyOf(pod)));
  return {
    ...(tellsName ? { name } : {}),
    ...(set !== undefined && version !== undefined ? { version } : {}),
    ...(tellsRevision && pod.revision !== undefined ? { revision: pod.revision } : {}),
  };
};

export const labelOfSet = ({ name, project, version, revision }: SetView, manner: Manner): Label => ({
  name: manner.tellsProjects ? `${project}/${name}` : name,
  ...(version === undefined ? {} : { version }),
  ...(revision !== undefined &&
  (version === undefined || manner.tellsRevisions.has(keyOf({ project, set: name })))
    ? { revision }
    : {}),
});
