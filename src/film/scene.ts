/** What a picture of a cluster shows. All of it is text from outside. */
export interface Scene {
  /** In the order in which they joined. */
  readonly nodes: readonly NodeView[];
  /** In the order in which they were created. */
  readonly pods: readonly PodView[];
  /** Daemon sets, in the order in which they were created. */
  readonly sets: readonly SetView[];
}

/** `silent`: nobody knows, for its kubelet does not report any more. */
export type NodeState = 'ready' | 'notReady' | 'silent';

export interface NodeView {
  readonly name: string;
  readonly state: NodeState;
  readonly isCordoned: boolean;
  /** `role=worker`; without those that every node has. */
  readonly labels: readonly string[];
  /** `key=value:Effect`; without those that the state tells already. */
  readonly taints: readonly string[];
}

export type PodState = 'pending' | 'notReady' | 'ready' | 'terminating' | 'failed' | 'succeeded';

export interface PodView {
  /** Tells pods apart, also those that had the same name one after the other. */
  readonly id: string;
  readonly name: string;
  readonly project: string;
  /** The daemon set that it belongs to. */
  readonly set?: string;
  /** The node that it is on, or meant for. */
  readonly node?: string;
  /** False while it is only meant for its node. */
  readonly isBound: boolean;
  readonly state: PodState;
  /** Which revision of its daemon set it was made from, from 1 on. */
  readonly revision?: number;
  /** Tag or digest of its image, `v2`. */
  readonly version?: string;
}

/** A daemon set, with what its status says. */
export interface SetView {
  readonly id: string;
  readonly name: string;
  readonly project: string;
  /** The revision that its template is now, from 1 on; undefined until there is one. */
  readonly revision?: number;
  readonly version?: string;
  readonly desired: number;
  readonly current: number;
  readonly updated: number;
  readonly ready: number;
  readonly available: number;
  readonly misscheduled: number;
  /** How many pods may be unavailable while it is updated: of the node count now; undefined with OnDelete. */
  readonly budget?: number;
  /** On how many nodes an old and a new pod may be at once, while it is updated; undefined if on none. */
  readonly surge?: number;
  /** How long a pod must be ready before it is available; undefined if it is at once. */
  readonly minReadySeconds?: number;
}

/** A picture, and when it was taken: milliseconds of model time since the example began. */
export interface Frame {
  readonly at: number;
  readonly scene: Scene;
}

/** What is pictured of one step: every picture that differs from the one before. None if nothing changed. */
export type Shot = readonly Frame[];
