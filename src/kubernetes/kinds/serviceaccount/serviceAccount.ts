import type { KubeObject } from '../../object';

/** Whom the processes in a pod are to the API. */
export interface ServiceAccount extends KubeObject {
  readonly secrets?: readonly unknown[];
}
