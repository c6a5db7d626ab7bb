import type { LabelSelector } from '../../fields/labels';
import type { Amount } from '../../fields/validation/amounts';
import type { KubeObject, StringMap } from '../../object';

/** What a part of the status is about, as every kind with conditions of the common form has it. */
export interface Condition {
  readonly type: string;
  readonly status: 'True' | 'False' | 'Unknown';
  readonly observedGeneration?: number;
  readonly lastTransitionTime: string;
  readonly reason: string;
  readonly message: string;
}

/** How many of the pods that it selects must stay, when somebody asks one of them to leave. */
export interface PodDisruptionBudget extends KubeObject {
  readonly spec: {
    readonly minAvailable?: Amount;
    readonly maxUnavailable?: Amount;
    readonly selector?: LabelSelector;
    readonly unhealthyPodEvictionPolicy?: string;
  };
  readonly status: {
    readonly observedGeneration?: number;
    /** Pods that were allowed to leave and are not yet seen to: by name, since when. */
    readonly disruptedPods?: StringMap;
    readonly disruptionsAllowed: number;
    readonly currentHealthy: number;
    readonly desiredHealthy: number;
    readonly expectedPods: number;
    readonly conditions?: readonly Condition[];
  };
}

/** The status of a budget that no controller has looked at yet: the numbers that the API always prints. */
export const EMPTY_STATUS: PodDisruptionBudget['status'] = Object.freeze({
  disruptionsAllowed: 0,
  currentHealthy: 0,
  desiredHealthy: 0,
  expectedPods: 0,
});
