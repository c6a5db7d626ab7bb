import fc from 'fast-check';
import { controllerOf, isTerminating } from '../../kubernetes/fields/meta';
import type { Taint } from '../../kubernetes/fields/taints';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { resources } from '../../kubernetes/kinds/resources';
import type { KubeObject, Manifest } from '../../kubernetes/object';
import { ApiError } from '../../kubernetes/refusals';
import type { Cluster } from '../../port/cluster';

export const NAMESPACE = 'default';
/** The only taint that users of these properties set. */
export const DEDICATED = 'dedicated';
/** Tells apart the pods of the sets: label and name of a set are the same word. */
export const APP = 'app';

type Strategy = object;
type Role = 'db' | 'web' | null;
type Image = 'v1' | 'v2' | 'v3' | 'broken';
type Effect = 'NoSchedule' | 'NoExecute' | 'PreferNoSchedule';

/** Something that happens to a cluster. What it speaks of may not be there; then nothing happens. */
export type Operation =
  | { readonly op: 'addNode'; readonly node: string; readonly role: Role; readonly taint: Effect | null }
  | { readonly op: 'removeNode' | 'silence' | 'revive'; readonly node: string }
  | { readonly op: 'labelNode'; readonly node: string; readonly role: Role }
  | { readonly op: 'taintNode'; readonly node: string; readonly taint: Effect | null }
  | { readonly op: 'cordon'; readonly node: string; readonly on: boolean }
  | {
      readonly op: 'createSet';
      readonly set: string;
      readonly strategy: Strategy;
      readonly role: Role;
      readonly tolerates: boolean;
      readonly minReadySeconds: number;
    }
  | { readonly op: 'setImage'; readonly set: string; readonly image: Image }
  | { readonly op: 'setRole'; readonly set: string; readonly role: Role }
  | { readonly op: 'setStrategy'; readonly set: string; readonly strategy: Strategy }
  | {
      readonly op: 'deleteSet';
      readonly set: string;
      readonly policy: 'Background' | 'Foreground' | 'Orphan';
    }
  | {
      readonly op: 'deletePod' | 'failPod' | 'succeedPod' | 'releasePod';
      readonly set: string;
      readonly node: string;
    }
  | { readonly op: 'wait'; readonly seconds: number };

export interface Vocabulary {
  /** Images that can never be pulled: which nodes get stuck with them is the controller's free choice. */
  readonly broken: boolean;
}

const node = fc.constantFrom('node-1', 'node-2', 'node-3', 'node-4', 'node-5');
const set = fc.constantFrom('log-agent', 'log-agent', 'monitor');
const role = fc.constantFrom<Role>('db', 'db', 'web', null);
const wantedRole = fc.constantFrom<Role>('db', null, null);
const taint = fc.constantFrom<Effect | null>('NoSchedule', 'NoExecute', 'PreferNoSchedule', null, null);
const strategy = fc.constantFrom<Strategy>(
  { type: 'OnDelete', rollingUpdate: null },
  { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1, maxSurge: 0 } },
  { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 2, maxSurge: 0 } },
  { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '40%', maxSurge: 0 } },
  { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
  { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: '50%' } },
);

const one = <T extends string>(op: T): fc.Arbitrary<T> => fc.constant(op);

const createSet = fc.record({
  op: one('createSet'),
  set,
  strategy,
  role: wantedRole,
  tolerates: fc.boolean(),
  minReadySeconds: fc.constantFrom(0, 0, 5),
});

/** One operation, the likelier the greater its weight. */
const operation = ({ broken }: Vocabulary): fc.Arbitrary<Operation> => {
  const image = fc.constantFrom<Image>('v1', 'v2', 'v3', broken ? 'broken' : 'v2');
  const policy = fc.constantFrom('Background' as const, 'Foreground' as const, 'Orphan' as const);
  const anyOf = (weight: number, arbitrary: fc.Arbitrary<Operation>) => ({ weight, arbitrary });
  return fc.oneof(
    anyOf(3, fc.record({ op: one('addNode'), node, role, taint })),
    anyOf(2, fc.record({ op: fc.constantFrom('removeNode', 'silence', 'revive'), node })),
    anyOf(2, fc.record({ op: one('labelNode'), node, role })),
    anyOf(2, fc.record({ op: one('taintNode'), node, taint })),
    anyOf(1, fc.record({ op: one('cordon'), node, on: fc.boolean() })),
    anyOf(2, createSet),
    anyOf(4, fc.record({ op: one('setImage'), set, image })),
    anyOf(1, fc.record({ op: one('setRole'), set, role: wantedRole })),
    anyOf(2, fc.record({ op: one('setStrategy'), set, strategy })),
    anyOf(1, fc.record({ op: one('deleteSet'), set, policy })),
    anyOf(
      3,
      fc.record({ op: fc.constantFrom('deletePod', 'failPod', 'succeedPod', 'releasePod'), set, node }),
    ),
    anyOf(1, fc.record({ op: one('wait'), seconds: fc.constantFrom(1, 30, 400) })),
  );
};

/**
 * A set is made, and then all kinds of things happen. Those of one group happen at the same moment.
 * @param together how many operations a group has at most
 */
export const operations = (
  together: number,
  vocabulary: Vocabulary,
): fc.Arbitrary<readonly (readonly Operation[])[]> =>
  fc
    .tuple(
      createSet.map((first) => ({ ...first, set: 'log-agent' })),
      fc.array(fc.array(operation(vocabulary), { minLength: 1, maxLength: together }), {
        minLength: 1,
        maxLength: 12,
        size: 'max',
      }),
    )
    .map(([first, groups]) => [[first], ...groups]);

