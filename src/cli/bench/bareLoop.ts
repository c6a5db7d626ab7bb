import { assemble, copyMetadata } from '../../kubernetes/fields/copies';
import type { Event } from '../../kubernetes/kinds/event/event';
import { copyPodSpec, copyPodStatus } from '../../kubernetes/kinds/pod/copies';
import type { Affinity, Pod } from '../../kubernetes/kinds/pod/pod';
import type { ObjectMeta } from '../../kubernetes/object';
import type { Stored } from './sample';

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

/** Text as long as a UUID, and different every time. */
const identifier = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/**
 * The least that a cluster in memory can do: allocates the objects that the API server stores while pods start, and puts
 * them into maps. Nothing is decided, checked or told to anybody. What pods share in the model, they share here.
 */
export const storeAll = (like: Stored, nodes: number, sets: number): Maps => {
  const maps: Maps = { pods: new Map(), events: new Map() };
  const pins = Array.from({ length: nodes }, (_, node) => pinnedTo(`node-${node}`));
  let revision = 0;
  const metadataOf = (sample: ObjectMeta, name: string, uid: string): ObjectMeta => {
    const metadata = copyMetadata(sample);
    metadata.name = name;
    metadata.uid = uid;
    metadata.resourceVersion = String(++revision);
    return metadata;
  };
  const store = (sample: Pod, name: string, uid: string, spec: Pod['spec'], status: Pod['status']): void => {
    maps.pods.set(name, assemble(sample, metadataOf(sample.metadata, name, uid), spec, status));
  };

  const start = (name: string, node: number): void => {
    const uid = identifier(revision);
    const spec = copyPodSpec(like.pending.spec);
    spec.affinity = pins[node];
    store(like.pending, name, uid, spec, copyPodStatus(like.pending.status));
    const boundSpec = copyPodSpec(spec);
    boundSpec.nodeName = `node-${node}`;
    store(like.bound, name, uid, boundSpec, copyPodStatus(like.bound.status));
    const status = copyPodStatus(like.running.status);
    status.podIP = `10.1.${node >> 8}.${node & 255}`;
    status.podIPs = [{ ip: status.podIP }];
    store(like.running, name, uid, boundSpec, status);
    maps.events.set(name, {
      ...like.event,
      metadata: metadataOf(like.event.metadata, `${name}.${revision}`, identifier(revision)),
      involvedObject: { ...like.event.involvedObject, name, uid },
      message: `Successfully assigned default/${name} to node-${node}`,
    });
  };

  for (let set = 0; set < sets; set++)
    for (let node = 0; node < nodes; node++) start(`agent-${set}-${node}`, node);
  return maps;
};
