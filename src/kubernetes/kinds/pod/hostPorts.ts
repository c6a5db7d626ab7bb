import { isSidecar } from './amounts';
import type { Container, Pod } from './pod';

/** A port claimed on a node. The address 0.0.0.0 claims it on every address. */
export interface HostPort {
  readonly port: number;
  readonly protocol: string;
  readonly ip: string;
}

export const portsClash = (a: HostPort, b: HostPort): boolean =>
  a.port === b.port &&
  a.protocol === b.protocol &&
  (a.ip === b.ip || a.ip === '0.0.0.0' || b.ip === '0.0.0.0');

/** Pods of one template share their containers. */
const memo = new WeakMap<
  object,
  { readonly initContainers: Pod['spec']['initContainers']; readonly ports: readonly HostPort[] }
>();

const declaredBy = ({ ports = [] }: Container): HostPort[] =>
  ports
    .filter(({ hostPort }) => hostPort)
    .map(({ hostPort = 0, hostIP, protocol = 'TCP' }) => ({
      port: hostPort,
      protocol,
      ip: hostIP || '0.0.0.0',
    }));

/**
 * Every port a pod claims on its node, those of its sidecars first. Other init containers claim none: they end.
 * @see pkg/scheduler/util/utils.go GetHostPorts
 */
export const hostPortsOf = ({ containers, initContainers }: Pod['spec']): readonly HostPort[] => {
  const known = memo.get(containers);
  if (known && known.initContainers === initContainers) return known.ports;
  const ports = [...(initContainers?.filter(isSidecar) ?? []), ...containers].flatMap(declaredBy);
  memo.set(containers, { initContainers, ports });
  return ports;
};
