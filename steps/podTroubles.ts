import { Then, When } from '@cucumber/cucumber';
import type { ObjectRef } from '../src/port/api';
import type { World } from '../src/port/world';
import { podsOnNode } from '../src/timeline';
import { daemonPodOn, livesOfSet } from './support/daemonPods';
import { expectSame, fail } from './support/expectations';
import { describeLives } from './support/lives';
import { stateOf } from './support/podState';
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

When('the pod {string} ends without an error', async function (this: Scenario, name: string) {
  const { namespace = '' } = this.pod(name).metadata;
  await this.change(({ world }) => world.finishPod({ namespace, name }, 'Succeeded'));
});

Then('the pod {string} has ended without an error', function (this: Scenario, name: string) {
  expectSame(`Pod "${name}" should have ended.`, 'succeeded', stateOf(this.pod(name)));
});

Then(
  'at most {int} pods of {string} were ever created on {string}',
  function (this: Scenario, most: number, set: string, node: string) {
    const lives = podsOnNode(livesOfSet(this, set), node);
    if (lives.length === 0 || lives.length > most)
      fail(
        `"${node}" should have had fewer pods of "${set}".`,
        `at most ${most}, and at least one`,
        describeLives(lives),
      );
  },
);
