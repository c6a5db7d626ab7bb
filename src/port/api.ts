import type { Discovery } from '../kubernetes/kinds/kinds';
import type { KubeObject, Manifest } from '../kubernetes/object';
import type { ResourceType } from '../kubernetes/resourceType';
import type { PatchType } from '../kubernetes/wire/patch/request';

/** Who makes a request. Everybody is a member of `system:authenticated` besides. */
export interface User {
  readonly name: string;
  readonly groups?: readonly string[];
}

/** Names one object. Kinds without a namespace ignore `namespace`. */
export interface ObjectRef<T extends KubeObject = KubeObject> {
  readonly resource: ResourceType<T>;
  readonly namespace?: string;
  readonly name: string;
}

/** Narrows a kind down to the objects that are meant. What is left out, or empty, leaves out nobody. */
export interface ListOptions {
  /** All namespaces, if there is none. */
  readonly namespace?: string;
  /** In kubectl's notation: `a=b,c!=d,e,!f,g in (h,i)`. */
  readonly labelSelector?: string;
  /** `field=value,field!=value`, by the fields that the kind can be selected by: `metadata.name`, `spec.nodeName`. */
  readonly fieldSelector?: string;
  /**
   * That of a list, or of an event. A list is no older than that; a watch tells everything later, and without one, or
   * from `0`, first what is there.
   */
  readonly resourceVersion?: string;
}

/** Names a collection. */
export interface Query<T extends KubeObject = KubeObject> extends ListOptions {
  readonly resource: ResourceType<T>;
}

/** What was there at one moment. */
export interface ObjectList<T extends KubeObject = KubeObject> {
  /** In order of namespace and name. */
  readonly items: readonly T[];
  /** That moment: a watch that begins with it misses nothing. */
  readonly resourceVersion: string;
}

/** A change of a collection, as a watch tells it. */
export interface WatchEvent<T extends KubeObject = KubeObject> {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  /** For DELETED the object as it was last, with the resource version of its end. */
  readonly object: T;
}

/** What becomes of the objects that an object owns when it goes. */
export type PropagationPolicy = 'Background' | 'Foreground' | 'Orphan';

/** What a request expects of the object it is about; another one is a conflict. */
export interface Preconditions {
  readonly uid?: string;
  readonly resourceVersion?: string;
}

/** How an object is deleted. */
export interface DeleteOptions {
  /** Background is the default, but for jobs and replication controllers, whose is Orphan. */
  readonly propagationPolicy?: PropagationPolicy;
  /** Seconds that a pod is given to end; by default what its spec says. Other kinds go at once. */
  readonly gracePeriodSeconds?: number;
  readonly preconditions?: Preconditions;
  /** Only says whether it would be allowed. */
  readonly dryRun?: boolean;
  /** Called for each warning of the server, before it answers. */
  onWarning?(text: string): void;
}

/** How a pod is asked to leave. */
export type EvictionOptions = Pick<DeleteOptions, 'gracePeriodSeconds' | 'preconditions' | 'dryRun'>;

/** A part of an object with an endpoint of its own. */
export type Subresource = 'status';

/** How a write is carried out, and who hears what is to be said of it. */
export interface WriteOptions {
  /**
   * How it is read. Fields that nobody knows are refused under Strict, which is the default here as with oc and
   * kubectl; under Warn they are dropped with a warning, `unknown field "spec.foo"`, and under Ignore without a word.
   * @see k8s.io/apiserver/pkg/endpoints/handlers fieldValidation
   */
  readonly fieldValidation?: 'Strict' | 'Warn' | 'Ignore' | undefined;
  /** Only says what would be: everything is checked, and nothing is stored. */
  readonly dryRun?: boolean;
  /**
   * Under which name it is noted which fields are set; where nothing is said, the client's own. Whoever applies has to say
   * it. At most 128 bytes, of characters that can be seen.
   */
  readonly fieldManager?: string | undefined;
  /** Of an apply: takes from others the fields that are applied. */
  readonly force?: boolean | undefined;
  /**
   * Called for each warning of the server, in its order and before the write is answered, refused writes among them: of
   * what is outdated or does nothing, and of what the namespace would rather not have.
   */
  onWarning?(text: string): void;
}

/**
 * The verbs of the Kubernetes API, as one user. Every method rejects with an ApiError, code, reason and message of
 * the server's own, when the server refuses: 400 for what cannot be read, 403, 404, 409 for conflicts, 422 for what
 * is invalid. Nothing of a refused request is carried out. What a write returns a read shows at once.
 */
export interface Api {
  /**
   * Stores a new object, under a generated name if it has but `generateName`.
   * @param options.namespace where a namespaced manifest goes that names none; by default `default`
   */
  create(manifest: Manifest, options?: WriteOptions & { readonly namespace?: string }): Promise<KubeObject>;

  get<T extends KubeObject>(ref: ObjectRef<T>): Promise<T>;

  list<T extends KubeObject>(query: Query<T>): Promise<ObjectList<T>>;

  /**
   * PATCH: the change is worked out against what is stored, so it meets no conflict, unless it says itself which
   * `metadata.resourceVersion` it is for. The status is not changed, unless it is what is patched.
   *
   * What is applied creates an object that is missing. It is refused with a conflict if it would change fields that
   * others have set.
   */
  patch<T extends KubeObject>(
    ref: ObjectRef<T>,
    patch: unknown,
    type: PatchType,
    options?: WriteOptions & { readonly subresource?: Subresource },
  ): Promise<T>;

  /**
   * PUT, what kubectl calls replace. An object that carries the resource version it was read at is refused with a
   * conflict if somebody has written since; one without overwrites.
   */
  update<T extends KubeObject>(
    object: T,
    options?: WriteOptions & { readonly subresource?: Subresource },
  ): Promise<T>;

  /** Asks for an object to go. It may stay for a while: until its finalizers are removed, its grace period is over. */
  delete(ref: ObjectRef, options?: DeleteOptions): Promise<void>;

  /** Deletes whatever the collection holds now. */
  deleteCollection(query: Query, options?: DeleteOptions): Promise<void>;

  /**
   * Asks a pod to leave, as a drain does. A disruption budget that does not allow it refuses with 429, two budgets for
   * one pod with 500. Pods that do not run, or are leaving already, are deleted whatever budgets say.
   * @see k8s.io/kubernetes/pkg/registry/core/pod/storage EvictionREST
   */
  evict(ref: { readonly namespace: string; readonly name: string }, options?: EvictionOptions): Promise<void>;

  /**
   * Tells the changes of a collection, each once and in order, until the returned function is called; not one call
   * comes after that. To a watch with selectors, an object that begins to match is ADDED, and one that ceases to is
   * DELETED, as it last matched. A watch that cannot tell everything since its resource version is rejected with 410.
   *
   * @param onEvent must not throw. It may make requests.
   * @returns once the watch stands: what is written from then on is told. What was there may be told before or after.
   * @see k8s.io/apiserver/pkg/storage/cacher cacheWatcher.convertToWatchEvent
   */
  watch<T extends KubeObject>(query: Query<T>, onEvent: (event: WatchEvent<T>) => void): Promise<() => void>;

  /**
   * Discovery: the kinds that objects can be stored of. A CustomResourceDefinition adds one.
   * @see k8s.io/client-go/discovery
   */
  kinds(): Promise<Discovery>;
}
