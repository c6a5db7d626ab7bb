import type { KubeObject } from '../../object';

export interface ControllerRevision extends KubeObject {
  readonly data: unknown;
  readonly revision: number;
}
