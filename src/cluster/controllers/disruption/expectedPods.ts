import { controllerOf } from '../../../kubernetes/fields/meta';
import { scaledAmount } from '../../../kubernetes/fields/validation/amounts';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import type { PodDisruptionBudget } from '../../../kubernetes/kinds/poddisruptionbudget/podDisruptionBudget';
import type { Client } from '../../component/client';
import { Incalculable, replicasOf } from './scale';

/** How many pods there should be, and how many of them healthy. */
export interface Expectation {
  readonly expected: number;
  readonly desired: number;
  /** Names of pods that nobody manages, if it matters. */
  readonly unmanaged: readonly string[];
}

/** The pods that all controllers together want which manage one of these. */
const wanted = (
  client: Client,
  pods: readonly Pod[],
): { readonly expected: number; readonly unmanaged: readonly string[] } => {
  const scales = new Map<string, number>();
  const unmanaged: string[] = [];
  for (const pod of pods) {
    const owner = controllerOf(pod);
    if (!owner) unmanaged.push(pod.metadata.name);
    else if (!scales.has(owner.uid)) {
      const scale = replicasOf(client, owner, pod.metadata.namespace);
      if (!scale) throw new Incalculable(`found no controllers for pod "${pod.metadata.name}"`);
      scales.set(scale.uid, scale.replicas);
    }
  }
  return { expected: [...scales.values()].reduce((sum, replicas) => sum + replicas, 0), unmanaged };
};

/**
 * What a budget asks for. A number that must stay is taken as it is; everything else is measured against what the
 * pods' controllers want.
 * @throws Incalculable if one of these controllers does not say what it wants
 * @see k8s.io/kubernetes/pkg/controller/disruption getExpectedPodCount
 */
export const expectationOf = (
  client: Client,
  { spec: { minAvailable, maxUnavailable } }: PodDisruptionBudget,
  pods: readonly Pod[],
): Expectation => {
  if (maxUnavailable !== undefined) {
    const { expected, unmanaged } = wanted(client, pods);
    const desired = Math.max(0, expected - scaledAmount(maxUnavailable, expected));
    return { expected, desired, unmanaged };
  }
  if (minAvailable === undefined) return { expected: 0, desired: 0, unmanaged: [] };
  if (typeof minAvailable === 'number')
    return { expected: pods.length, desired: minAvailable, unmanaged: [] };
  const { expected, unmanaged } = wanted(client, pods);
  return { expected, desired: scaledAmount(minAvailable, expected), unmanaged };
};
