import { controllerOf } from '../../kubernetes/fields/meta';
import { NODE_TAINT_PREFIX } from '../../kubernetes/fields/taints';
import type { Node } from '../../kubernetes/kinds/node/node';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { targetNode } from '../../kubernetes/kinds/pod/state';
import { resources } from '../../kubernetes/kinds/resources';
import type { KubeObject, Manifest } from '../../kubernetes/object';
import type { Cluster } from '../../port/cluster';
import { type Operation, TRACE_NAMESPACE } from './trace';

const namespace = TRACE_NAMESPACE;

/** What a recording does to the cluster cannot be done to the model, which has come to another state. */
export class ImpossibleError extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'ImpossibleError';
  }
}

/** The pod of a set on a node, the oldest if there are several. */
const daemonPod = async (cluster: Cluster, daemonSet: string, node: string): Promise<Pod> => {
  const pods = (await cluster.api.list({ resource: resources.pods, namespace })) as readonly Pod[];
  const [oldest] = pods
    .filter((pod) => controllerOf(pod)?.name === daemonSet && targetNode(pod) === node)
    .sort((a, b) => Number(a.metadata.resourceVersion) - Number(b.metadata.resourceVersion))
    .sort((a, b) => (a.metadata.creationTimestamp < b.metadata.creationTimestamp ? -1 : 1));
  if (!oldest) throw new ImpossibleError(`The daemon set "${daemonSet}" has no pod on node "${node}".`);
  return oldest;
};

const refTo = ({ metadata: { name } }: KubeObject): { namespace: string; name: string } => ({
  namespace,
  name,
});

const nodeRef = (name: string) => ({ resource: resources.nodes, name });
const setRef = (name: string) => ({ resource: resources.daemonsets, namespace, name });

const BROKEN = /:broken$/;

/** Images that end in `:broken` can never be pulled. */
const breakImages = async (cluster: Cluster, value: unknown): Promise<void> => {
  if (typeof value === 'string') {
    if (BROKEN.test(value)) await cluster.world.imageBehaves(value, { pullable: false });
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) await breakImages(cluster, part);
  }
};

const create = async (cluster: Cluster, manifest: Manifest): Promise<void> => {
  await breakImages(cluster, manifest);
  await cluster.api.create(manifest, { namespace });
};

/**
 * Carries out one operation of a recording.
 * @throws ApiError if the API server refuses it
 * @throws ImpossibleError if it speaks of what is not there in the model
 */
export const perform = async (cluster: Cluster, operation: Operation): Promise<void> => {
  const { api, world, time } = cluster;
  switch (operation.op) {
    case 'createNode':
      return world.addNode(operation);
    case 'deleteNode':
      return world.removeNode(operation.name);
    case 'labelNode':
      await api.patch(nodeRef(operation.name), { metadata: { labels: operation.labels } }, 'merge');
      return;
    case 'taintNode': {
      const node = (await api.get(nodeRef(operation.name))) as Node;
      const kept = (node.spec.taints ?? []).filter((taint) => taint.key.startsWith(NODE_TAINT_PREFIX));
      await api.patch(nodeRef(operation.name), { spec: { taints: [...kept, ...operation.taints] } }, 'merge');
      return;
    }
    case 'cordonNode':
    case 'uncordonNode': {
      const unschedulable = operation.op === 'cordonNode' ? true : null;
      await api.patch(nodeRef(operation.name), { spec: { unschedulable } }, 'merge');
      return;
    }
    case 'stopKubelet':
      return world.silenceNode(operation.name);
    case 'startKubelet':
      return world.reviveNode(operation.name);
    case 'createDaemonSet':
    case 'createPod':
      return create(cluster, operation.manifest);
    case 'patchDaemonSet':
      await breakImages(cluster, operation.patch);
      await api.patch(setRef(operation.name), operation.patch, 'strategic');
      return;
    case 'deleteDaemonSet': {
      const { propagationPolicy } = operation;
      return api.delete(setRef(operation.name), propagationPolicy ? { propagationPolicy } : {});
    }
    case 'deletePod': {
      const pod = await daemonPod(cluster, operation.daemonSet, operation.node);
      return api.delete({ resource: resources.pods, ...refTo(pod) });
    }
    case 'failPod':
    case 'succeedPod': {
      const pod = await daemonPod(cluster, operation.daemonSet, operation.node);
      const phase = operation.op === 'failPod' ? 'Failed' : 'Succeeded';
      if (pod.spec.nodeName) return world.finishPod(refTo(pod), phase);
      // No machine runs it: whoever recorded this has written the status.
      const ref = { resource: resources.pods, ...refTo(pod) };
      await api.patch(ref, { status: { phase } }, 'merge', { subresource: 'status' });
      return;
    }
    case 'setPodReadiness': {
      const pod = await daemonPod(cluster, operation.daemonSet, operation.node);
      if (!pod.spec.nodeName)
        throw new ImpossibleError(`No machine runs the pod on node "${operation.node}".`);
      return world.setPodReady(refTo(pod), operation.ready);
    }
    case 'labelPod': {
      const pod = await daemonPod(cluster, operation.daemonSet, operation.node);
      const ref = { resource: resources.pods, ...refTo(pod) };
      await api.patch(ref, { metadata: { labels: operation.labels } }, 'merge');
      return;
    }
    case 'deleteBarePod':
      return api.delete({ resource: resources.pods, namespace, name: operation.name });
    case 'annotateNamespace': {
      const ref = { resource: resources.namespaces, name: namespace };
      await api.patch(ref, { metadata: { annotations: operation.annotations } }, 'merge');
      return;
    }
    case 'createQuota':
      return create(cluster, {
        apiVersion: 'v1',
        kind: 'ResourceQuota',
        metadata: { name: 'quota' },
        spec: { hard: operation.hard },
      });
    case 'wait':
      return time.pass(operation.seconds * 1000);
  }
};
