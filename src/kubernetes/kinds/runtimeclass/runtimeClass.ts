import type * as node from 'kubernetes-types/node/v1';
import type { Immutable, KubeObject } from '../../object';

/** A way to run containers: what it costs beside them, and where it is to be had. */
export interface RuntimeClass extends KubeObject {
  readonly handler: string;
  readonly overhead?: Immutable<node.Overhead>;
  readonly scheduling?: Immutable<node.Scheduling>;
}
