import type * as core from 'kubernetes-types/core/v1';
import type { Draft } from '../../../../kubernetes/fields/copies';
import { servedKind } from '../../../../kubernetes/kinds/served';
import type { Immutable, KubeObject } from '../../../../kubernetes/object';
import { type ApiError, type FieldCause, invalid } from '../../../../kubernetes/refusals';

/** What stands in the spec of a service. */
export type ServiceSpec = Immutable<core.ServiceSpec>;

/** A spec that is being completed, which nobody else holds. */
export type SpecDraft = Draft<ServiceSpec>;

/** A service, as far as its addresses and ports are concerned. */
export interface Service extends KubeObject {
  readonly spec: ServiceSpec;
}

export const services = servedKind('v1', 'Service');

/** Stands for an address where a service is to have none. */
export const NO_ADDRESS = 'None';

/** @throws ApiError 422 */
export const refuse = (name: string, causes: readonly FieldCause[]): ApiError =>
  invalid(services, name, causes);

/** All but those that are but another name for something outside. */
export const needsAddress = ({ type }: ServiceSpec): boolean => type !== 'ExternalName';

/** Those that every node listens for. */
export const needsNodePorts = ({ type, allocateLoadBalancerNodePorts }: ServiceSpec): boolean =>
  type === 'NodePort' || (type === 'LoadBalancer' && allocateLoadBalancerNodePorts !== false);

/** Those whose load balancer asks each node whether a pod of theirs runs there. */
export const needsHealthPort = ({ type, externalTrafficPolicy }: ServiceSpec): boolean =>
  type === 'LoadBalancer' && externalTrafficPolicy === 'Local';
