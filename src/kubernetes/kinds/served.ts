import type { ResourceType } from './resources';
import served from './served.data.json';

/** A part of an object that is read and written at a path of its own. */
export interface Subresource {
  /** `status`, `scale`, `eviction`, … */
  readonly name: string;
  /** Group and version of what the subresource speaks; a scale is `autoscaling/v1`. */
  readonly apiVersion: string;
  readonly kind: string;
  readonly verbs: readonly string[];
}

/** A kind as discovery describes it. */
export interface ServedKind extends ResourceType {
  /** Words that stand for several kinds, such as `all`. */
  readonly categories: readonly string[];
  readonly verbs: readonly string[];
  readonly subresources: readonly Subresource[];
}

/** Every kind that Kubernetes serves on its own, in the order of discovery: the core group first. */
export const servedKinds: readonly ServedKind[] = served;

/** True for a kind whose status is written at a path of its own. */
export const hasStatusSubresource = (kind: ServedKind): boolean =>
  kind.subresources.some(({ name }) => name === 'status');
