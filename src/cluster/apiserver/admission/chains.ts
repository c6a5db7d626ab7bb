import type { KubeObject } from '../../../kubernetes/object';
import type { ResourceType } from '../../../kubernetes/resourceType';
import type { Caller } from '../requests/caller';
import type { AdmissionPlugin, Operation, Phase } from './plugin';

/** The plug-ins that one kind of request about one kind of object has to pass, one after another. */
export class Chain {
  readonly #phases: Readonly<Record<Phase, readonly AdmissionPlugin[]>>;

  constructor(plugins: readonly AdmissionPlugin[]) {
    const of = (phase: Phase) => plugins.filter((plugin) => plugin.phase === phase);
    this.#phases = { mutating: of('mutating'), last: of('last') };
  }

  /** @throws ApiError of the first plug-in that refuses */
  pass<T extends KubeObject>(phase: Phase, object: T, name: string, by?: Caller, current?: T): T {
    let passed: KubeObject = object;
    for (const plugin of this.#phases[phase]) passed = plugin.admit(passed, name, by, current);
    return passed as T;
  }
}

/** Finds the chain for a request; kinds that come later have theirs, too. */
export class Chains {
  readonly #plugins: readonly AdmissionPlugin[];
  readonly #known: Readonly<Record<Operation, Map<ResourceType, Chain>>> = {
    create: new Map(),
    update: new Map(),
  };

  constructor(plugins: readonly AdmissionPlugin[]) {
    this.#plugins = plugins;
  }

  for(operation: Operation, resource: ResourceType): Chain {
    const known = this.#known[operation];
    let chain = known.get(resource);
    if (!chain) {
      const isAbout = ({ operations, kinds }: AdmissionPlugin): boolean =>
        operations.includes(operation) && kinds.includes(resource);
      chain = new Chain(this.#plugins.filter(isAbout));
      known.set(resource, chain);
    }
    return chain;
  }
}
