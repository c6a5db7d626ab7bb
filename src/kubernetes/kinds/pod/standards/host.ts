import type { Container, Lifecycle, Probe } from '../pod';
import {
  type Check,
  type CheckPod,
  containersOf,
  distinct,
  inQuotes,
  namesOf,
  plural,
  theContainers,
} from './check';

const namespaces: CheckPod = ({ spec }) => {
  const shared = (['hostNetwork', 'hostPID', 'hostIPC'] as const).filter((field) => spec[field]);
  if (shared.length === 0) return undefined;
  return { reason: 'host namespaces', detail: shared.map((field) => `${field}=true`).join(', ') };
};

const paths: CheckPod = ({ spec }) => {
  const names = (spec.volumes ?? []).filter(({ hostPath }) => hostPath).map(({ name }) => name);
  if (names.length === 0) return undefined;
  return { reason: 'hostPath volumes', detail: `${plural('volume', names)} ${inQuotes(names)}` };
};

const hostPortsOf = ({ ports = [] }: Container): readonly string[] =>
  ports.flatMap(({ hostPort }) => (hostPort ? [String(hostPort)] : []));

/** `uses` of one, `use` of several. */
const use = (names: readonly string[]): string => (names.length === 1 ? 'uses' : 'use');

const ports: CheckPod = (subject) => {
  const names = namesOf(subject, (container) => hostPortsOf(container).length > 0);
  if (names.length === 0) return undefined;
  const used = distinct(containersOf(subject).flatMap(hostPortsOf));
  return {
    reason: 'hostPort',
    detail: `${theContainers(names)} ${use(names)} ${plural('hostPort', used)} ${used.join(', ')}`,
  };
};

type Handler = Pick<Probe, 'httpGet' | 'tcpSocket'> | NonNullable<Lifecycle['preStop']>;

/** The hosts that a container has asked, or told, of its state. */
const askedHosts = ({ livenessProbe, readinessProbe, startupProbe, lifecycle }: Container) => {
  const handlers: readonly (Handler | undefined)[] = [
    livenessProbe,
    readinessProbe,
    startupProbe,
    lifecycle?.postStart,
    lifecycle?.preStop,
  ];
  return handlers.flatMap((each) => [each?.httpGet?.host, each?.tcpSocket?.host].filter((host) => !!host));
};

const probes: CheckPod = (subject) => {
  const names = distinct(namesOf(subject, (container) => askedHosts(container).length > 0));
  if (names.length === 0) return undefined;
  const hosts = distinct(containersOf(subject).flatMap(askedHosts) as string[]);
  const what = plural('probe or lifecycle host', hosts);
  return {
    reason: 'probe or lifecycle host',
    detail: `${theContainers(names)} ${use(names)} ${what} ${inQuotes(hosts)}`,
  };
};

/**
 * What pods may not have of their node.
 * @see staging/src/k8s.io/pod-security-admission/policy, check_host*.go
 */
export const hostChecks: readonly Check[] = [
  { id: 'hostNamespaces', level: 'baseline', versions: [[0, namespaces]] },
  { id: 'hostPathVolumes', level: 'baseline', versions: [[0, paths]] },
  { id: 'hostPorts', level: 'baseline', versions: [[0, ports]] },
  { id: 'hostProbesAndHostLifecycle', level: 'baseline', versions: [[34, probes]] },
];
