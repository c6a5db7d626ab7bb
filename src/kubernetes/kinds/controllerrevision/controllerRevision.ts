import type { KubeObject } from '../../object';

/** A pod template that a controller remembers, to go back to. */
export interface ControllerRevision extends KubeObject {
  readonly data: unknown;
  readonly revision: number;
}
