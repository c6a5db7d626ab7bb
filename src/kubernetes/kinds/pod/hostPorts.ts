import type { Pod } from './pod';

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

const portsMemo = new WeakMap<object, readonly HostPort[]>();

/** Every port a pod claims on its node. */
export const hostPortsOf = ({ containers }: Pod['spec']): readonly HostPort[] => {
  const known = portsMemo.get(containers);
  if (known) return known;
  const ports: HostPort[] = [];
  portsMemo.set(containers, ports);
  for (const container of containers) {
    for (const port of container.ports ?? []) {
      if (port.hostPort)
        ports.push({ port: port.hostPort, protocol: port.protocol ?? 'TCP', ip: port.hostIP || '0.0.0.0' });
    }
  }
  return ports;
};
