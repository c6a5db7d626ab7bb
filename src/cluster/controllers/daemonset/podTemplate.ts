import { extend } from '../../../kubernetes/immutable';
import type { Affinity, DaemonSet, OwnerReference, PodSpec, StringMap } from '../../../kubernetes/objects';
import { templateGenerationOf } from '../../apiserver/strategy';
import type { NewObject } from '../../client';
import { daemonTolerations } from './tolerations';

/** Label of pods and revisions: which template they were made from. */
export const REVISION_HASH = 'controller-revision-hash';
/** Label of pods: the set's template generation when they were made. */
export const POD_TEMPLATE_GENERATION = 'pod-template-generation';

/** Names the set as an object's manager. */
export const ownedBy = (set: DaemonSet): OwnerReference => ({
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  name: set.metadata.name,
  uid: set.metadata.uid,
  controller: true,
  blockOwnerDeletion: true,
});

/** Required terms are replaced by the node's name; preferred terms and pod affinities are kept. */
const pinnedTo = (node: string, affinity: Affinity | undefined): Affinity => ({
  ...affinity,
  nodeAffinity: {
    ...affinity?.nodeAffinity,
    requiredDuringSchedulingIgnoredDuringExecution: {
      nodeSelectorTerms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: [node] }] }],
    },
  },
});

/**
 * Prepares the pods of a set at one revision; what they have in common is shared between them.
 * @param legacy bind to the node directly instead of naming it in the affinity
 * @returns makes the pod for a node
 */
export const podsFor = (set: DaemonSet, hash: string, legacy: boolean): ((node: string) => NewObject) => {
  const template = set.spec.template;
  const base = template.spec as PodSpec;
  const spec: PodSpec = { ...base, tolerations: daemonTolerations(base) };
  const labels: StringMap = {
    ...(template.metadata?.labels as StringMap | undefined),
    [REVISION_HASH]: hash,
    [POD_TEMPLATE_GENERATION]: String(templateGenerationOf(set)),
  };
  const annotations = template.metadata?.annotations as StringMap | undefined;
  const shared = {
    generateName: `${set.metadata.name}-`,
    namespace: set.metadata.namespace ?? '',
    labels,
    ...(annotations ? { annotations } : {}),
    ownerReferences: [ownedBy(set)],
  };
  return (node) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: shared,
    spec: extend(spec, legacy ? { nodeName: node } : { affinity: pinnedTo(node, spec.affinity) }),
  });
};
