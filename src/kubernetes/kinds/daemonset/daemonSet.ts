import type * as apps from 'kubernetes-types/apps/v1';
import type { Immutable, KubeObject } from '../../object';

export type DaemonSetSpec = Immutable<apps.DaemonSetSpec>;
export type DaemonSetStatus = Immutable<apps.DaemonSetStatus>;

export interface DaemonSet extends KubeObject {
  readonly spec: DaemonSetSpec;
  readonly status: DaemonSetStatus;
}
