import { When } from '@cucumber/cucumber';
import type { ObjectRef, World } from '../src/drivers/port';
import { daemonPodOn } from './support/daemonPods';
import type { Scenario } from './world';

// What befalls a pod that runs: its container turns unready, breaks, or comes to its end.

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
