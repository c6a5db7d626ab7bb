import { byPreference } from '../../kubernetes/kinds/customresource/definition/customKinds';
import type { Kinds } from '../../kubernetes/kinds/kinds';
import { servedKinds } from '../../kubernetes/kinds/served';
import type { ResourceType } from '../../kubernetes/resourceType';

/** The kinds of one group and version, in the order of discovery. */
export interface ServedVersion {
  readonly version: string;
  readonly kinds: readonly ResourceType[];
}

/** An API group as discovery tells of it: its versions, the preferred one first. */
export interface ServedGroup {
  /** Empty for the core group. */
  readonly name: string;
  readonly versions: readonly ServedVersion[];
}

/** Kinds that are answered and not stored, such as reviews and bindings. */
const answered = servedKinds.filter(({ verbs }) => !verbs.includes('list'));

const keyOf = ({ apiVersion, kind }: ResourceType): string => `${apiVersion} ${kind}`;
const published = new Map(servedKinds.map((each) => [keyOf(each), each]));

/**
 * A kind as Kubernetes tells of it. Subresources that nothing here stands behind, such as `exec`, are told of, too:
 * who may use them is a matter of roles, and asking for one is refused in clear words.
 */
const told = (kind: ResourceType): ResourceType => published.get(keyOf(kind)) ?? kind;

const groupsOfKubernetes = [...new Set(servedKinds.map(({ group }) => group))];

/** True for the groups that every cluster has; others come with definitions. */
export const isOfKubernetes = (group: string): boolean => groupsOfKubernetes.includes(group);

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Groups of Kubernetes stand before all others, each at its own place; others by their names. */
const byPriority = (a: string, b: string): number => {
  const [first, second] = [groupsOfKubernetes.indexOf(a), groupsOfKubernetes.indexOf(b)];
  if (first < 0 && second < 0) return byText(a, b);
  if (first < 0 || second < 0) return first < 0 ? 1 : -1;
  return first - second;
};

const filed = <T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, T[]> => {
  const lists = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const list = lists.get(key);
    if (list) list.push(item);
    else lists.set(key, [item]);
  }
  return lists;
};

/**
 * All that a cluster serves, in the order of discovery: groups by priority, versions by preference, kinds by name.
 * @see k8s.io/apiserver/pkg/endpoints/discovery/aggregated calculateAPIGroupsLocked
 */
export const servedGroups = (kinds: Kinds): readonly ServedGroup[] => {
  const all: readonly ResourceType[] = [
    ...answered.filter((each) => !kinds.of(each)),
    ...kinds.all.map(told),
  ];
  return [...filed(all, ({ group }) => group)]
    .sort(([a], [b]) => byPriority(a, b))
    .map(([name, ofGroup]) => ({
      name,
      versions: [...filed(ofGroup, ({ version }) => version)]
        .sort(([a], [b]) => byPreference(a, b))
        .map(([version, ofVersion]) => ({
          version,
          kinds: ofVersion.sort((a, b) => byText(a.plural, b.plural)),
        })),
    }));
};
