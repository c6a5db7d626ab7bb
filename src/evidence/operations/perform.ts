import { controllerOf } from '../../kubernetes/fields/meta';
import { NODE_TAINT_PREFIX } from '../../kubernetes/fields/taints';
import type { Node } from '../../kubernetes/kinds/node/node';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { targetNode } from '../../kubernetes/kinds/pod/state';
import { resources } from '../../kubernetes/kinds/resources';
import type { Manifest } from '../../kubernetes/object';
import type { ObjectRef } from '../../port/api';
import type { Cluster } from '../../port/cluster';
import type { Operation } from './operation';

/** The operation speaks of what is not there in the cluster, which has come to another state. */
export class ImpossibleError extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'ImpossibleError';
  }
}

const BROKEN = /:broken$/;

/** Images that end in `:broken` can never be pulled. */
const breakImages = async (cluster: Cluster, value: unknown): Promise<void> => {
  if (typeof value === 'string') {
    if (BROKEN.test(value)) await cluster.world.imageBehaves(value, { pullable: false });
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) await breakImages(cluster, part);
  }
};

/** Does operations to one namespace of a cluster, and to its nodes. */
class Hands {
  readonly #cluster: Cluster;
  readonly #namespace: string;

  constructor(cluster: Cluster, namespace: string) {
    this.#cluster = cluster;
    this.#namespace = namespace;
  }

  async create(manifest: Manifest): Promise<void> {
    await breakImages(this.#cluster, manifest);
    await this.#cluster.api.create(manifest, { namespace: this.#namespace });
  }

  set(name: string): ObjectRef {
    return { resource: resources.daemonsets, namespace: this.#namespace, name };
  }

  pod(name: string): ObjectRef & { readonly namespace: string } {
    return { resource: resources.pods, namespace: this.#namespace, name };
  }

  /** The pod of a set on a node, or meant for it; the oldest if there are several. @throws ImpossibleError */
  async daemonPod({ daemonSet, node }: { readonly daemonSet: string; readonly node: string }): Promise<Pod> {
    const query = { resource: resources.pods, namespace: this.#namespace };
    const { items } = await this.#cluster.api.list<Pod>(query);
    const [oldest] = items
      .filter((pod) => controllerOf(pod)?.name === daemonSet && targetNode(pod) === node)
      .sort(byAge);
    if (!oldest) throw new ImpossibleError(`The daemon set "${daemonSet}" has no pod on node "${node}".`);
    return oldest;
  }

  /** @throws ImpossibleError if there is no such node: nothing can happen to its machine */
  async machine(name: string): Promise<string> {
    const fieldSelector = `metadata.name=${name}`;
    const { items } = await this.#cluster.api.list({ resource: resources.nodes, fieldSelector });
    if (items.length === 0) throw new ImpossibleError(`There is no node "${name}".`);
    return name;
  }

  /** Changes the taints that people set; those that the control plane sets stay. */
  async retaint(name: string, wanted: Node['spec']['taints']): Promise<void> {
    const ref = node(name);
    const { spec } = (await this.#cluster.api.get(ref)) as Node;
    const kept = (spec.taints ?? []).filter(({ key }) => key.startsWith(NODE_TAINT_PREFIX));
    await this.#cluster.api.patch(ref, { spec: { taints: [...kept, ...(wanted ?? [])] } }, 'merge');
  }

  /** Ends a pod's containers, or writes that they ended where no machine runs the pod. */
  async end(pod: Pod, phase: 'Failed' | 'Succeeded'): Promise<void> {
    const ref = this.pod(pod.metadata.name);
    if (pod.spec.nodeName) return this.#cluster.world.finishPod(ref, phase);
    await this.#cluster.api.patch(ref, { status: { phase } }, 'merge', { subresource: 'status' });
  }
}

const byAge = (a: Pod, b: Pod): number =>
  a.metadata.creationTimestamp.localeCompare(b.metadata.creationTimestamp) ||
  Number(a.metadata.resourceVersion) - Number(b.metadata.resourceVersion);

const node = (name: string): ObjectRef => ({ resource: resources.nodes, name });

const labelled = (labels: unknown): unknown => ({ metadata: { labels } });

/**
 * Carries out one operation.
 * @param namespace where sets, pods and quotas are
 * @throws ApiError if the API server refuses it
 * @throws ImpossibleError if it speaks of what is not there
 */
export const perform = async (
  cluster: Cluster,
  namespace: string,
  operation: Operation,
): Promise<unknown> => {
  const { api, world, time } = cluster;
  const hands = new Hands(cluster, namespace);
  switch (operation.op) {
    case 'createNode':
      return world.addNode(operation);
    case 'deleteNode':
      return world.removeNode(operation.name);
    case 'labelNode':
      return api.patch(node(operation.name), labelled(operation.labels), 'merge');
    case 'taintNode':
      return hands.retaint(operation.name, operation.taints);
    case 'cordonNode':
      return api.patch(node(operation.name), { spec: { unschedulable: true } }, 'merge');
    case 'uncordonNode':
      return api.patch(node(operation.name), { spec: { unschedulable: null } }, 'merge');
    case 'stopKubelet':
      return world.silenceNode(await hands.machine(operation.name));
    case 'startKubelet':
      return world.reviveNode(await hands.machine(operation.name));
    case 'createDaemonSet':
    case 'createPod':
      return hands.create(operation.manifest);
    case 'patchDaemonSet':
      await breakImages(cluster, operation.patch);
      return api.patch(hands.set(operation.name), operation.patch, 'strategic');
    case 'deleteDaemonSet':
      return api.delete(hands.set(operation.name), { propagationPolicy: operation.propagationPolicy });
    case 'deletePod':
      return api.delete(hands.pod((await hands.daemonPod(operation)).metadata.name));
    case 'failPod':
      return hands.end(await hands.daemonPod(operation), 'Failed');
    case 'succeedPod':
      return hands.end(await hands.daemonPod(operation), 'Succeeded');
    case 'setPodReadiness': {
      const pod = await hands.daemonPod(operation);
      if (!pod.spec.nodeName)
        throw new ImpossibleError(`No machine runs the pod on node "${operation.node}".`);
      const ref = hands.pod(pod.metadata.name);
      // Recorders told their kubelets by an annotation: the pod changes even if its readiness does not.
      const annotations = { 'example.com/ready': String(operation.ready) };
      await api.patch(ref, { metadata: { annotations } }, 'merge');
      return world.setPodReady(ref, operation.ready);
    }
    case 'labelPod': {
      const pod = await hands.daemonPod(operation);
      return api.patch(hands.pod(pod.metadata.name), labelled(operation.labels), 'merge');
    }
    case 'deleteBarePod':
      return api.delete(hands.pod(operation.name));
    case 'annotateNamespace': {
      const ref = { resource: resources.namespaces, name: namespace };
      return api.patch(ref, { metadata: { annotations: operation.annotations } }, 'merge');
    }
    case 'createQuota':
      return hands.create({
        apiVersion: 'v1',
        kind: 'ResourceQuota',
        metadata: { name: 'quota' },
        spec: { hard: operation.hard },
      });
    case 'wait':
      return time.pass(operation.seconds * 1000);
  }
};
