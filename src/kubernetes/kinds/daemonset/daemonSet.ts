import type * as apps from 'kubernetes-types/apps/v1';
import type { Amended, Immutable, KubeObject } from '../../object';
import type { PodTemplateSpec } from '../pod/pod';

/** What a daemon set is to do: which pods, on which nodes, how they are replaced. */
export type DaemonSetSpec = Amended<Immutable<apps.DaemonSetSpec>, { readonly template: PodTemplateSpec }>;
/** What the controller counted last, and which generation that was. */
export type DaemonSetStatus = Immutable<apps.DaemonSetStatus>;

/** A pod on every node that suits it. */
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
