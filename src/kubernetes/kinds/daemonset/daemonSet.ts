import type * as apps from 'kubernetes-types/apps/v1';
import type { Amended, Immutable, KubeObject } from '../../object';
import type { PodTemplateSpec } from '../pod/pod';

export type DaemonSetSpec = Amended<Immutable<apps.DaemonSetSpec>, { readonly template: PodTemplateSpec }>;
export type DaemonSetStatus = Immutable<apps.DaemonSetStatus>;

export interface DaemonSet extends KubeObject {
  readonly spec: DaemonSetSpec;
  readonly status: DaemonSetStatus;
}

/** The status of a set that no controller has looked at yet: the counters that the API always prints. */
export const EMPTY_STATUS: DaemonSetStatus = Object.freeze({
  currentNumberScheduled: 0,
  numberMisscheduled: 0,
  desiredNumberScheduled: 0,
  numberReady: 0,
});
