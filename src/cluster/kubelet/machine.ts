import type { Taint } from '../../kubernetes/fields/taints';
import type { StringMap } from '../../kubernetes/object';

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
}

/** How containers of an image behave. Whatever is left out is ordinary. */
export interface ImageBehaviour {
  /** False: the image can never be pulled, its pods stay Pending. */
  readonly pullable?: boolean;
  /** Seconds from start to running. Default 1. */
  readonly startSeconds?: number;
  /** False: once running it never becomes ready. */
  readonly ready?: boolean;
  /** Seconds the container takes to stop, if the grace period lets it. Default 1. */
  readonly stopSeconds?: number;
  /** The container ends so many seconds after it started, and its pod takes this phase. */
  readonly ends?: { readonly afterSeconds: number; readonly phase: 'Failed' | 'Succeeded' };
}
