import type * as core from 'kubernetes-types/core/v1';
import type { Immutable, KubeObject } from '../../object';

/** How much of each resource is the least, the most and the usual in a namespace. */
export interface LimitRange extends KubeObject {
  readonly spec?: Immutable<core.LimitRangeSpec>;
}

/** What holds for containers, for whole pods, or for claims. */
export type LimitRangeItem = Immutable<core.LimitRangeItem>;
