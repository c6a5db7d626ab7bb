import { longDate } from '../../../print/ages';
import { field, indent, type Lines, optional } from '../../../print/describe/text';
import type { Container, Pod } from '../pod';
import { describeProbes } from './probes';
import { describeResourceField } from './resourceField';
import { describeSeccomp } from './seccomp';

type ContainerStatus = NonNullable<Pod['status']['containerStatuses']>[number];
type ContainerState = NonNullable<ContainerStatus['state']>;

const ports = (container: Container, kind: 'containerPort' | 'hostPort'): Lines => {
  const title = kind === 'containerPort' ? 'Port' : 'Host Port';
  const all = (container.ports ?? []).map((port) => {
    const number = `${port[kind] ?? 0}/${port.protocol ?? 'TCP'}`;
    return port.name ? `${number} (${port.name})` : number;
  });
  return [field(all.length > 1 ? `${title}s` : title, all.join(', ') || '<none>')];
};

const block = (title: string, lines: readonly string[] | undefined): Lines =>
  lines && lines.length > 0 ? [`${title}:`, ...lines.flatMap((line) => indent(2, line.split('\n')))] : [];

const ended = (state: NonNullable<ContainerState['terminated']>): Lines => [
  ...optional('  Reason', state.reason),
  ...optional('  Message', state.message),
  field('  Exit Code', state.exitCode),
  ...(state.signal ? [field('  Signal', state.signal)] : []),
  ...(state.startedAt ? [field('  Started', longDate(state.startedAt))] : []),
  ...(state.finishedAt ? [field('  Finished', longDate(state.finishedAt))] : []),
];

const describeState = (title: string, state: ContainerState | undefined): Lines => {
  if (state?.running) {
    const started = state.running.startedAt;
    return [field(title, 'Running'), ...(started ? [field('  Started', longDate(started))] : [])];
  }
  if (state?.terminated) return [field(title, 'Terminated'), ...ended(state.terminated)];
  return [field(title, 'Waiting'), ...optional('  Reason', state?.waiting?.reason)];
};

const describeStatus = (status: ContainerStatus): Lines => [
  ...describeState('State', status.state),
  ...(status.lastState?.terminated ? describeState('Last State', status.lastState) : []),
  field('Ready', status.ready ? 'True' : 'False'),
  field('Restart Count', status.restartCount),
];

const quantities = (title: string, map: Container['resources']): Lines => {
  const list = Object.entries((title === 'Limits' ? map?.limits : map?.requests) ?? {});
  return block(
    title,
    list.sort().map(([name, quantity]) => `${name}:\t${quantity}`),
  );
};

/** Most and least of what is asked for, by resource. */
export const describeResources = (resources: Container['resources']): Lines => [
  ...quantities('Limits', resources),
  ...quantities('Requests', resources),
];

const source = (
  from: NonNullable<NonNullable<Container['env']>[number]['valueFrom']>,
  container: Container,
  resolve: (fieldPath: string) => string,
): string => {
  if (from.fieldRef) {
    const { apiVersion = 'v1', fieldPath } = from.fieldRef;
    return `${resolve(fieldPath)} (${apiVersion}:${fieldPath})`;
  }
  if (from.resourceFieldRef) return describeResourceField(from.resourceFieldRef, container);
  const key = from.secretKeyRef ?? from.configMapKeyRef;
  const kind = from.secretKeyRef ? 'in secret' : 'of config map';
  return `<set to the key '${key?.key}' ${kind} '${key?.name}'>\tOptional: ${key?.optional ?? false}`;
};

const environmentFrom = (container: Container): Lines => {
  const all = container.envFrom ?? [];
  if (all.length === 0) return [];
  const lines = all.map(({ configMapRef, secretRef, prefix }) => {
    const ref = configMapRef ?? secretRef;
    const kind = `${configMapRef ? 'ConfigMap' : 'Secret'}${prefix ? ` with prefix '${prefix}'` : ''}`;
    return `  ${ref?.name ?? ''}\t${kind}\tOptional: ${ref?.optional ?? false}`;
  });
  return ['Environment Variables from:', ...lines];
};

const environment = (container: Container, resolve: (fieldPath: string) => string): Lines => {
  const all = container.env ?? [];
  if (all.length === 0) return [field('Environment', '<none>')];
  const lines = all.flatMap(({ name, value, valueFrom }) => {
    const [first, ...more] = valueFrom ? [source(valueFrom, container, resolve)] : (value ?? '').split('\n');
    return [`  ${name}:\t${first}`, ...more.map((line) => `  \t${line}`)];
  });
  return ['Environment:', ...lines];
};

const mounts = (container: Container): Lines => {
  const all = [...(container.volumeMounts ?? [])].sort((a, b) => (a.mountPath < b.mountPath ? -1 : 1));
  if (all.length === 0) return [field('Mounts', '<none>')];
  const lines = all.map(({ mountPath, name, readOnly, subPath }) => {
    const flags = [readOnly ? 'ro' : 'rw', ...(subPath ? [`path="${subPath}"`] : [])];
    return `  ${mountPath} from ${name} (${flags.join(',')})`;
  });
  return ['Mounts:', ...lines];
};

const describeContainer = (
  container: Container,
  status: ContainerStatus | undefined,
  resolve: (fieldPath: string) => string,
): Lines => [
  ...(status ? [field('Container ID', status.containerID ?? '')] : []),
  field('Image', container.image ?? ''),
  ...(status ? [field('Image ID', status.imageID ?? '')] : []),
  ...ports(container, 'containerPort'),
  ...ports(container, 'hostPort'),
  ...describeSeccomp(container.securityContext?.seccompProfile, '  '),
  ...block('Command', container.command),
  ...block('Args', container.args),
  ...(status ? describeStatus(status) : []),
  ...describeResources(container.resources),
  ...describeProbes(container),
  ...environmentFrom(container),
  ...environment(container, resolve),
  ...mounts(container),
];

/** What describing containers needs to know besides the containers. */
export interface ContainerContext {
  readonly statuses?: readonly ContainerStatus[];
  /** How far to the right of the title the names stand. */
  readonly nameIndent?: number;
  /** The value of a field of the pod, where it is known. */
  readonly resolve?: (fieldPath: string) => string;
}

/** Containers with their state, if one is known. Their fields stand four spaces to the right. */
export const describeContainers = (
  title: string,
  containers: readonly Container[] | undefined,
  { statuses, nameIndent = 2, resolve = () => '' }: ContainerContext,
): Lines => [
  containers?.length ? `${title}:` : `${title}: <none>`,
  ...(containers ?? []).flatMap((container) => {
    const status = statuses?.find(({ name }) => name === container.name);
    return [
      `${' '.repeat(nameIndent)}${container.name}:`,
      ...indent(4, describeContainer(container, status, resolve)),
    ];
  }),
];
