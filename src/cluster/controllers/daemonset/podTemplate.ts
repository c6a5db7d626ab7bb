import type { DaemonSet } from '../../../kubernetes/kinds/daemonset/daemonSet';
import { copyPodSpec } from '../../../kubernetes/kinds/pod/copies';
import type { Affinity, NodeSelector, PodSpec } from '../../../kubernetes/kinds/pod/pod';
import type { OwnerReference, StringMap } from '../../../kubernetes/object';
import { templateGenerationOf } from '../../apiserver/registry/strategy';
import type { NewObject } from '../../component/client';
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

const named = (node: string): NodeSelector => ({
  nodeSelectorTerms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: [node] }] }],
});

/** Affinities that name one node and say nothing else. All pods meant for the node share its. */
export class Pins {
  readonly #byNode = new Map<string, Affinity>();

  /** Required terms are replaced by the node's name; preferred terms and pod affinities are kept. */
  pin(node: string, affinity: Affinity | undefined): Affinity {
    if (affinity) {
      return {
        ...affinity,
        nodeAffinity: {
          ...affinity.nodeAffinity,
          requiredDuringSchedulingIgnoredDuringExecution: named(node),
        },
      };
    }
    let pinned = this.#byNode.get(node);
    if (!pinned) {
      pinned = { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: named(node) } };
      this.#byNode.set(node, pinned);
    }
    return pinned;
  }

  forget(node: string): void {
    this.#byNode.delete(node);
  }
}

/**
 * Prepares the pods of a set at one revision; what they have in common is shared between them.
 * @param pins where affinities that name a node come from; none in the legacy model, which binds pods directly
 * @returns makes the pod for a node
 */
export const podsFor = (
  set: DaemonSet,
  hash: string,
  pins: Pins | undefined,
): ((node: string) => NewObject) => {
  const template = set.spec.template;
  const base = template.spec as PodSpec;
  const spec = copyPodSpec(base);
  spec.tolerations = daemonTolerations(base);
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
  return (node) => {
    const own = copyPodSpec(spec);
    if (pins) own.affinity = pins.pin(node, spec.affinity);
    else own.nodeName = node;
    return { apiVersion: 'v1', kind: 'Pod', metadata: shared, spec: own };
  };
};
