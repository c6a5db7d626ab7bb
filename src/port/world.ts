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

/** How containers of an image behave. Whatever is left out is ordinary. */
export interface ImageBehaviour {
  /** False: the image can never be pulled, its pods stay Pending. */
  readonly pullable?: boolean;
  /** Seconds from start to running. Default 1. */
  readonly startSeconds?: number;
  /** False: once running it never becomes ready. */
  readonly ready?: boolean;
  /** Seconds the container takes to stop; the grace period cuts it short. Default 1. */
  readonly stopSeconds?: number;
  /** The container ends so many seconds after it started, and its pod takes this phase. */
  readonly ends?: { readonly afterSeconds: number; readonly phase: 'Failed' | 'Succeeded' };
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
  /** From now on containers of this image behave so. Pods that wait for the image are tried again. */
  imageBehaves(image: string, behaviour: ImageBehaviour): Promise<void>;
  /** The pod's containers turn ready or unready and stay so. */
  setPodReady(pod: PodRef, ready: boolean): Promise<void>;
  /** The pod's containers end and the pod takes this phase. */
  finishPod(pod: PodRef, phase: 'Failed' | 'Succeeded'): Promise<void>;
}
