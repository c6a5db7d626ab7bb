import { allResources, type ResourceType, resourceOf } from '../../../kubernetes/kinds/resources';

/** Names a kind as objects and owner references do. */
interface Typed {
  readonly apiVersion: string;
  readonly kind: string;
}

/** The kinds that one cluster serves: those that every cluster has, and those that it was taught since. */
export class Kinds {
  readonly #taught: ResourceType[] = [];
  readonly #listeners = new Set<(resource: ResourceType) => void>();

  /** All of them, in the order discovery lists them. */
  all(): readonly ResourceType[] {
    return [...allResources(), ...this.#taught];
  }

  /** The kind that something is of, or undefined if it is not served. */
  of(object: Typed): ResourceType | undefined {
    return resourceOf(object) ?? this.#taught.find((each) => isOf(each, object));
  }

  /** Serves another kind from now on; one that is served already is left as it is. */
  teach(resource: ResourceType): void {
    if (this.of(resource)) return;
    this.#taught.push(resource);
    for (const listener of this.#listeners) listener(resource);
  }

  /** Calls back for every kind there is, and then for every new one, until the returned function is called. */
  follow(listener: (resource: ResourceType) => void): () => void {
    for (const resource of this.all()) listener(resource);
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

const isOf = (resource: ResourceType, { apiVersion, kind }: Typed): boolean =>
  resource.kind === kind && resource.apiVersion === apiVersion;
