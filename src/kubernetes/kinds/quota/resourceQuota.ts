import type * as core from 'kubernetes-types/core/v1';
import type { Immutable, KubeObject } from '../../object';

/** How much a namespace may hold, and how much it holds. */
export interface ResourceQuota extends KubeObject {
  readonly spec: Immutable<core.ResourceQuotaSpec>;
  readonly status: Immutable<core.ResourceQuotaStatus>;
}
