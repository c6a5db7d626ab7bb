import type { KubeObject } from '../../../kubernetes/object';
import type { ResourceType } from '../../../kubernetes/resourceType';
import type { Asking } from '../requests/caller';
import type { AdmissionPlugin, Operation, Phase } from './plugin';

/** The plug-ins that one kind of request about one kind of object has to pass, one after another. */
export class Chain {
  readonly #phases: Readonly<Record<Phase, readonly AdmissionPlugin[]>>;
  readonly #spoilers: readonly AdmissionPlugin[];

  constructor(plugins: readonly AdmissionPlugin[]) {
    const of = (phase: Phase) => plugins.filter((plugin) => plugin.phase === phase);
    this.#phases = { mutating: of('mutating'), last: of('last') };
    this.#spoilers = plugins.filter(({ mayHaveSpoilt }) => mayHaveSpoilt !== undefined);
  }

  /** @throws ApiError of the first plug-in that refuses */
  pass<T extends KubeObject>(phase: Phase, object: T, name: string, asking: Asking, current?: T): T {
    let passed: KubeObject = object;
    for (const plugin of this.#phases[phase]) passed = plugin.admit(passed, name, asking, current);
    return passed as T;
  }

  /** Whether a new object has to be checked although it was made from one that was. */
  mayHaveSpoilt(object: KubeObject): boolean {
    return this.#spoilers.some((plugin) => plugin.mayHaveSpoilt?.(object));
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
      const isOne = ({ apiVersion, plural }: Pick<ResourceType, 'apiVersion' | 'plural'>): boolean =>
        apiVersion === resource.apiVersion && plural === resource.plural;
      const isAbout = ({ operations, kinds }: AdmissionPlugin): boolean =>
        operations.includes(operation) && (kinds === 'namespaced' ? resource.namespaced : kinds.some(isOne));
      chain = new Chain(this.#plugins.filter(isAbout));
      known.set(resource, chain);
    }
    return chain;
  }
}
