import type { Draft } from '../../../kubernetes/fields/copies';
import { nodeTaints, type Toleration } from '../../../kubernetes/fields/taints';
import type { Pod, PodSpec } from '../../../kubernetes/kinds/pod/pod';
import { resources } from '../../../kubernetes/kinds/resources';
import type { AdmissionPlugin } from './plugin';

const SECONDS = 300;

const patience = (key: string): Toleration => ({
  key,
  operator: 'Exists',
  effect: 'NoExecute',
  tolerationSeconds: SECONDS,
});

const NOT_READY = patience(nodeTaints.notReady);
const UNREACHABLE = patience(nodeTaints.unreachable);

const covers = (tolerations: readonly Toleration[], key: string): boolean =>
  tolerations.some(
    (each) => (!each.key || each.key === key) && (!each.effect || each.effect === 'NoExecute'),
  );

/** Gives pods five minutes on a node that is not ready or unreachable, unless they say otherwise. */
export const addDefaultTolerations = (): AdmissionPlugin<Pod> => ({
  kinds: [resources.pods],
  operations: ['create'],
  phase: 'mutating',
  admit(pod) {
    const spec: Draft<PodSpec> = pod.spec;
    const own = spec.tolerations ?? [];
    const added: Toleration[] = [];
    if (!covers(own, nodeTaints.notReady)) added.push(NOT_READY);
    if (!covers(own, nodeTaints.unreachable)) added.push(UNREACHABLE);
    if (added.length > 0) spec.tolerations = [...own, ...added];
    return pod;
  },
});
