import { isReady } from '../../src/kubernetes/kinds/pod/state';
import { resources } from '../../src/kubernetes/kinds/resources';
import type { ObjectRef } from '../../src/port/api';
import type { World } from '../../src/port/world';
import { Given, When } from '../language/define';
import { daemonPodAt, daemonPodOn, type Place } from '../support/daemonPods';
import { containerOf } from '../support/images';
import { type NodesSaid, namesOfNodes } from '../support/nodesSaid';
import { NOTHING_DONE } from '../support/nothingDone';
import { refOf, type Scenario } from '../world';

// What befalls the pods of a daemon set: they are deleted, their containers turn unready, break, or come to their end.

When(
  '(at once )the pod(s) of {string} {on} {nodes} is/are deleted',
  async function (this: Scenario, set: string, place: Place, said: NodesSaid) {
    const pods = namesOfNodes(this, said).map((node) => daemonPodAt(this, set, place, node));
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

const strike = async (scenario: Scenario, set: string, said: NodesSaid, blow: Blow): Promise<void> => {
  const pods = namesOfNodes(scenario, said).map((node) => daemonPodAt(scenario, set, 'on', node).metadata);
  await scenario.change(async ({ world }) => {
    for (const { namespace = '', name } of pods) await blow(world, { namespace, name });
  });
};

When(
  '(at once )the pod(s) of {string} on {nodes} turn(s) {readiness}',
  async function (this: Scenario, set: string, said: NodesSaid, ready: boolean) {
    const nodes = namesOfNodes(this, said);
    if (nodes.every((node) => isReady(daemonPodAt(this, set, 'on', node)) === ready))
      throw new Error(
        `The pod of "${set}" on ${nodes.map((node) => `"${node}"`).join(', ')} is ${ready ? 'ready' : 'not ready'} already. ${NOTHING_DONE}`,
      );
    await strike(this, set, said, (world, pod) => world.setPodReady(pod, ready));
  },
);

// The program ends, and not the pod: its kubelet starts it anew.
When(
  '(at once )the container(s) of {string} on {nodes} exit(s) with code {int}',
  async function (this: Scenario, set: string, said: NodesSaid, code: number) {
    const containers = namesOfNodes(this, said).map((node) => {
      const { metadata, spec } = daemonPodAt(this, set, 'on', node);
      return { ...metadata, container: containerOf(spec, set).name };
    });
    await this.change(async ({ world }) => {
      for (const { namespace = '', name, container } of containers)
        await world.exitContainer({ namespace, name }, code, container);
    });
  },
);

// Its node gives it up, as it does when it shuts down or runs short of something.
When(
  '(at once )the pod(s) of {string} on {nodes} fail(s)',
  async function (this: Scenario, set: string, said: NodesSaid) {
    await strike(this, set, said, (world, pod) => world.finishPod(pod, 'Failed'));
  },
);

When(
  '(at once )the pod(s) of {string} on {nodes} end(s) without an error',
  async function (this: Scenario, set: string, said: NodesSaid) {
    await strike(this, set, said, (world, pod) => world.finishPod(pod, 'Succeeded'));
  },
);
