import { invalid } from '../../../../kubernetes/fields/validation/causes';
import type { ServiceSpec } from '../../../../kubernetes/kinds/service/service';
import type { Random } from '../../../simulation/random';
import { pickFree } from './addresses';
import { needsHealthPort, needsNodePorts, refuse, type SpecDraft } from './service';

const FIRST = 30_000;
const END = 32_768;
/** Those at the beginning are for who asks for one. @see portallocator calculateRangeOffset */
const RESERVED = 86;

/** The ports that a service holds on every node. */
export const nodePortsOf = ({ ports = [], healthCheckNodePort }: ServiceSpec): readonly number[] =>
  [...ports.map(({ nodePort }) => nodePort), healthCheckNodePort].flatMap((port) => (port ? [port] : []));

/**
 * Gives a service the ports on every node that it asks for, or any. Two that differ in nothing but the protocol have the
 * same.
 * @throws ApiError 422 for one that is taken or not in the range
 * @see k8s.io/kubernetes/pkg/registry/core/service/storage Allocators.updateNodePorts
 */
export const giveNodePorts = (
  spec: SpecDraft,
  name: string,
  random: Random,
  taken: ReadonlySet<number>,
): void => {
  const own = new Set<number>();
  const isTaken = (port: number): boolean => taken.has(port) || own.has(port);
  const check = (wanted: number, at: string): number => {
    const because = (why: string) => refuse(name, [invalid(at, wanted, why)]);
    if (wanted < FIRST || wanted >= END)
      throw because('provided port is not in the valid range. The range of valid ports is 30000-32767');
    if (taken.has(wanted)) throw because('provided port is already allocated');
    return wanted;
  };
  const any = (at: string): number => {
    const port = pickFree(random, FIRST + RESERVED, END, isTaken) ?? pickFree(random, FIRST, END, isTaken);
    if (port === undefined)
      throw refuse(name, [invalid(at, 0, 'failed to allocate a nodePort: range is full')]);
    return port;
  };
  const give = (wanted: number | undefined, at: string): number => {
    const port = wanted ? check(wanted, at) : any(at);
    own.add(port);
    return port;
  };
  if (needsNodePorts(spec)) {
    const byPort = new Map<number, number>();
    spec.ports = spec.ports?.map((each, index) => {
      const sibling = spec.ports?.find(({ port, nodePort }) => port === each.port && nodePort)?.nodePort;
      const wanted = each.nodePort || byPort.get(each.port) || sibling;
      const nodePort = give(wanted, `spec.ports[${index}].nodePort`);
      byPort.set(each.port, nodePort);
      return { ...each, nodePort };
    });
  }
  if (needsHealthPort(spec))
    spec.healthCheckNodePort = give(spec.healthCheckNodePort, 'spec.healthCheckNodePort');
};
