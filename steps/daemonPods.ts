import { Then, When } from '@cucumber/cucumber';
import type { Pod } from '../src/kubernetes/kinds/pod/pod';
import { resources } from '../src/kubernetes/kinds/resources';
import { imageOf } from './support/builders';
import { daemonPodOn, daemonPodsNow, daemonPodsOwned, describePlaces, placesOf } from './support/daemonPods';
import { expectSame, fail } from './support/expectations';
import { RUNNING, stateOf } from './support/podState';
import { refOf, type Scenario } from './world';

When(
  'the pod(s) of {string} on {names} is/are deleted',
  async function (this: Scenario, set: string, nodes: readonly string[]) {
    const pods = nodes.map((node) => daemonPodOn(this, set, node));
    await this.change(async ({ api }) => {
      for (const pod of pods) await api.delete(refOf(resources.pods, pod));
    });
  },
);

Then(
  '{string} runs one pod on (each of ){names}',
  function (this: Scenario, set: string, nodes: readonly string[]) {
    expectSame(
      `"${set}" should run one pod on each node named.`,
      describePlaces(nodes.map((node) => [node, [RUNNING]])),
      describePlaces(nodes.map((node) => [node, placesOf(daemonPodsOwned(this, set)).get(node) ?? []])),
    );
  },
);

Then(
  '{string} runs one pod on (each of ){names} and nowhere else',
  function (this: Scenario, set: string, nodes: readonly string[]) {
    const actual = [...placesOf(daemonPodsOwned(this, set))].sort(([a], [b]) => a.localeCompare(b));
    expectSame(
      `"${set}" should run one pod on each node named and no pod elsewhere.`,
      describePlaces([...nodes].sort((a, b) => a.localeCompare(b)).map((node) => [node, [RUNNING]])),
      describePlaces(actual),
    );
  },
);

Then('no pod of {string} is left', function (this: Scenario, set: string) {
  this.assertKnown('DaemonSet', set);
  const pods = daemonPodsNow(this, set);
  if (pods.length > 0)
    fail(`No pod of "${set}" should be left.`, '(none)', describePlaces([...placesOf(pods)]));
});

Then(
  'no pod of {string} is left on {names}',
  function (this: Scenario, set: string, nodes: readonly string[]) {
    this.assertKnown('DaemonSet', set);
    for (const node of nodes) this.assertKnown('Node', node);
    const places = placesOf(daemonPodsNow(this, set));
    expectSame(
      `No pod of "${set}" should be left there.`,
      describePlaces(nodes.map((node) => [node, []])),
      describePlaces(nodes.map((node) => [node, places.get(node) ?? []])),
    );
  },
);

// A pod is *for* a node from its creation on, and *on* it once it is bound.
Then(
  'the pod(s) of {string} for {names} is/are pending',
  function (this: Scenario, set: string, nodes: readonly string[]) {
    const pods = nodes.map((node) => daemonPodOn(this, set, node));
    const state = (pod: Pod) => `${stateOf(pod)}, ${pod.spec.nodeName ? 'bound' : 'not bound'}`;
    expectSame(
      `The pods of "${set}" should wait for their nodes.`,
      nodes.map((node) => `${node}: pending (Unschedulable), not bound`).join('\n'),
      pods.map((pod, i) => `${nodes[i]}: ${state(pod)}`).join('\n'),
    );
  },
);

Then(
  'the pod(s) of {string} on {names} run(s) version {string}',
  function (this: Scenario, set: string, nodes: readonly string[], version: string) {
    const image = (node: string) => daemonPodOn(this, set, node).spec.containers[0]?.image;
    expectSame(
      `The pods of "${set}" run another version.`,
      nodes.map((node) => `${node}: ${imageOf(set, version)}`).join('\n'),
      nodes.map((node) => `${node}: ${image(node)}`).join('\n'),
    );
  },
);

Then(
  'the pod(s) of {string} on {names} has/have no owner',
  function (this: Scenario, set: string, nodes: readonly string[]) {
    const owner = (node: string) =>
      daemonPodOn(this, set, node).metadata.ownerReferences?.map(({ name }) => name) ?? ['nobody'];
    expectSame(
      `The pods of "${set}" should belong to nobody.`,
      nodes.map((node) => `${node}: nobody`).join('\n'),
      nodes.map((node) => `${node}: ${owner(node).join(', ')}`).join('\n'),
    );
  },
);
