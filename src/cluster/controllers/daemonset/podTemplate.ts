import { newControllerRef } from '../../../kubernetes/fields/meta';
import type { DaemonSet } from '../../../kubernetes/kinds/daemonset/daemonSet';
import { POD_TEMPLATE_GENERATION, REVISION_HASH } from '../../../kubernetes/kinds/daemonset/revisionLabels';
import { templateGenerationOf } from '../../../kubernetes/kinds/daemonset/templateGeneration';
import { daemonTolerations } from '../../../kubernetes/kinds/daemonset/tolerations';
import { requiringNode } from '../../../kubernetes/kinds/pod/affinity';
import { copyPodSpec } from '../../../kubernetes/kinds/pod/copies';
import type { Affinity, PodSpec } from '../../../kubernetes/kinds/pod/pod';
import type { StringMap } from '../../../kubernetes/object';
import type { NewObject } from '../../component/client';

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
          requiredDuringSchedulingIgnoredDuringExecution: requiringNode(node),
        },
      };
    }
    let pinned = this.#byNode.get(node);
    if (!pinned) {
      pinned = { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: requiringNode(node) } };
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
    ownerReferences: [newControllerRef(set)],
  };
  return (node) => {
    const own = copyPodSpec(spec);
    if (pins) own.affinity = pins.pin(node, spec.affinity);
    else own.nodeName = node;
    return { apiVersion: 'v1', kind: 'Pod', metadata: shared, spec: own };
  };
};
