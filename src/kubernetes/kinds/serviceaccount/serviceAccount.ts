import type { KubeObject } from '../../object';

export interface ServiceAccount extends KubeObject {
  readonly secrets?: readonly unknown[];
}
