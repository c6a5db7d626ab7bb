import type { Pod } from '../../src/kubernetes/kinds/pod/pod';
import { isReady } from '../../src/kubernetes/kinds/pod/state';
import { stateInWords } from '../../src/kubernetes/kinds/pod/stateInWords';
import { Then } from '../language/define';
import { allDesiredPods, linesOf } from '../support/allPods';
import { daemonPodAt, livesOn, type Place } from '../support/daemonPods';
import { expectSame, fail } from '../support/expectations';
import { containerOf } from '../support/images';
import { happened } from '../support/lasting';
import { expectListed } from '../support/listed';
import { type NodesSaid, namesOfNodes } from '../support/nodesSaid';
import { inSeconds, isWithin, type Span, slackOf } from '../support/spans';
import type { Scenario } from '../world';

// Whether pods are ready, as their condition says, and how often their containers were started anew.

/** `not ready (pending (Unschedulable))`: why, too. */
const readinessOf = (pod: Pod): string => (isReady(pod) ? 'ready' : `not ready (${stateInWords(pod)})`);

Then(
  'the pod(s) of {string} {on} {nodes} is/are {readiness}',
  function (this: Scenario, set: string, place: Place, said: NodesSaid, wanted: boolean) {
    const pods = namesOfNodes(this, said).map((node) => daemonPodAt(this, set, place, node));
    if (pods.some((pod) => isReady(pod) !== wanted))
      fail(
        `The pods of "${set}" should ${wanted ? '' : 'not '}be ready.`,
        linesOf(pods, () => (wanted ? 'ready' : 'not ready')),
        linesOf(pods, readinessOf),
      );
  },
);

// The word that oc get pods prints as STATUS.
Then(
  'the pod(s) of {string} {on} {nodes} is/are listed as {word}',
  function (this: Scenario, set: string, place: Place, said: NodesSaid, status: string) {
    const pods = namesOfNodes(this, said).map((node) => daemonPodAt(this, set, place, node));
    expectListed(`The pods of "${set}" should be listed otherwise.`, pods, status, this.cluster.time.now());
  },
);

// For the first time.
Then(
  'the pod of {string} on {string} was ready {span} after its creation',
  happened(),
  function (this: Scenario, set: string, node: string, span: Span) {
    const { uid } = daemonPodAt(this, set, 'on', node).metadata;
    const life = livesOn(this, set, node).find((each) => each.uid === uid);
    const [first] = life?.ready ?? [];
    const took = first && life && first.from.at - life.created.at;
    if (!isWithin(span, took, slackOf(this.cluster)))
      fail(
        `The pod of "${set}" on "${node}" should be ready after so long.`,
        `after ${span.words}`,
        took === undefined ? 'never' : `after ${inSeconds(took)}`,
      );
  },
);

Then('all pods of {string} are ready', function (this: Scenario, set: string) {
  const pods = allDesiredPods(this, set);
  expectSame(
    `Not all pods of "${set}" are ready.`,
    linesOf(pods, () => 'ready'),
    linesOf(pods, readinessOf),
  );
});

/** How often the container was started anew, in words; a pod whose containers were never started has no count. */
const restartsOf = (pod: Pod, set: string): string => {
  const { name } = containerOf(pod.spec, set);
  const status = pod.status.containerStatuses?.find((each) => each.name === name);
  return status ? timesInWords(status.restartCount) : `never started (${stateInWords(pod)})`;
};

const timesInWords = (times: number): string => `restarted ${times} time${times === 1 ? '' : 's'}`;

// Counted by the kubelet since the pod was created. A new pod begins at none.
Then(
  'the container(s) of {string} on {nodes} restarted {count} time(s)',
  function (this: Scenario, set: string, said: NodesSaid, times: number) {
    const pods = namesOfNodes(this, said).map((node) => daemonPodAt(this, set, 'on', node));
    expectSame(
      `The containers of "${set}" should have been restarted so often.`,
      linesOf(pods, () => timesInWords(times)),
      linesOf(pods, (pod) => restartsOf(pod, set)),
    );
  },
);
