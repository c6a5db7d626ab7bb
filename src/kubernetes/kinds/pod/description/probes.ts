import { type Lines, optional } from '../../../print/describe/text';
import type { Container } from '../pod';

type Probe = NonNullable<Container['livenessProbe']>;

const action = ({ exec, httpGet, tcpSocket, grpc }: Probe): string => {
  if (exec) return `exec [${(exec.command ?? []).join(' ')}]`;
  if (httpGet) {
    const path = httpGet.path ?? '';
    const scheme = (httpGet.scheme ?? 'HTTP').toLowerCase();
    return `http-get ${scheme}://${httpGet.host ?? ''}:${httpGet.port}${path.startsWith('/') ? '' : '/'}${path}`;
  }
  if (tcpSocket) return `tcp-socket ${tcpSocket.host ?? ''}:${tcpSocket.port}`;
  return grpc ? `grpc <pod>:${grpc.port} ${grpc.service ?? ''}` : 'unknown';
};

const format = (probe: Probe | undefined): string | undefined =>
  probe &&
  `${action(probe)} delay=${probe.initialDelaySeconds ?? 0}s timeout=${probe.timeoutSeconds ?? 1}s ` +
    `period=${probe.periodSeconds ?? 10}s #success=${probe.successThreshold ?? 1} #failure=${probe.failureThreshold ?? 3}`;

/** One line for each probe a container has. */
export const describeProbes = (container: Container): Lines => [
  ...optional('Liveness', format(container.livenessProbe)),
  ...optional('Readiness', format(container.readinessProbe)),
  ...optional('Startup', format(container.startupProbe)),
];
