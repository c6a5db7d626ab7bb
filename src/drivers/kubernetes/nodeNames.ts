import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { resources } from '../../kubernetes/kinds/resources';
import type { World } from '../../port/world';
import type { Watching } from './watching/watching';

const { nodes, pods } = resources;

/** So long (ms) a name is remembered: for its quarantine, a round, and what comes late. */
const REMEMBERED = 40_000 + 20_000 + 5_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Names of nodes that went while pods were bound to them. The control plane remembers those for a while, and if another node
 * of the same name goes meanwhile, it does not wait before it removes the pods. Examples begin with names that are forgotten.
 * @see k8s.io/kubernetes/pkg/controller/podgc PodGCController.gcOrphaned
 */
export class NodeNames {
  readonly #missed = new Set<string>();
  readonly #until = new Map<string, number>();

  /** Has an eye on the nodes of an example. @returns ends that: what happens to them then is none of its doing */
  follow(watching: Pick<Watching, 'subscribe' | 'all' | 'get'>, now: () => number): () => void {
    const bound = (): ReadonlySet<string> =>
      new Set(watching.all<Pod>(pods).flatMap(({ spec }) => spec.nodeName ?? []));
    const unsubscribe = watching.subscribe(({ resource, type, object }) => {
      const { name } = object.metadata;
      if (resource.plural === nodes.plural && type === 'DELETED' && bound().has(name)) this.#missed.add(name);
    });
    return () => {
      unsubscribe();
      for (const name of bound()) if (!watching.get(nodes, undefined, name)) this.#missed.add(name);
      for (const name of this.#missed) this.#until.set(name, now() + REMEMBERED);
      this.#missed.clear();
    };
  }

  /** The same world, in which a node joins only when nobody remembers its name. */
  awaited(world: World, now: () => number): World {
    return {
      ...world,
      addNode: async (machine) => {
        const left = (this.#until.get(machine.name) ?? 0) - now();
        this.#until.delete(machine.name);
        if (left > 0) await pause(left);
        await world.addNode(machine);
      },
    };
  }
}
