import { ONE, whole } from '../../fields/amounts';
import type { KubeObject } from '../../object';
import type { Evaluator } from './evaluator';

interface Service extends KubeObject {
  readonly spec?: {
    readonly type?: string;
    readonly allocateLoadBalancerNodePorts?: boolean;
    readonly ports?: readonly { readonly nodePort?: number }[];
  };
}

const RESOURCES = ['count/services', 'services', 'services.nodeports', 'services.loadbalancers'];

const nodePortsOf = ({ spec }: Service): number => {
  const ports = spec?.ports ?? [];
  if (spec?.type === 'NodePort') return ports.length;
  if (spec?.type !== 'LoadBalancer') return 0;
  return spec.allocateLoadBalancerNodePorts === false
    ? ports.filter(({ nodePort }) => nodePort).length
    : ports.length;
};

const outside = ({ spec }: Service): string =>
  spec?.type === 'NodePort' || spec?.type === 'LoadBalancer' ? spec.type : '';

/**
 * Counts services, and among them those that are to be reached from outside.
 * @see pkg/quota/v1/evaluator/core/services.go
 */
export const services: Evaluator = {
  counts: (resource) => RESOURCES.includes(resource),
  usage: (service: Service) =>
    new Map([
      ['count/services', ONE],
      ['services', ONE],
      ['services.nodeports', whole(nodePortsOf(service))],
      ['services.loadbalancers', whole(service.spec?.type === 'LoadBalancer' ? 1 : 0)],
    ]),
  suits: () => false,
  silence: () => undefined,
  follows: () => true,
  givesBack: (next: Service, before: Service) => outside(next) !== outside(before),
};
