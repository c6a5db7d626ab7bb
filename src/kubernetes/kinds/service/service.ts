import type * as core from 'kubernetes-types/core/v1';
import type { Immutable, KubeObject } from '../../object';
import { servedKind } from '../served';

/** What stands in the spec of a service. */
export type ServiceSpec = Immutable<core.ServiceSpec>;

/** How pods are reached under one address. */
export interface Service extends KubeObject {
  readonly spec: ServiceSpec;
}

export const services = servedKind('v1', 'Service');
