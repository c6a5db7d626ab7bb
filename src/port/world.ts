import type { Taint } from '../kubernetes/fields/taints';
import type { StringMap } from '../kubernetes/object';

/** A machine to run pods on. */
export interface Machine {
  readonly name: string;
  readonly labels?: StringMap;
  readonly taints?: readonly Taint[];
  /** Quantity; default `4`. */
  readonly cpu?: string;
  /** Quantity; default `16Gi`. */
  readonly memory?: string;
  /** How many pods it takes; default 110. */
  readonly pods?: number;
  /** What else it has for pods, as quantities by name: `nvidia.com/gpu`, `ephemeral-storage`. */
  readonly resources?: StringMap;
  /** False: its kubelet reports that it is not ready, as before a network is set up, until `setNodeReady`. */
  readonly ready?: boolean;
}

/** What a kubelet asks a container by its probes: has it started, may it be sent requests, is it alive? */
export type ProbeKind = 'startup' | 'readiness' | 'liveness';

/** When a probe would succeed, in seconds since the start of the container. By default it always does. */
export interface ProbeBehaviour {
  readonly passesAfterSeconds?: number;
  /** 0: it never succeeds. */
  readonly failsAfterSeconds?: number;
}

/** What a machine may run short of. */
export type Pressure = 'memory' | 'disk' | 'PID';

/** How containers of an image behave. Whatever is left out is ordinary. */
export interface ImageBehaviour {
  /** False: the image cannot be pulled, its pods stay Pending. They get it some time after it can be. */
  readonly pullable?: boolean;
  /** Seconds from start to running. Default 1. */
  readonly startSeconds?: number;
  /** False: once running it never becomes ready; an init container of the image is never done. */
  readonly ready?: boolean;
  /** What it answers to the probes that its container has. Others are not asked. */
  readonly probes?: Readonly<Partial<Record<ProbeKind, ProbeBehaviour>>>;
  /** Seconds the container takes to stop; the grace period cuts it short. Default 1. */
  readonly stopSeconds?: number;
  /**
   * The container exits so many seconds after each of its starts, with this code. By default an init container that is no
   * sidecar exits with 0 after a second, and every other runs on. Settling waits for an exit within a minute, and for that
   * of an init container; a later one comes when so much time has passed.
   */
  readonly exits?: { readonly afterSeconds: number; readonly code: number };
}

/** Names a pod that some machine runs. */
export interface PodRef {
  readonly namespace: string;
  readonly name: string;
}

/**
 * The world outside the API: machines, images, containers. What concerns nodes needs the capability `node-control`,
 * the rest `container-control`. Methods reject if there is no such machine, or no machine that runs such a pod.
 */
export interface World {
  /**
   * A machine joins under a name that no node has. Its node is there at once, and ready as soon as things settle,
   * unless the machine is not.
   */
  addNode(machine: Machine): Promise<void>;
  /** The machine is gone for good and its node object is deleted. */
  removeNode(name: string): Promise<void>;
  /** The node stops reporting; nothing on it can be started or stopped. What runs there runs on. */
  silenceNode(name: string): Promise<void>;
  /** The node reports again, and catches up. */
  reviveNode(name: string): Promise<void>;
  /**
   * The node's kubelet reports itself ready, or not ready, for want of a network. Pods run on; new ones that do not use
   * the machine's own network wait.
   */
  setNodeReady(name: string, ready: boolean): Promise<void>;
  /**
   * The machine stops at once, with all containers, and is back after so many seconds (default 30). Then its kubelet
   * looks at each pod as if it had just been bound, and starts its containers anew: it stays the same pod.
   */
  rebootNode(name: string, downSeconds?: number): Promise<void>;
  /**
   * The machine runs short of something, and its kubelet says so: it refuses pods and, every ten seconds, evicts one that
   * runs, as long as there is one that it may evict. False: it is short no longer; the kubelet goes on saying so, and
   * refusing, for five minutes.
   * @param evicts false: it is just no longer short, or always about to be: pods are refused, but none is evicted
   * @see pkg/kubelet/eviction/eviction_manager.go
   */
  setPressure(name: string, what: Pressure, short: boolean, evicts?: boolean): Promise<void>;
  /**
   * The machine is shut down, and its kubelet is given the time to stop its pods: they fail, those of system priority
   * last, and new ones are refused. Then the node falls silent. `reviveNode` starts it again.
   * @see pkg/kubelet/nodeshutdown/nodeshutdown_manager.go
   */
  shutDownNode(name: string): Promise<void>;
  /** From now on containers of this image behave so. Pods that wait for the image are tried again. */
  imageBehaves(image: string, behaviour: ImageBehaviour): Promise<void>;
  /** The pod's containers turn ready or unready and stay so. */
  setPodReady(pod: PodRef, ready: boolean): Promise<void>;
  /**
   * A container of the pod exits, and its kubelet starts it anew if the pod's restart policy says so.
   * @param container by default the first
   */
  exitContainer(pod: PodRef, code: number, container?: string): Promise<void>;
  /** The pod is over for its node: its containers end, none is started anew, and it takes this phase. */
  finishPod(pod: PodRef, phase: 'Failed' | 'Succeeded'): Promise<void>;
}
