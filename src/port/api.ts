import type { ResourceType } from '../kubernetes/kinds/resources';
import type { KubeObject, Manifest } from '../kubernetes/object';

/** Who makes a request. */
export interface User {
  readonly name: string;
  readonly groups?: readonly string[];
}

/** Names one object. */
export interface ObjectRef {
  readonly resource: ResourceType;
  readonly namespace?: string;
  readonly name: string;
}

/** Names a collection; no namespace means all of them. Selectors are in kubectl's notation, `a=b,c!=d`. */
export interface Query {
  readonly resource: ResourceType;
  readonly namespace?: string;
  readonly labelSelector?: string;
  readonly fieldSelector?: string;
}

export type PatchType = 'strategic' | 'merge' | 'json';

export interface DeleteOptions {
  /** What happens to the objects it owns. Background is the default. */
  readonly propagationPolicy?: 'Background' | 'Foreground' | 'Orphan';
  readonly gracePeriodSeconds?: number;
  readonly preconditions?: { readonly uid?: string; readonly resourceVersion?: string };
}

export interface WatchEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly object: KubeObject;
}

/** The verbs of the Kubernetes API. Every method rejects with an ApiError when the server refuses. */
export interface Api {
  /** Stores a new object. A namespaced manifest without a namespace goes to `namespace`. */
  create(manifest: Manifest, options?: { readonly namespace?: string }): Promise<KubeObject>;
  get(ref: ObjectRef): Promise<KubeObject>;
  list(query: Query): Promise<readonly KubeObject[]>;
  patch(
    ref: ObjectRef,
    patch: unknown,
    type: PatchType,
    options?: { readonly subresource?: 'status' },
  ): Promise<KubeObject>;
  /** PUT: the object must carry name and, to be safe from lost updates, the resource version it was read at. */
  replace(object: KubeObject, options?: { readonly subresource?: 'status' }): Promise<KubeObject>;
  delete(ref: ObjectRef, options?: DeleteOptions): Promise<void>;
  deleteCollection(query: Query, options?: DeleteOptions): Promise<void>;
  /** Asks a pod to leave, as a drain does. */
  evict(
    ref: { readonly namespace: string; readonly name: string },
    options?: Pick<DeleteOptions, 'gracePeriodSeconds'>,
  ): Promise<void>;
  /** Calls back for every later change of the collection, until the returned function is called. */
  watch(query: Query, onEvent: (event: WatchEvent) => void): Promise<() => void>;
}
