import type { KubeObject } from '../../../kubernetes/object';
import { isFurniture, isInEveryNamespace, ORIGINAL_NAMESPACES, STOOD_IN_FOR } from './furniture';
import { EXAMPLE } from './hidden';
import type { Naming } from './naming';

/** What an event says that it is about. */
interface Regarding {
  readonly kind?: string;
  readonly name?: string;
  readonly namespace?: string;
  readonly uid?: string;
}

/** What an event is about. */
export const regardingOf = (event: KubeObject): Regarding | undefined =>
  'involvedObject' in event
    ? (event.involvedObject as Regarding)
    : 'regarding' in event
      ? (event.regarding as Regarding)
      : undefined;

/** Tells what an example has made, or what was made for it, from what is somebody else's. */
export class Visible {
  readonly #naming: Naming;
  readonly #example: string;
  readonly #isFormer: (event: KubeObject) => boolean;
  /** Namespaces of the cluster that another one stands in for. */
  readonly #stoodInFor = new Set<string>();
  /** What is the example's in a namespace that is not, as `kind/namespace/name`: others may belong to it. */
  readonly #guests = new Set<string>();

  /** @param isFormer true of events about a node that had the name of one of the example's before */
  constructor(naming: Naming, example: string, isFormer: (event: KubeObject) => boolean = () => false) {
    this.#isFormer = isFormer;
    this.#naming = naming;
    this.#example = example;
  }

  /** False once it was said. */
  standIn(namespace: string): boolean {
    if (!STOOD_IN_FOR.has(namespace) || this.#stoodInFor.has(namespace)) return false;
    this.#stoodInFor.add(namespace);
    return true;
  }

  /** Remembers what the example makes in somebody else's namespace. All names are the server's. */
  expect(kind: string, namespace: string, name: string): void {
    if (!this.#naming.isOwnNamespace(namespace)) this.#guests.add(`${kind}/${namespace}/${name}`);
  }

  /** True of what the example, or a controller for it, has made. */
  isOwn(object: KubeObject): boolean {
    const { kind, apiVersion, metadata } = object;
    const { namespace, name, labels } = metadata;
    if (namespace !== undefined && this.#naming.isOwnNamespace(namespace)) return true;
    if (labels?.[EXAMPLE] === this.#example) {
      if (namespace !== undefined) this.#guests.add(`${kind}/${namespace}/${name}`);
      if (kind === 'Node') this.#naming.meetNode(this.#naming.mark.takeOut(name));
      return true;
    }
    if (kind === 'Namespace') return this.#naming.isOwnNamespace(name);
    const { mark } = this.#naming;
    if (namespace === undefined) return mark.isIn(name) || mark.isIn(apiVersion) || this.#isOwned(object);
    return this.#isOfOwn(object, namespace) || this.#isOwned(object);
  }

  /** True of what the cluster has of its own, and shows to everybody. */
  isFurniture({ kind, metadata: { namespace, name } }: KubeObject): boolean {
    if (kind === 'Namespace') return ORIGINAL_NAMESPACES.has(name) && !this.#stoodInFor.has(name);
    return namespace === undefined
      ? isFurniture(kind, name)
      : ORIGINAL_NAMESPACES.has(namespace) &&
          !this.#stoodInFor.has(namespace) &&
          isInEveryNamespace(kind, name);
  }

  /** Of events and leases in the cluster's namespaces: those about the example's nodes and the like. */
  #isOfOwn(object: KubeObject, namespace: string): boolean {
    const { kind, metadata } = object;
    if (kind === 'Lease' && namespace === 'kube-node-lease') return this.#isOwnNode(metadata.name);
    const about = regardingOf(object);
    if (about === undefined) return false;
    if (about.namespace && this.#naming.isOwnNamespace(about.namespace)) return true;
    if (about.name === undefined) return false;
    if (about.namespace && this.#guests.has(`${about.kind}/${about.namespace}/${about.name}`)) return true;
    if (about.kind === 'Node') return this.#isOwnNode(about.name) && !this.#isFormer(object);
    return this.#naming.mark.isIn(about.name);
  }

  #isOwnNode(name: string): boolean {
    return this.#naming.isShared ? this.#naming.mark.isIn(name) : this.#naming.hasNode(name);
  }

  /** What belongs to something of the example's, outside its namespaces. */
  #isOwned({ kind, metadata }: KubeObject): boolean {
    const { namespace, name, ownerReferences = [] } = metadata;
    const isOwned = ownerReferences.some((owner) =>
      owner.kind === 'Node'
        ? this.#isOwnNode(owner.name)
        : namespace === undefined
          ? this.#naming.mark.isIn(owner.name)
          : this.#guests.has(`${owner.kind}/${namespace}/${owner.name}`),
    );
    if (isOwned && namespace !== undefined) this.#guests.add(`${kind}/${namespace}/${name}`);
    return isOwned;
  }
}
