import type { ContainerPort } from '../pod';
import type { Placed } from './containers';

interface PlacedPort {
  readonly port: ContainerPort;
  readonly at: string;
}

const portsOf = (containers: readonly Placed[]): readonly PlacedPort[] =>
  containers.flatMap(([{ ports = [] }, at]) =>
    ports.map((port, index) => ({ port, at: `${at}.ports[${index}]` })),
  );

/** A port as Go prints a struct with the names of its fields. */
const asStruct = ({ name = '', hostPort = 0, containerPort, protocol = '', hostIP = '' }: ContainerPort) =>
  `{Name:${name} HostPort:${hostPort} ContainerPort:${containerPort} Protocol:${protocol} HostIP:${hostIP}}`;

/** How two ports of one number and protocol get into each other's way; undefined if they do not. */
const clashOf = (one: ContainerPort, other: ContainerPort): string | undefined => {
  const [a, b] = [one.hostPort ?? 0, other.hostPort ?? 0];
  const [here, there] = [one.hostIP ?? '', other.hostIP ?? ''];
  if (here === there && a === b) return 'duplicate';
  if (a === 0 || b === 0) return 'overlapping';
  return a === b && (here === '') !== (there === '') ? 'dangerously ambiguous' : undefined;
};

const clashes = (ports: readonly PlacedPort[]): string[] => {
  const warnings: string[] = [];
  const known = new Map<string, PlacedPort[]>();
  for (const { port, at } of ports) {
    if (port.hostIP && !port.hostPort) {
      warnings.push(`${at}: hostIP set without hostPort: ${asStruct(port)}`);
    }
    const key = `${port.containerPort}/${port.protocol ?? ''}`;
    const others = known.get(key) ?? [];
    for (const other of others) {
      const clash = clashOf(port, other.port);
      if (clash) warnings.push(`${at}: ${clash} port definition with ${other.at}`);
    }
    known.set(key, [...others, { port, at }]);
  }
  return warnings;
};

const names = (ports: readonly PlacedPort[]): string[] => {
  const first = new Map<string, string>();
  return ports.flatMap(({ port: { name }, at }) => {
    if (!name) return [];
    const other = first.get(name);
    if (other === undefined) first.set(name, at);
    return other === undefined
      ? []
      : [
          `${at}: duplicate port name "${name}" with ${other}, services and probes that select ports by name will use ${other}`,
        ];
  });
};

/**
 * What is to be said of the ports of all containers together.
 * @see pkg/api/pod/warnings.go warningsForPodSpecAndMeta
 */
export const warningsOfPorts = (containers: readonly Placed[]): string[] => {
  const ports = portsOf(containers);
  return [...clashes(ports), ...names(ports)];
};
