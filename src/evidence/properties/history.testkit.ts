import { controllerOf, isTerminating } from '../../kubernetes/fields/meta';
import type { DaemonSet } from '../../kubernetes/kinds/daemonset/daemonSet';
import type { Node } from '../../kubernetes/kinds/node/node';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { targetNode } from '../../kubernetes/kinds/pod/state';
import type { KubeObject } from '../../kubernetes/object';
import { atOnce, availability } from '../../timeline/atOnce';
import type { Change } from '../../timeline/change';
import { type PodLife, podLives } from '../../timeline/podLife';
import { available, belongsTo, nameOf, podsByNode, surges, wants } from './state.testkit';

const START = { at: 0, index: 0 };

/** The sets of a timeline that could surge at some time, by uid. */
const everSurging = (changes: readonly Change[]): ReadonlySet<string> =>
  new Set(
    changes
      .filter(({ object }) => object.kind === 'DaemonSet' && surges(object as DaemonSet))
      .map(({ object }) => object.metadata.uid),
  );

/** Made by a set and always its own: adopted and released pods may well be one too many. */
const alwaysItsOwn = ({ controllers, first, last }: PodLife): boolean =>
  controllers.length === 1 && controllerOf(first) !== undefined && controllerOf(last) !== undefined;

/** Nodes on which a set that does not surge ever had two available pods at once, in words. */
export const doublyServed = (changes: readonly Change[]): string[] => {
  const surging = everSurging(changes);
  const lives = podLives(changes).filter(alwaysItsOwn);
  const bySetAndNode = new Map<string, PodLife[]>();
  for (const life of lives) {
    const set = life.controllers[0];
    if (!set || surging.has(set.uid)) continue;
    const key = `${set.name} (${set.uid}) on ${life.node}`;
    bySetAndNode.set(key, [...(bySetAndNode.get(key) ?? []), life]);
  }
  return [...bySetAndNode].flatMap(([where, pods]) => {
    const presences = pods.flatMap((life) => availability(life).map((each) => ({ ...each, key: life.uid })));
    const { most } = atOnce(presences, START);
    return most > 1 ? [`${where}: ${most} available pods at once`] : [];
  });
};

const budgetOf = (set: DaemonSet, desired: number): number => {
  const wanted: unknown = set.spec.updateStrategy?.rollingUpdate?.maxUnavailable ?? 1;
  return typeof wanted === 'number'
    ? wanted
    : Math.ceil((Number.parseInt(String(wanted), 10) * desired) / 100);
};

/** A cluster as it was at each moment of its timeline. */
class Film {
  readonly nodes = new Map<string, Node>();
  readonly sets = new Map<string, DaemonSet>();
  readonly pods = new Map<string, Pod>();

  play({ type, object }: Change): void {
    const tables: Record<string, Map<string, KubeObject>> = {
      Node: this.nodes,
      DaemonSet: this.sets,
      Pod: this.pods,
    };
    if (type === 'DELETED') tables[object.kind]?.delete(object.metadata.uid);
    else tables[object.kind]?.set(object.metadata.uid, object);
  }

  wanted(set: DaemonSet): string[] {
    return [...this.nodes.values()].filter((node) => wants(set, node)).map(nameOf);
  }

  /** Nodes where a pod of the set serves. */
  served(set: DaemonSet, now: number): string[] {
    return [...podsByNode(set, [...this.pods.values()])]
      .filter(([, pods]) => pods.some((pod) => !isTerminating(pod) && available(set, pod, now)))
      .map(([node]) => node);
  }
}

/**
 * Moments at which a set without surge, by its own choice, had taken away more pods that served than its budget
 * allows, in words. Only nodes that the set wants count, and only deletions that nobody else asked for.
 * @param byOthers places in the timeline where somebody else did something
 */
export const overspent = (changes: readonly Change[], byOthers: ReadonlySet<number>): string[] => {
  const film = new Film();
  /** Nodes without a serving pod since the set took it away, by the set's uid. */
  const holes = new Map<string, Set<string>>();
  const wrong: string[] = [];
  for (const [index, change] of changes.entries()) {
    const before = film.pods.get(change.object.metadata.uid);
    film.play(change);
    if (change.object.kind !== 'Pod') continue;
    const pod = change.object as Pod;
    const set = [...film.sets.values()].find((each) => belongsTo(each, pod));
    if (!set || isTerminating(set) || surges(set)) continue;
    const mine = holes.get(set.metadata.uid) ?? new Set();
    holes.set(set.metadata.uid, mine);
    const served = film.served(set, change.at);
    const wanted = film.wanted(set);
    for (const hole of mine) if (served.includes(hole) || !wanted.includes(hole)) mine.delete(hole);
    const leaves = isTerminating(pod) && before !== undefined && !isTerminating(before);
    if (!leaves || byOthers.has(index) || !available(set, before, change.at)) continue;
    const node = targetNode(pod) ?? '';
    if (served.includes(node) || !wanted.includes(node)) continue;
    mine.add(node);
    const budget = budgetOf(set, wanted.length);
    if (mine.size > budget)
      wrong.push(
        `${nameOf(set)} took ${[...mine].join(', ')} away at ${change.at} ms; its budget is ${budget}`,
      );
  }
  return wrong;
};
