import type * as core from 'kubernetes-types/core/v1';
import type { Immutable, KubeObject } from '../../object';

export interface ResourceQuota extends KubeObject {
  readonly spec: Immutable<core.ResourceQuotaSpec>;
  readonly status: Immutable<core.ResourceQuotaStatus>;
}
