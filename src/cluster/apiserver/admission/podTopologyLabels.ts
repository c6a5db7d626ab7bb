import type { Node } from '../../../kubernetes/kinds/node/node';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { resources } from '../../../kubernetes/kinds/resources';
import type { StringMap } from '../../../kubernetes/object';
import type { AdmissionContext, AdmissionPlugin } from './plugin';

const ZONE = 'topology.kubernetes.io/zone';
const REGION = 'topology.kubernetes.io/region';

/**
 * The pod with the zone and the region of its node among its labels, in place of what it says itself. A node that
 * says neither leaves the pod as it is.
 * @see plugin/pkg/admission/podtopologylabels/admission.go admitBinding
 */
export const withTopologyLabels = (pod: Pod, node: Node | undefined): Pod => {
  const { [ZONE]: zone, [REGION]: region } = node?.metadata.labels ?? ({} as StringMap);
  if (zone === undefined && region === undefined) return pod;
  const labels = {
    ...pod.metadata.labels,
    ...(zone === undefined ? {} : { [ZONE]: zone }),
    ...(region === undefined ? {} : { [REGION]: region }),
  };
  return { ...pod, metadata: { ...pod.metadata, labels } };
};

/**
 * Puts zone and region on pods that are created for a node; all others get them when they are bound.
 * @see plugin/pkg/admission/podtopologylabels/admission.go admitPod
 */
export const labelWithTopology = ({ store }: AdmissionContext): AdmissionPlugin<Pod> => ({
  kinds: [resources.pods],
  operations: ['create'],
  phase: 'mutating',
  admit: (pod) =>
    pod.spec.nodeName
      ? withTopologyLabels(pod, store.get(resources.nodes, undefined, pod.spec.nodeName))
      : pod,
});
