import { controllerOf } from '../../src/kubernetes/fields/meta';
import type { Pod } from '../../src/kubernetes/kinds/pod/pod';
import { targetNode } from '../../src/kubernetes/kinds/pod/state';
import { type PodLife, podsLeft, podsOfDaemonSet } from '../../src/timeline';
import type { Scenario } from '../world';
import { fail } from './expectations';
import { stateOf } from './podState';

/** Every pod the set ever had, in order of creation. @throws if it had none */
export const livesOfSet = (scenario: Scenario, set: string): readonly PodLife[] => {
  const lives = podsOfDaemonSet(scenario.pods(), set);
  return lives.length > 0 ? lives : fail(`"${set}" never had a pod.`, 'pods', '(none)');
};

/** The pods there are now that a daemon set of this name ever managed: orphans included. */
export const daemonPodsNow = (scenario: Scenario, set: string): readonly Pod[] =>
  podsLeft(podsOfDaemonSet(scenario.pods(), set)).map(({ last }) => last);

/** The pods that the daemon set manages now. */
export const daemonPodsOwned = (scenario: Scenario, set: string): readonly Pod[] =>
  daemonPodsNow(scenario, set).filter((pod) => controllerOf(pod)?.name === set);

/** The one pod of the set on the node, or meant for it. @throws if there is none, or more than one */
export const daemonPodOn = (scenario: Scenario, set: string, node: string): Pod => {
  const pods = daemonPodsNow(scenario, set);
  const [pod, ...more] = pods.filter((each) => targetNode(each) === node);
  if (!pod)
    throw new Error(
      `There is no pod of "${set}" on "${node}". There is:\n${describePlaces([...placesOf(pods)])}`,
    );
  if (more.length > 0)
    throw new Error(
      `There is more than one pod of "${set}" on "${node}":\n${describePlaces([...placesOf(pods)])}`,
    );
  return pod;
};

/** The states of pods by the node they are on or meant for. */
export const placesOf = (pods: readonly Pod[]): ReadonlyMap<string, readonly string[]> => {
  const places = new Map<string, string[]>();
  for (const pod of pods) {
    const node = targetNode(pod) ?? '(no node)';
    const states = places.get(node);
    if (states) states.push(stateOf(pod));
    else places.set(node, [stateOf(pod)]);
  }
  return places;
};

/** One line a node: `east-1: running`. */
export const describePlaces = (places: readonly (readonly [string, readonly string[]])[]): string =>
  places.map(([node, states]) => `${node}: ${states.length === 0 ? 'no pod' : states.join(', ')}`).join('\n');
