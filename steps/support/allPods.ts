import type { Pod } from '../../src/kubernetes/kinds/pod/pod';
import { targetNode } from '../../src/kubernetes/kinds/pod/state';
import type { Scenario } from '../world';
import { daemonPodsOwned, describePlaces, placesOf } from './daemonPods';
import { fail } from './expectations';

/**
 * All pods that the daemon set manages now, those on their way out included.
 * @throws if there are fewer than it should have: of pods that are not there, everything is true
 */
export const allDesiredPods = (scenario: Scenario, set: string): readonly Pod[] => {
  const pods = daemonPodsOwned(scenario, set);
  const desired = scenario.daemonSet(set).status.desiredNumberScheduled;
  if (pods.length === 0 || pods.length < desired)
    fail(
      `Some pods of "${set}" are not there.`,
      desired > 1 ? `${desired} pods` : 'a pod',
      describePlaces([...placesOf(pods)]) || '(no pod)',
    );
  return pods;
};

/** One line a pod, by node: `east-1: ready`. */
export const linesOf = (pods: readonly Pod[], inWords: (pod: Pod) => string): string =>
  pods
    .map((pod) => `${targetNode(pod) ?? '(no node)'}: ${inWords(pod)}`)
    .sort((a, b) => a.localeCompare(b))
    .join('\n');
