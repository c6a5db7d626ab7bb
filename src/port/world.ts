import type { Taint } from '../kubernetes/fields/taints';
import type { StringMap } from '../kubernetes/object';

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
