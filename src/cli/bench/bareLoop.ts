import { administrator } from '../../cluster/apiserver/requests/caller';
import { InProcessCluster } from '../../cluster/cluster';
import { assemble, copyMetadata } from '../../kubernetes/fields/copies';
import type { Event } from '../../kubernetes/kinds/event/event';
import { copyPodSpec, copyPodStatus } from '../../kubernetes/kinds/pod/copies';
import type { Affinity, Pod } from '../../kubernetes/kinds/pod/pod';
import type { KubeObject, ObjectMeta } from '../../kubernetes/object';
import { daemonSet, HORIZON } from './objects';

/** What the API server stores while a pod starts, one version after the other, and the event that tells of it. */
export interface Stored {
  readonly pods: readonly Pod[];
  readonly event: Event;
}

/** Starts one pod in a cluster, and keeps everything that was stored of it. */
export const storedByTheModel = (): Stored => {
  const cluster = new InProcessCluster({ seed: 1 });
  cluster.kubelets.join({ name: 'node-1' });
  cluster.loop.settle(HORIZON);
  const stored: KubeObject[] = [];
  cluster.server.store.observe(({ object }) => stored.push(object));
  cluster.server.create(daemonSet('agent', 'v1'), administrator);
  cluster.loop.settle(HORIZON);
  const pods = stored.filter(({ kind }) => kind === 'Pod') as Pod[];
  const event = (stored.filter(({ kind }) => kind === 'Event') as Event[]).find(
    ({ reason }) => reason === 'Scheduled',
  );
  if (pods.length !== 3 || !event) throw new Error('A pod starts in other steps than the bare loop takes.');
  return { pods, event };
};

const pinnedTo = (node: string): Affinity => ({
  nodeAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: {
      nodeSelectorTerms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: [node] }] }],
    },
  },
});

/** What is stored, in its latest version. */
export interface Maps {
  readonly pods: Map<string, Pod>;
  readonly events: Map<string, Event>;
}

/**
 * The least that a cluster in memory can do: allocates the objects that the API server stores while pods start, and puts
 * them into maps. Nothing is decided, checked or told to anybody. What pods share in the model, they share here.
 */
export const storeAll = (
  { pods: [pending, bound, running], event }: Stored,
  nodes: number,
  sets: number,
): Maps => {
  if (!pending || !bound || !running) throw new Error('There must be three versions of a pod.');
  const maps: Maps = { pods: new Map(), events: new Map() };
  const pins = Array.from({ length: nodes }, (_, node) => pinnedTo(`node-${node}`));
  let revision = 0;
  const metadataOf = (like: ObjectMeta, name: string, uid: string): ObjectMeta => {
    const metadata = copyMetadata(like);
    metadata.name = name;
    metadata.uid = uid;
    metadata.resourceVersion = String(++revision);
    return metadata;
  };
  const store = (version: Pod, name: string, uid: string, spec: Pod['spec'], status: Pod['status']): Pod => {
    const pod = assemble(version, metadataOf(version.metadata, name, uid), spec, status);
    maps.pods.set(name, pod);
    return pod;
  };
  for (let set = 0; set < sets; set++) {
    for (let node = 0; node < nodes; node++) {
      const [name, uid] = [`agent-${set}-${node}`, `uid-${set}-${node}`];
      const unbound = copyPodSpec(pending.spec);
      unbound.affinity = pins[node];
      store(pending, name, uid, unbound, copyPodStatus(pending.status));
      const spec = copyPodSpec(unbound);
      spec.nodeName = `node-${node}`;
      store(bound, name, uid, spec, copyPodStatus(bound.status));
      const status = copyPodStatus(running.status);
      status.podIP = `10.${set}.${node}`;
      status.podIPs = [{ ip: status.podIP }];
      store(running, name, uid, spec, status);
      maps.events.set(name, {
        ...event,
        metadata: metadataOf(event.metadata, `${name}.1`, uid),
        involvedObject: { ...event.involvedObject, name, uid },
      });
    }
  }
  return maps;
};
