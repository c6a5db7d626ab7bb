import type { KubeObject, Manifest, ObjectMeta, StringMap } from '../../kubernetes/object';

/** The label of all that a clause makes: in a real namespace, others make things too. */
const MINE = 'contract';

/** Selects what a clause has made. */
export const OURS = MINE;

export const isOurs = ({ metadata }: KubeObject): boolean => metadata.labels?.[MINE] !== undefined;

const labelled = ({ labels, ...metadata }: Partial<ObjectMeta>): Partial<ObjectMeta> => ({
  ...metadata,
  labels: { ...labels, [MINE]: '' },
});

/** A note is a config map: nobody acts on it, so it is what the clauses have made of it. */
export interface Note extends KubeObject {
  readonly data?: StringMap;
}

export const note = (
  name: string,
  { data, ...metadata }: Partial<ObjectMeta> & Pick<Note, 'data'> = {},
): Manifest => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: labelled({ name, ...metadata }),
  ...(data ? { data } : {}),
});

/** An image that exists. */
export const IMAGE = 'registry.k8s.io/pause:3.10';

const podSpec = (spec: object) => ({ containers: [{ name: 'main', image: IMAGE }], ...spec });

/** A pod with one container. */
export const pod = (name: string, spec: object = {}): Manifest => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: labelled({ name }),
  spec: podSpec(spec),
});

/** For a pod that waits and that nobody writes to: there is no such scheduler. */
export const UNSCHEDULED = { schedulerName: 'nobody' };

/** A daemon set whose pods are labelled with its name. */
export const daemonSet = (name: string, spec: object = {}, template: object = {}): Manifest => ({
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: labelled({ name }),
  spec: {
    selector: { matchLabels: { set: name } },
    template: { metadata: { labels: { set: name, [MINE]: '' } }, spec: podSpec(template) },
    ...spec,
  },
});

/** A node selector that no node meets. */
export const NOWHERE = { 'contract/nowhere': '' };

/** A node selector that one node meets. */
export const onNode = (name: string) => ({ 'kubernetes.io/hostname': name });
