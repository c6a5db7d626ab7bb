import type { KubeObject } from '../../object';

/** A name for how much pods matter. The higher value goes first. */
export interface PriorityClass extends KubeObject {
  readonly value: number;
  readonly globalDefault?: boolean;
  readonly preemptionPolicy?: string;
}
