import type { Draft } from '../../../kubernetes/fields/copies';
import { parseEqualities } from '../../../kubernetes/kinds/namespace/equalities';
import { annotatedNodeSelector } from '../../../kubernetes/kinds/namespace/nodeSelector';
import type { Pod, PodSpec } from '../../../kubernetes/kinds/pod/pod';
import { resources } from '../../../kubernetes/kinds/resources';
import type { StringMap } from '../../../kubernetes/object';
import { forbidden } from '../../../kubernetes/refusals';
import type { AdmissionContext, AdmissionPlugin } from './plugin';

/**
 * Merges the project's node selector into every pod: the namespace's annotation or, if it has none, the
 * cluster-wide default. A pod that contradicts it is refused, and every pod if it is more than equalities.
 * @see openshift/kubernetes openshift-kube-apiserver/admission/scheduler/nodeenv/admission.go admit
 */
export const mergeProjectNodeSelector = ({ store, settings }: AdmissionContext): AdmissionPlugin<Pod> => ({
  kinds: [resources.pods],
  operations: ['create'],
  phase: 'mutating',
  admit(pod, name) {
    const namespace = store.get(resources.namespaces, undefined, pod.metadata.namespace ?? '');
    const text = annotatedNodeSelector(namespace) ?? settings.defaultNodeSelector;
    if (text === '') return pod;
    const project = parseEqualities(text);
    const own = (pod.spec.nodeSelector ?? {}) as StringMap;
    for (const key in project) {
      if (own[key] !== undefined && own[key] !== project[key]) {
        throw forbidden(
          resources.pods,
          name,
          'pod node label selector conflicts with its project node label selector',
        );
      }
    }
    (pod.spec as Draft<PodSpec>).nodeSelector = { ...own, ...project };
    return pod;
  },
});
