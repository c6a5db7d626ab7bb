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

/** A column that a custom kind declares for what `get` prints. */
export interface PrinterColumn {
  readonly name: string;
  /** `integer`, `number`, `string`, `boolean` or `date`. */
  readonly type: string;
  /** Changes nothing that is printed. */
  readonly format?: string;
  readonly description?: string;
  /** Where the value stands, `.spec.replicas`. */
  readonly jsonPath: string;
  /** Above 0: shown with `-o wide` only. */
  readonly priority?: number;
}

/** Where a scale reads and writes. Paths are simple ones, `.spec.replicas`. */
export interface ScalePaths {
  readonly specReplicasPath: string;
  readonly statusReplicasPath: string;
  readonly labelSelectorPath?: string;
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
  /** Of custom kinds: what is shown beside the name. */
  readonly printerColumns?: readonly PrinterColumn[] | undefined;
  readonly [OBJECT]?: T;
}
