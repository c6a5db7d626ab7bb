import type * as core from 'kubernetes-types/core/v1';
import type { Immutable, KubeObject } from '../../object';

export interface Namespace extends KubeObject {
  readonly spec?: Immutable<core.NamespaceSpec>;
  readonly status?: Immutable<core.NamespaceStatus>;
}
