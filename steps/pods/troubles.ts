import { Given, When } from '@cucumber/cucumber';
import { resources } from '../../src/kubernetes/kinds/resources';
import type { ObjectRef } from '../../src/port/api';
import type { World } from '../../src/port/world';
import { daemonPodOn } from '../support/daemonPods';
import { refOf, type Scenario } from '../world';

// What befalls the pods of a daemon set: they are deleted, their containers turn unready, break, or come to their end.

When(
  'the pod(s) of {string} on {names} is/are deleted',
  async function (this: Scenario, set: string, nodes: readonly string[]) {
    const pods = nodes.map((node) => daemonPodOn(this, set, node));
    await this.change(async ({ api }) => {
      for (const pod of pods) await api.delete(refOf(resources.pods, pod));
    });
  },
);

// Nothing has followed from it yet: the next step sees the pod on its way out.
Given(
  'the pod of {string} on {string} has just been deleted',
  async function (this: Scenario, set: string, node: string) {
    const ref = refOf(resources.pods, daemonPodOn(this, set, node));
    await this.act(({ api }) => api.delete(ref));
  },
);

type Blow = (world: World, pod: Pick<ObjectRef, 'name'> & { readonly namespace: string }) => Promise<void>;

const strike = async (
  scenario: Scenario,
  set: string,
  nodes: readonly string[],
  blow: Blow,
): Promise<void> => {
  const pods = nodes.map((node) => daemonPodOn(scenario, set, node).metadata);
  await scenario.change(async ({ world }) => {
    for (const { namespace = '', name } of pods) await blow(world, { namespace, name });
  });
};

When(
  'the pod(s) of {string} on {names} turn(s) unready',
  async function (this: Scenario, set: string, nodes: readonly string[]) {
    await strike(this, set, nodes, (world, pod) => world.setPodReady(pod, false));
  },
);

When(
  'the pod(s) of {string} on {names} fail(s)',
  async function (this: Scenario, set: string, nodes: readonly string[]) {
    await strike(this, set, nodes, (world, pod) => world.finishPod(pod, 'Failed'));
  },
);

When(
  'the pod(s) of {string} on {names} end(s) without an error',
  async function (this: Scenario, set: string, nodes: readonly string[]) {
    await strike(this, set, nodes, (world, pod) => world.finishPod(pod, 'Succeeded'));
  },
);
