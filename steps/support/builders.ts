import type { Manifest, PodSpec, StringMap, Taint } from '../../src/kubernetes/objects';

/** What a feature says of a pod, where it says anything; the builders supply the rest. */
export interface PodWishes {
  readonly version?: string;
  readonly cpu?: string;
  /** Fields of the pod spec, put over the ordinary ones. */
  readonly spec?: Partial<PodSpec>;
}

/** What a feature says of a daemon set. */
export interface DaemonSetWishes extends PodWishes {
  /** Labels by which it knows its pods. Default: `app=<name>`. */
  readonly labels?: StringMap;
  readonly updateStrategy?: unknown;
  readonly minReadySeconds?: number;
}

/** The image of a program, as builders spell it: `example.test/log-agent:v2`. */
export const imageOf = (program: string, version = 'v1'): string => `example.test/${program}:${version}`;

/** A daemon set of one small container, at version v1 unless told otherwise. */
export const buildDaemonSet = (name: string, wishes: DaemonSetWishes = {}): Manifest => {
  const labels = wishes.labels ?? { app: name };
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name },
    spec: {
      selector: { matchLabels: labels },
      ...(wishes.updateStrategy === undefined ? {} : { updateStrategy: wishes.updateStrategy }),
      ...(wishes.minReadySeconds === undefined ? {} : { minReadySeconds: wishes.minReadySeconds }),
      template: { metadata: { labels }, spec: buildPodSpec(name, wishes) },
    },
  };
};

/** A pod that no controller looks after. */
export const buildPod = (name: string, wishes: PodWishes = {}): Manifest => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name },
  spec: buildPodSpec(name, wishes),
});

const buildPodSpec = (program: string, { version, cpu, spec }: PodWishes): unknown => ({
  containers: [
    {
      name: program,
      image: imageOf(program, version),
      ...(cpu === undefined ? {} : { resources: { requests: { cpu } } }),
    },
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

/** Reads `key=value:Effect` or `key:Effect`, as `oc adm taint` writes taints. */
export const readTaint = (text: string): Taint => {
  const [, key, value, effect] =
    /^([^=:]+)(?:=([^:]*))?:(NoSchedule|PreferNoSchedule|NoExecute)$/.exec(text) ?? [];
  if (key === undefined || effect === undefined)
    throw new Error(
      `"${text}" is no taint. Write key=value:Effect; effects are NoSchedule, PreferNoSchedule and NoExecute.`,
    );
  return { key, effect, ...(value === undefined ? {} : { value }) };
};
