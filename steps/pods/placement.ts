import type { Pod } from '../../src/kubernetes/kinds/pod/pod';
import { GATED_STATE, RUNNING, stateInWords, WAITING } from '../../src/kubernetes/kinds/pod/stateInWords';
import { Then } from '../language/define';
import {
  checkNodes,
  daemonPodOn,
  daemonPodsNow,
  daemonPodsOwned,
  describePlaces,
  livesOfSet,
  livesOn,
  placesOf,
  someLivesOfSet,
} from '../support/daemonPods';
import { expectSame, fail, failAs, failForGood } from '../support/expectations';
import { labelHint } from '../support/labelHint';
import { describeLives } from '../support/lives';
import { type NodesSaid, namesOfNodes } from '../support/nodesSaid';
import type { Scenario } from '../world';

// Where a daemon set has its pods, and where it never had one.

Then(
  '(the daemon set ){string} runs one pod on {nodes}',
  function (this: Scenario, set: string, said: NodesSaid) {
    const nodes = namesOfNodes(this, said);
    expectSame(
      `"${set}" should run one pod on each node named.${labelHint(this, set, nodes)}`,
      describePlaces(nodes.map((node) => [node, [RUNNING]])),
      describePlaces(nodes.map((node) => [node, placesOf(daemonPodsOwned(this, set)).get(node) ?? []])),
    );
  },
);

Then(
  '(the daemon set ){string} runs one pod on {nodes} and nowhere else',
  function (this: Scenario, set: string, said: NodesSaid) {
    const nodes = namesOfNodes(this, said);
    const actual = [...placesOf(daemonPodsOwned(this, set))].sort(([a], [b]) => a.localeCompare(b));
    expectSame(
      `"${set}" should run one pod on each node named and no pod elsewhere.${labelHint(this, set, nodes)}`,
      describePlaces([...nodes].sort((a, b) => a.localeCompare(b)).map((node) => [node, [RUNNING]])),
      describePlaces(actual),
    );
  },
);

/** As a pod waits that nobody looks for a node for yet, if it does; else as one that fits nowhere. */
const waitingAs = (pod: Pod | undefined): string =>
  pod && stateInWords(pod) === GATED_STATE ? GATED_STATE : WAITING;

// A pod is *for* a node from its creation on, and *on* it once it is bound.
Then(
  'the pod(s) of {string} for {nodes} is/are pending',
  function (this: Scenario, set: string, said: NodesSaid) {
    const nodes = namesOfNodes(this, said);
    const pods = nodes.map((node) => daemonPodOn(this, set, node));
    const state = (pod: Pod) => `${stateInWords(pod)}, ${pod.spec.nodeName ? 'bound' : 'not bound'}`;
    expectSame(
      `The pods of "${set}" should wait for their nodes.`,
      nodes.map((node, i) => `${node}: ${waitingAs(pods[i])}, not bound`).join('\n'),
      pods.map((pod, i) => `${nodes[i]}: ${state(pod)}`).join('\n'),
    );
  },
);

// Of what never was, nothing can be left: "was ever created" and "never had" are the sentences for that.
Then('no pod of {string} is left', function (this: Scenario, set: string) {
  someLivesOfSet(this, set);
  const pods = daemonPodsNow(this, set);
  if (pods.length > 0)
    fail(`No pod of "${set}" should be left.`, '(none)', describePlaces([...placesOf(pods)]));
});

Then(
  'no pod of {string} is left on {names}',
  function (this: Scenario, set: string, nodes: readonly string[]) {
    checkNodes(this, nodes);
    const never = nodes.find((node) => livesOn(this, set, node).length === 0);
    if (never !== undefined) fail(`"${never}" never had a pod of "${set}".`, 'a pod that went', '(none)');
    const places = placesOf(daemonPodsNow(this, set));
    expectSame(
      `No pod of "${set}" should be left there.`,
      describePlaces(nodes.map((node) => [node, []])),
      describePlaces(nodes.map((node) => [node, places.get(node) ?? []])),
    );
  },
);

Then('{names} never had a pod of {string}', function (this: Scenario, nodes: readonly string[], set: string) {
  for (const node of nodes) {
    const lives = livesOn(this, set, node);
    if (lives.length > 0)
      failForGood(`"${node}" had a pod of "${set}".`, '(none)', describeLives(this, lives));
  }
});

Then('no pod of {string} was ever created', function (this: Scenario, set: string) {
  const lives = livesOfSet(this, set);
  if (lives.length > 0) failForGood(`"${set}" had pods.`, '(none)', describeLives(this, lives));
});

Then(
  'every pod of {string} had a node from the moment it was created',
  function (this: Scenario, set: string) {
    const lives = livesOfSet(this, set);
    const late = lives.filter(({ first }) => !first.spec.nodeName);
    if (lives.length === 0 || late.length > 0)
      failAs(late.length > 0)(
        `Pods of "${set}" should be created with a node.`,
        'pods bound at creation',
        describeLives(this, late),
      );
  },
);
