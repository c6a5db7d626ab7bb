import { resources } from '../../src/kubernetes/kinds/resources';
import type { KubeObject } from '../../src/kubernetes/object';
import type { Change } from '../../src/timeline/change';
import { isMeant, type ObjectId, sameId } from '../../src/timeline/objectId';
import { objectNow, objectsEver, objectsNow } from '../../src/timeline/objects';
import { forGood } from './expectations';
import { nearestOf } from './nearest';

/** The kinds of objects that sentences call by their names, and what they call them. */
const kinds = {
  DaemonSet: { noun: 'daemon set', resource: resources.daemonsets },
  Node: { noun: 'node', resource: resources.nodes },
  Pod: { noun: 'pod', resource: resources.pods },
} as const;

export type NamedKind = keyof typeof kinds;

/** Where an example works. */
export interface Workplace {
  readonly project: string;
  /** Whether the example has said so. Until then, a name that only one other project knows means the object there. */
  readonly isChosen: boolean;
}

/**
 * Tells which object is meant by a name in a sentence: the one in the project that the example works in. Nodes belong
 * to the whole cluster. A name that the example does not know is misspelt: it would make every "no" and "never" true.
 */
export class Names {
  readonly #changes: readonly Change[];
  readonly #workplace: Workplace;
  readonly #askedFor: readonly ObjectId[];

  /** @param askedFor what somebody asked for, whether or not the cluster made it: a refused manifest is no misspelt name */
  constructor(changes: readonly Change[], workplace: Workplace, askedFor: readonly ObjectId[] = []) {
    this.#changes = changes;
    this.#workplace = workplace;
    this.#askedFor = askedFor;
  }

  /**
   * The object that is meant: it is there, or was, or was asked for.
   * @throws if nobody knows the name, with the nearest that are known; if only other projects know it
   */
  meant(kind: NamedKind, name: string): ObjectId {
    const here = this.#here(kind, name);
    if (this.#isKnown(here)) return here;
    const elsewhere = this.#ever(kind).filter((id) => id.name === name);
    const [only, ...more] = elsewhere;
    if (!only) throw forGood(new Error(this.#misspelt(kind, name)));
    if (!this.#workplace.isChosen && more.length === 0) return only;
    throw forGood(new Error(this.#askForProject(kind, name, elsewhere)));
  }

  /** The object as it is now; undefined if there is none where the example works. @throws if nobody knows the name */
  find(kind: NamedKind, name: string): KubeObject | undefined {
    if (!this.#ever(kind).some((id) => id.name === name))
      throw forGood(new Error(this.#misspelt(kind, name)));
    const id = this.#workplace.isChosen ? this.#here(kind, name) : this.meant(kind, name);
    return objectNow(this.#changes, id);
  }

  /** The object as it is now. @throws if there is none */
  present(kind: NamedKind, name: string): KubeObject {
    const id = this.meant(kind, name);
    const object = objectNow(this.#changes, id);
    if (object) return object;
    const { noun } = kinds[kind];
    const all = objectsNow(this.#changes, kind);
    const namesakes = all.filter((each) => each.name === name);
    if (namesakes.length > 0)
      throw new Error(
        `There is no ${noun} "${name}" in project "${id.namespace}". There is one in ${projectsOf(namesakes)}.`,
      );
    const names = all.filter(({ namespace }) => namespace === id.namespace).map((each) => each.name);
    const others = names.length === 0 ? 'There is none at all.' : `There is: ${names.join(', ')}.`;
    throw new Error(`There is no ${noun} "${name}" any more, or not yet. ${others}`);
  }

  /** The object of this name where the example works. */
  #here(kind: NamedKind, name: string): ObjectId {
    const { namespaced } = kinds[kind].resource;
    return namespaced ? { kind, namespace: this.#workplace.project, name } : { kind, name };
  }

  #isKnown(id: ObjectId): boolean {
    return (
      this.#changes.some(({ object }) => isMeant(id, object)) ||
      this.#askedFor.some((each) => sameId(each, id))
    );
  }

  /** All objects of a kind that the example knows. */
  #ever(kind: NamedKind): readonly ObjectId[] {
    const were = objectsEver(this.#changes, kind);
    const more = this.#askedFor.filter(
      (id, i) =>
        id.kind === kind && ![...were, ...this.#askedFor.slice(0, i)].some((each) => sameId(each, id)),
    );
    return [...were, ...more];
  }

  #misspelt(kind: NamedKind, name: string): string {
    const known = this.#ever(kind).map((id) => id.name);
    return `There never was a ${kinds[kind].noun} "${name}". ${nearestOf(name, known)}`;
  }

  /** What to answer when other projects know the name, and the example's own does not. */
  #askForProject(kind: NamedKind, name: string, elsewhere: readonly ObjectId[]): string {
    const { project, isChosen } = this.#workplace;
    const what = `${kinds[kind].noun} "${name}"`;
    const command = `"oc project ${elsewhere[0]?.namespace}"`;
    return isChosen
      ? `There never was a ${what} in project "${project}", where the example works. ` +
          `There was in ${projectsOf(elsewhere)}: go there with ${command} before you speak of it.`
      : `Several projects know a ${what}: ${projectsOf(elsewhere)}. ` +
          `Say which is meant: go there, as with ${command}, before you speak of it.`;
  }
}

const projectsOf = (ids: readonly ObjectId[]): string =>
  ids.map(({ namespace }) => `"${namespace}"`).join(', ');
