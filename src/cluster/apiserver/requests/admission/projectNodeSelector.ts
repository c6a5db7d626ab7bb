import { annotatedNodeSelector, readNodeSelector } from '../../../../kubernetes/kinds/namespace/nodeSelector';
import { resources } from '../../../../kubernetes/kinds/resources';
import type { StringMap } from '../../../../kubernetes/object';
import { forbidden } from '../../../../kubernetes/refusals';
import type { PodAdmissionStep } from './admission';

/**
 * Merges the project's node selector into every pod: the namespace's annotation or, if it has none, the
 * cluster-wide default. A pod that contradicts it is refused.
 */
export const mergeProjectNodeSelector: PodAdmissionStep = (
  spec,
  { pod, name, context: { store, settings } },
) => {
  const namespace = store.get(resources.namespaces, undefined, pod.metadata.namespace ?? '');
  const text = annotatedNodeSelector(namespace) ?? settings.defaultNodeSelector;
  if (text === '') return;
  const project = readNodeSelector(text);
  const own = (spec.nodeSelector ?? {}) as StringMap;
  for (const key in project) {
    if (own[key] !== undefined && own[key] !== project[key]) {
      throw forbidden(
        resources.pods,
        name,
        'pod node label selector conflicts with its project node label selector',
      );
    }
  }
  spec.nodeSelector = { ...own, ...project };
};
