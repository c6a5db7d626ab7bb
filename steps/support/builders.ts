import type { PodSpec } from '../../src/kubernetes/kinds/pod/pod';
import type { Manifest, StringMap } from '../../src/kubernetes/object';

/** What a feature says of a pod, where it says anything; the builders supply the rest. */
export interface PodWishes {
  readonly version?: string;
  readonly cpu?: string;
  /** A port of the node that its container asks for. */
  readonly hostPort?: number;
  /** Fields of the pod spec, put over the ordinary ones. */
  readonly spec?: Partial<PodSpec>;
}

/** What a feature says of a daemon set. */
export interface DaemonSetWishes extends PodWishes {
  /** Labels by which it knows its pods. Default: `app=<name>`. */
  readonly labels?: StringMap;
  readonly updateStrategy?: string;
  /** How far a rolling update may go at once: `maxUnavailable`, `maxSurge`. */
  readonly rollingUpdate?: Readonly<Record<string, number | string>>;
  readonly minReadySeconds?: number;
  readonly revisionHistoryLimit?: number;
}

/** The image of a program, as builders spell it: `example.test/log-agent:v2`. */
export const imageOf = (program: string, version = 'v1'): string => `example.test/${program}:${version}`;

/** Leaves out the fields of which nothing was said. */
const said = (fields: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** A daemon set of one small container, at version v1 unless told otherwise. */
export const buildDaemonSet = (name: string, wishes: DaemonSetWishes = {}): Manifest => {
  const { updateStrategy: type, rollingUpdate, minReadySeconds, revisionHistoryLimit } = wishes;
  const labels = wishes.labels ?? { app: name };
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name },
    spec: said({
      selector: { matchLabels: labels },
      updateStrategy: type || rollingUpdate ? said({ type, rollingUpdate }) : undefined,
      minReadySeconds,
      revisionHistoryLimit,
      template: { metadata: { labels }, spec: buildPodSpec(name, wishes) },
    }),
  };
};

/** A pod that no controller looks after. */
export const buildPod = (name: string, wishes: PodWishes = {}): Manifest => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name },
  spec: buildPodSpec(name, wishes),
});

const buildPodSpec = (program: string, { version, cpu, hostPort, spec }: PodWishes): unknown => ({
  containers: [
    said({
      name: program,
      image: imageOf(program, version),
      resources: cpu === undefined ? undefined : { requests: { cpu } },
      ports: hostPort === undefined ? undefined : [{ containerPort: hostPort, hostPort }],
    }),
  ],
  ...spec,
});

export const buildProject = (name: string, annotations: StringMap = {}): Manifest => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, annotations },
});

export const buildPriorityClass = (name: string, value: number): Manifest => ({
  apiVersion: 'scheduling.k8s.io/v1',
  kind: 'PriorityClass',
  metadata: { name },
  value,
});

/** Gives a user one of the stock cluster roles, in one project or, without one, in the whole cluster. */
export const buildRoleBinding = (user: string, role: string, project?: string): Manifest => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: project === undefined ? 'ClusterRoleBinding' : 'RoleBinding',
  metadata: { name: `${role}-${user}`, ...(project === undefined ? {} : { namespace: project }) },
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: role },
  subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: user }],
});
