import type { KubeObject, Manifest, StringMap, Taint } from '../kubernetes/objects';
import type { ResourceType } from '../kubernetes/resources';
import type { Timeline } from '../timeline/timeline';

/**
 * What a cluster may or may not be able to do. A scenario that needs one is tagged `@needs-<capability>`
 * and is skipped, with the reason, where the driver lacks it.
 */
export const capabilities = [
  /** Daemon pods can be bound by the daemon set controller, as before Kubernetes 1.12. */
  'legacy-scheduling',
  /** A cluster-wide default node selector can be set (OpenShift). */
  'default-node-selector',
  /** Namespace node-selector annotations are honoured (OpenShift). */
  'project-node-selector',
  /** Nodes can be added, removed, silenced and revived. */
  'node-control',
  /** Images and containers can be told how to behave. */
  'container-control',
  /** Minutes pass at once. */
  'virtual-time',
  /** Requests can be made as another user. */
  'impersonation',
  /** Controllers are not restarted meanwhile, and no write of theirs goes astray. */
  'steady-control-plane',
] as const;

export type Capability = (typeof capabilities)[number];

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

/** A machine to add. Defaults: 4 cpu, 16Gi memory, room for 110 pods. */
export interface Machine {
  readonly name: string;
  readonly labels?: StringMap;
  readonly taints?: readonly Taint[];
  readonly cpu?: string;
  readonly memory?: string;
  readonly pods?: number;
}

/** How containers of an image behave. Whatever is left out is ordinary. */
export interface ImageBehaviour {
  /** The image can never be pulled: its pods stay Pending. */
  readonly pullable?: boolean;
  /** Seconds from start to running. Default 1. */
  readonly startSeconds?: number;
  /** Once running it never becomes ready. */
  readonly ready?: boolean;
  /** Seconds the container takes to stop; the grace period cuts it short. Default 1. */
  readonly stopSeconds?: number;
  /** The container ends this many seconds after its start, with this phase for its pod. */
  readonly ends?: { readonly afterSeconds: number; readonly phase: 'Failed' | 'Succeeded' };
}

/** The world outside the API: machines, images, containers. */
export interface World {
  addNode(machine: Machine): Promise<void>;
  /** The machine is gone for good and its node object is deleted. */
  removeNode(name: string): Promise<void>;
  /** The node stops reporting; nothing on it can be started or stopped. */
  silenceNode(name: string): Promise<void>;
  reviveNode(name: string): Promise<void>;
  /** From now on containers of this image behave so. */
  imageBehaves(image: string, behaviour: ImageBehaviour): Promise<void>;
  /** The pod's containers turn ready or unready and stay so. */
  setPodReady(pod: { readonly namespace: string; readonly name: string }, ready: boolean): Promise<void>;
  /** The pod's containers end and the pod takes this phase. */
  finishPod(
    pod: { readonly namespace: string; readonly name: string },
    phase: 'Failed' | 'Succeeded',
  ): Promise<void>;
}

/** How settling ended. */
export interface Settled {
  /** False if work was still due at the horizon: something goes round and round, or waits its turn. */
  readonly quiet: boolean;
  /** Model time that went by, in milliseconds. */
  readonly elapsed: number;
  /** What was still due, in words, if not quiet. */
  readonly busy?: string;
}

/** Time as scenarios speak of it. Durations are milliseconds of model time. */
export interface Time {
  now(): number;
  /** Lets the cluster work until nothing is left to do, or until the horizon (default 10 minutes). */
  settle(options?: { readonly horizon?: number }): Promise<Settled>;
  /** Lets exactly this much time go by. */
  pass(duration: number): Promise<void>;
  /** Lets time go by until the check no longer throws; rethrows its last error after `within` (default 5 minutes). */
  eventually<T>(check: () => Promise<T> | T, options?: { readonly within?: number }): Promise<T>;
}

/** Properties of the whole cluster that a scenario may choose. */
export interface ClusterSettings {
  /** The daemon set controller binds pods itself, as before ScheduleDaemonSetPods. */
  readonly legacyScheduling?: boolean;
  /** OpenShift's cluster-wide default node selector, `key=value,…`; empty for none. */
  readonly defaultNodeSelector?: string;
}

/** A cluster as steps see it: one interface, whatever is behind it. */
export interface Cluster {
  readonly name: string;
  readonly capabilities: ReadonlySet<Capability>;
  /** The seed of this run, if the driver has one: the same seed gives the same history. */
  readonly seed?: number;
  /** The API as a cluster administrator. */
  readonly api: Api;
  /** The API as somebody else. */
  as(user: User): Api;
  readonly world: World;
  readonly time: Time;
  /** All that has happened so far. */
  readonly timeline: Timeline;
  configure(settings: ClusterSettings): Promise<void>;
  close(): Promise<void>;
}
