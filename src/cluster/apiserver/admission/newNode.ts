import { nodeTaints } from '../../../kubernetes/fields/taints';
import type { Node } from '../../../kubernetes/kinds/node/node';
import { resources } from '../../../kubernetes/kinds/resources';
import type { AdmissionPlugin } from './plugin';

const NOT_READY = { key: nodeTaints.notReady, effect: 'NoSchedule' } as const;

/** A new node takes no pods before the control plane has seen it ready. */
export const taintNewNodes = (): AdmissionPlugin<Node> => ({
  kinds: [resources.nodes],
  operations: ['create'],
  phase: 'mutating',
  admit(node) {
    const taints = node.spec.taints ?? [];
    if (taints.some((taint) => taint.key === NOT_READY.key && taint.effect === NOT_READY.effect)) return node;
    return { ...node, spec: { ...node.spec, taints: [...taints, NOT_READY] } };
  },
});
