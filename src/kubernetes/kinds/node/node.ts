import type * as core from 'kubernetes-types/core/v1';
import type { Immutable, KubeObject } from '../../object';

export type NodeCondition = Immutable<core.NodeCondition>;

/** A machine as the API knows it. */
export interface Node extends KubeObject {
  readonly spec: Immutable<core.NodeSpec>;
  readonly status: Immutable<core.NodeStatus>;
}
