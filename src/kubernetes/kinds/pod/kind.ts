import { assemble } from '../../fields/copies';
import { defineKind } from '../kind';
import { servedKind } from '../served';
import { copyPodStatus } from './copies';
import { defaultPod } from './defaults/pod';
import { gatedCondition } from './gates';
import type { Pod } from './pod';
import { qualityOfService } from './qos';
import { isTerminal } from './state';
import { validatePod } from './validation/pod';
import { validatePodStatusUpdate } from './validation/podStatusUpdate';
import { validatePodUpdate } from './validation/podUpdate';
import { warningsOfPod } from './warnings/template';

/** Seconds, where neither the pod nor who deletes it says any. */
const USUAL_GRACE = 30;

/**
 * Pods.
 * @see k8s.io/kubernetes/pkg/registry/core/pod
 */
export const pods = defineKind<Pod>({
  apiVersion: 'v1',
  kind: 'Pod',
  plural: 'pods',
  shortNames: ['po'],
  categories: ['all'],
  namespaced: true,
  subresources: servedKind('v1', 'Pod').subresources,
  countsGenerations: true,
  selectableFields: {
    'spec.hostNetwork': ({ spec }) => String(spec.hostNetwork ?? false),
    'spec.nodeName': ({ spec }) => spec.nodeName ?? '',
    'spec.restartPolicy': ({ spec }) => spec.restartPolicy ?? '',
    'spec.schedulerName': ({ spec }) => spec.schedulerName ?? '',
    'spec.serviceAccountName': ({ spec }) => spec.serviceAccountName ?? '',
    'status.nominatedNodeName': ({ status }) => status.nominatedNodeName ?? '',
    'status.phase': ({ status }) => status.phase ?? '',
    'status.podIP': ({ status }) => status.podIPs?.[0]?.ip ?? '',
  },
  defaults: defaultPod,
  prepareForCreate: (pod) =>
    assemble(
      pod,
      pod.metadata,
      pod.spec,
      copyPodStatus({
        phase: 'Pending',
        qosClass: qualityOfService(pod.spec),
        conditions: gatedCondition(pod),
      }),
    ),
  validateCreate: validatePod,
  validateUpdate: validatePodUpdate,
  validateStatusUpdate: validatePodStatusUpdate,
  warnings: (pod, current) => (current ? [] : warningsOfPod(pod)),
  /**
   * What was asked, else what its spec says. A pod that no node runs, or that has ended, leaves at once. A negative
   * period counts as one second.
   * @see k8s.io/kubernetes/pkg/registry/core/pod podStrategy.CheckGracefulDelete
   */
  // Kubelets of long ago spoilt the owners of pods.
  prepareForStatusUpdate: ({ metadata, status }, current) => ({
    ...current,
    metadata: { ...metadata, ownerReferences: current.metadata.ownerReferences },
    status,
  }),
  gracePeriod(pod, asked) {
    if (!pod.spec.nodeName || isTerminal(pod)) return 0;
    const wanted = Number(asked ?? pod.spec.terminationGracePeriodSeconds ?? USUAL_GRACE);
    return wanted < 0 ? 1 : wanted;
  },
});
