import type { Draft } from '../../../../kubernetes/fields/copies';
import { type ServiceSpec, services } from '../../../../kubernetes/kinds/service/service';
import { type ApiError, type FieldCause, invalid } from '../../../../kubernetes/refusals';

/** A spec that is being completed, which nobody else holds. */
export type SpecDraft = Draft<ServiceSpec>;

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
