import type { KubeObject } from './object';

/** Stands for nothing at run time: it carries the type of a kind's objects. */
declare const OBJECT: unique symbol;

/** A part of an object, or something done with it, at a path of its own. */
export interface Subresource {
  /** `status`, `eviction`, … */
  readonly name: string;
  /** Group and version of what is sent there. */
  readonly apiVersion: string;
  readonly kind: string;
  readonly verbs: readonly string[];
}

/**
 * Names a kind of object in calls of the API, as discovery describes it.
 * @typeParam T what its objects are: `get(pods, …)` returns a Pod
 */
export interface ResourceType<T extends KubeObject = KubeObject> {
  /** Group and version: `apps/v1`, or `v1` in the core group. */
  readonly apiVersion: string;
  /** API group; empty for the core group. */
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly plural: string;
  readonly singular: string;
  readonly shortNames: readonly string[];
  /** Words that stand for several kinds, such as `all`. */
  readonly categories: readonly string[];
  readonly namespaced: boolean;
  readonly verbs: readonly string[];
  readonly subresources: readonly Subresource[];
  readonly [OBJECT]?: T;
}