/** What every sequence starts from. */
export const BEGINNING: readonly Operation[] = [
  { op: 'addNode', node: 'node-1', role: 'db', taint: null },
  { op: 'addNode', node: 'node-2', role: 'db', taint: null },
  { op: 'addNode', node: 'node-3', role: 'web', taint: null },
];

const daemonSet = ({
  set,
  strategy,
  role,
  tolerates,
  minReadySeconds,
}: Operation & { readonly op: 'createSet' }): Manifest => ({
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { name: set },
  spec: {
    selector: { matchLabels: { [APP]: set } },
    updateStrategy: strategy,
    minReadySeconds,
    template: {
      metadata: { labels: { [APP]: set } },
      spec: {
        ...(role ? { nodeSelector: { role } } : {}),
        ...(tolerates ? { tolerations: [{ key: DEDICATED, operator: 'Exists' }] } : {}),
        containers: [{ name: 'main', image: 'v1' }],
      },
    },
  },
});

const nodeRef = (name: string) => ({ resource: resources.nodes, name });
const setRef = (name: string) => ({ resource: resources.daemonsets, namespace: NAMESPACE, name });
const taintsOf = (effect: Effect | null): Taint[] => (effect ? [{ key: DEDICATED, effect }] : []);

const exists = async (cluster: Cluster, name: string): Promise<boolean> =>
  (await cluster.api.list({ resource: resources.nodes, fieldSelector: `metadata.name=${name}` })).length > 0;

const running = async (cluster: Cluster, set: string, node: string): Promise<Pod | undefined> => {
  const pods = (await cluster.api.list({ resource: resources.pods, namespace: NAMESPACE })) as Pod[];
  return pods.find(
    (pod) =>
      controllerOf(pod)?.name === set &&
      pod.spec.nodeName === node &&
      pod.status.phase === 'Running' &&
      !isTerminating(pod),
  );
};

const act = async (cluster: Cluster, operation: Operation): Promise<void> => {
  const { api, world, time } = cluster;
  switch (operation.op) {
    case 'addNode': {
      const labels: Record<string, string> = operation.role ? { role: operation.role } : {};
      return world.addNode({ name: operation.node, labels, taints: taintsOf(operation.taint) });
    }
    case 'removeNode':
      return world.removeNode(operation.node);
    case 'silence':
      return (await exists(cluster, operation.node)) ? world.silenceNode(operation.node) : undefined;
    case 'revive':
      return (await exists(cluster, operation.node)) ? world.reviveNode(operation.node) : undefined;
    case 'labelNode':
      await api.patch(nodeRef(operation.node), { metadata: { labels: { role: operation.role } } }, 'merge');
      return;
    case 'taintNode': {
      const node = (await api.get(nodeRef(operation.node))) as KubeObject & {
        readonly spec: { readonly taints?: readonly Taint[] };
      };
      const others = (node.spec.taints ?? []).filter((taint) => taint.key !== DEDICATED);
      const taints = [...others, ...taintsOf(operation.taint)];
      await api.patch(nodeRef(operation.node), { spec: { taints } }, 'merge');
      return;
    }
    case 'cordon':
      await api.patch(nodeRef(operation.node), { spec: { unschedulable: operation.on || null } }, 'merge');
      return;
    case 'createSet':
      await api.create(daemonSet(operation), { namespace: NAMESPACE });
      return;
    case 'setImage': {
      const containers = [{ name: 'main', image: operation.image }];
      await api.patch(setRef(operation.set), { spec: { template: { spec: { containers } } } }, 'strategic');
      return;
    }
    case 'setRole': {
      const nodeSelector = operation.role ? { role: operation.role } : null;
      await api.patch(setRef(operation.set), { spec: { template: { spec: { nodeSelector } } } }, 'merge');
      return;
    }
    case 'setStrategy':
      await api.patch(setRef(operation.set), { spec: { updateStrategy: operation.strategy } }, 'merge');
      return;
    case 'deleteSet':
      return api.delete(setRef(operation.set), { propagationPolicy: operation.policy });
    case 'deletePod':
    case 'failPod':
    case 'succeedPod':
    case 'releasePod': {
      const pod = await running(cluster, operation.set, operation.node);
      return pod ? toPod(cluster, operation.op, pod) : undefined;
    }
    case 'wait':
      return time.pass(operation.seconds * 1000);
  }
};

const toPod = async (
  { api, world }: Cluster,
  op: 'deletePod' | 'failPod' | 'succeedPod' | 'releasePod',
  { metadata: { name } }: Pod,
): Promise<void> => {
  const ref = { resource: resources.pods, namespace: NAMESPACE, name };
  switch (op) {
    case 'deletePod':
      return api.delete(ref);
    case 'releasePod':
      await api.patch(ref, { metadata: { labels: { [APP]: 'debug' } } }, 'merge');
      return;
    default:
      return world.finishPod(ref, op === 'failPod' ? 'Failed' : 'Succeeded');
  }
};

/** Makes it happen. What it speaks of may be missing, or be there already: then nothing happens. */
export const perform = async (cluster: Cluster, operation: Operation): Promise<void> => {
  try {
    await act(cluster, operation);
  } catch (error) {
    const expected = ['NotFound', 'AlreadyExists'];
    if (!(error instanceof ApiError) || !expected.includes(error.reason)) throw error;
  }
};
