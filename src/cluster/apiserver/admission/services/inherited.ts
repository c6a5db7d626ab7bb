import { deepEqual } from '../../../../kubernetes/fields/equality';
import type { ServiceSpec } from '../../../../kubernetes/kinds/service/service';
import { needsAddress, needsHealthPort, needsNodePorts, type SpecDraft } from './service';

const portsIn = ({ ports = [] }: ServiceSpec): readonly number[] =>
  ports.flatMap(({ nodePort }) => (nodePort ? [nodePort] : []));

/**
 * Who changes the address in the singular means the one in the plural, too.
 * @see k8s.io/kubernetes/pkg/registry/core/service/storage normalizeClusterIPs
 */
const alignAddresses = (next: SpecDraft, current: ServiceSpec): void => {
  if (next.clusterIP === current.clusterIP || !deepEqual(next.clusterIPs, current.clusterIPs)) return;
  if (next.clusterIP) next.clusterIPs = [next.clusterIP, ...(current.clusterIPs ?? []).slice(1)];
  else delete next.clusterIPs;
};

/**
 * Drops what a service of its new type has no use for, unless it is changed as well.
 * @see k8s.io/kubernetes/pkg/registry/core/service dropTypeDependentFields
 */
const drop = (next: SpecDraft, current: ServiceSpec): void => {
  const dropSame = (...fields: readonly (keyof SpecDraft)[]): void => {
    if (fields.every((field) => deepEqual(next[field], current[field])))
      for (const field of fields) delete next[field];
  };
  if (needsAddress(current) && !needsAddress(next)) {
    dropSame('clusterIP', 'clusterIPs');
    dropSame('ipFamilies');
    dropSame('ipFamilyPolicy');
  }
  const isFreed = needsNodePorts(current) && !needsNodePorts(next);
  if (isFreed && deepEqual(portsIn(next), portsIn(current)))
    next.ports = next.ports?.map(({ nodePort, ...port }) => port);
  if (needsHealthPort(current) && !needsHealthPort(next)) dropSame('healthCheckNodePort');
  if (current.type === 'LoadBalancer' && next.type !== 'LoadBalancer') {
    dropSame('allocateLoadBalancerNodePorts');
    dropSame('loadBalancerClass');
  }
  const isReached = ({ type, externalIPs = [] }: ServiceSpec): boolean =>
    type === 'NodePort' || type === 'LoadBalancer' || (type === 'ClusterIP' && externalIPs.length > 0);
  if (isReached(current) && !isReached(next)) dropSame('externalTrafficPolicy');
};

/** Node ports are known by the names of ports, as long as no other port has taken them. */
const keepNodePorts = (next: SpecDraft, current: ServiceSpec): void => {
  const before = new Set(portsIn(current));
  const kept = new Set(portsIn(next).filter((port) => before.has(port)));
  next.ports = next.ports?.map((port) => {
    const known = current.ports?.find(({ name = '' }) => name === (port.name ?? ''))?.nodePort;
    return port.nodePort || !known || kept.has(known) ? port : { ...port, nodePort: known };
  });
};

/**
 * What an update leaves out of what was given to a service stays.
 * @see k8s.io/kubernetes/pkg/registry/core/service/storage patchAllocatedValues
 */
export const inherit = (next: SpecDraft, current: ServiceSpec): void => {
  alignAddresses(next, current);
  if (needsAddress(current) && needsAddress(next)) {
    next.clusterIP ||= current.clusterIP;
    if (!next.clusterIPs?.length && current.clusterIPs?.length) next.clusterIPs = [...current.clusterIPs];
    next.ipFamilyPolicy ??= current.ipFamilyPolicy;
    if (!next.ipFamilies?.length && current.ipFamilies?.length) next.ipFamilies = [...current.ipFamilies];
  }
  if (needsNodePorts(current) && needsNodePorts(next)) keepNodePorts(next, current);
  if (needsHealthPort(current) && needsHealthPort(next))
    next.healthCheckNodePort ||= current.healthCheckNodePort;
  drop(next, current);
};
