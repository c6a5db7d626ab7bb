import type * as core from 'kubernetes-types/core/v1';
import type { Immutable, KubeObject } from '../../object';

/** Where objects of namespaced kinds are; with what it holds it goes. OpenShift calls it a project. */
export interface Namespace extends KubeObject {
  readonly spec?: Immutable<core.NamespaceSpec>;
  readonly status?: Immutable<core.NamespaceStatus>;
}
