import { controllerOf } from '../../src/kubernetes/fields/meta';
import type { Pod } from '../../src/kubernetes/kinds/pod/pod';
import { targetNode } from '../../src/kubernetes/kinds/pod/state';
import { stateInWords } from '../../src/kubernetes/kinds/pod/stateInWords';
import type { ObjectId } from '../../src/timeline/objectId';
import type { PodLife } from '../../src/timeline/podLife';
import { podsLeft, podsOf, podsOnNode } from '../../src/timeline/selections';
import type { Scenario } from '../world';
import { fail } from './expectations';

/** `on` a node is what is bound to it. A pod is `for` a node from its creation on, bound or not. */
export type Place = 'on' | 'for';

const nodeMeant = ({ names }: Scenario, node: string): string => names.meant('Node', node).name;

/** @throws if one of the nodes never was, or is named twice */
export const checkNodes = (scenario: Scenario, nodes: readonly string[]): void => {
  const twice = nodes.find((node, i) => nodes.indexOf(node) !== i);
  if (twice !== undefined) throw new Error(`"${twice}" is named twice.`);
  for (const node of nodes) nodeMeant(scenario, node);
};

/** Every pod the set ever had, in order of creation; there may be none. */
export const livesOfSet = (scenario: Scenario, set: string): readonly PodLife[] =>
  podsOf(scenario.pods(), scenario.names.meant('DaemonSet', set));

/** Every pod the set ever had on the node or for it; there may be none. */
export const livesOn = (scenario: Scenario, set: string, node: string): readonly PodLife[] =>
  podsOnNode(livesOfSet(scenario, set), nodeMeant(scenario, node));

/** Every pod the set ever had, in order of creation. @throws if it had none */
export const someLivesOfSet = (scenario: Scenario, set: string): readonly PodLife[] => {
  const lives = livesOfSet(scenario, set);
  return lives.length > 0 ? lives : fail(`"${set}" never had a pod.`, 'pods', '(none)');
};

/** The pods there are now that a daemon set of this name ever managed: orphans included. */
export const daemonPodsNow = (scenario: Scenario, set: string): readonly Pod[] =>
  podsLeft(livesOfSet(scenario, set)).map(({ last }) => last);

/** The pods that the daemon set manages now. */
export const daemonPodsOwned = (scenario: Scenario, set: string): readonly Pod[] =>
  daemonPodsNow(scenario, set).filter((pod) => controllerOf(pod)?.name === set);

/** The one pod of the set on the node, or meant for it. @throws if there is none, or more than one */
export const daemonPodOn = (scenario: Scenario, set: string, node: string): Pod =>
  podOn(scenario, scenario.names.meant('DaemonSet', set), node);

/** The one pod of a daemon set of any project on the node, or meant for it. @throws if there is none, or more than one */
export const podOn = (scenario: Scenario, set: ObjectId, node: string): Pod => {
  const pods = podsLeft(podsOf(scenario.pods(), set)).map(({ last }) => last);
  nodeMeant(scenario, node);
  const [pod, ...more] = pods.filter((each) => targetNode(each) === node);
  const places = describePlaces([...placesOf(pods)]);
  if (!pod)
    throw new Error(
      `There is no pod of "${set.name}" on "${node}". ${places === '' ? 'There is none at all.' : `There is:\n${places}`}`,
    );
  if (more.length > 0)
    throw new Error(`There is more than one pod of "${set.name}" on "${node}":\n${places}`);
  return pod;
};

/** @throws if a pod that is said to be on its node still waits for it */
const checkPlace = (place: Place, set: string, node: string, pod: Pod | undefined): void => {
  if (place === 'on' && pod && !pod.spec.nodeName)
    throw new Error(
      `The pod of "${set}" is for "${node}", and not on it: it is ${stateInWords(pod)}. If that is meant, write "for".`,
    );
};

/** The one pod of the set on the node, or for it. @throws if there is none, or more than one; if it is not on it */
export const daemonPodAt = (scenario: Scenario, set: string, place: Place, node: string): Pod => {
  const pod = daemonPodOn(scenario, set, node);
  checkPlace(place, set, node, pod);
  return pod;
};

/** Every pod the set ever had there. @throws if the one that is there now is not on the node, and is said to be */
export const livesAt = (scenario: Scenario, set: string, place: Place, node: string): readonly PodLife[] => {
  const lives = livesOn(scenario, set, node);
  checkPlace(place, set, node, podsLeft(lives).at(-1)?.last);
  return lives;
};

/** The states of pods by the node they are on or meant for. */
export const placesOf = (pods: readonly Pod[]): ReadonlyMap<string, readonly string[]> => {
  const places = new Map<string, string[]>();
  for (const pod of pods) {
    const node = targetNode(pod) ?? '(no node)';
    const states = places.get(node);
    if (states) states.push(stateInWords(pod));
    else places.set(node, [stateInWords(pod)]);
  }
  return places;
};

/** One line a node: `east-1: running`. */
export const describePlaces = (places: readonly (readonly [string, readonly string[]])[]): string =>
  places.map(([node, states]) => `${node}: ${states.length === 0 ? 'no pod' : states.join(', ')}`).join('\n');
