import { controllerOf } from '../../src/kubernetes/fields/meta';
import type { Pod } from '../../src/kubernetes/kinds/pod/pod';
import { RUNNING, stateInWords } from '../../src/kubernetes/kinds/pod/stateInWords';
import { resources } from '../../src/kubernetes/kinds/resources';
import type { StringMap } from '../../src/kubernetes/object';
import { BEGINNING } from '../../src/timeline/moment';
import { podsLeft } from '../../src/timeline/selections';
import { Given, Then, When } from '../language/define';
import { buildPod } from '../support/builders';
import { daemonPodAt, daemonPodsNow, livesOn } from '../support/daemonPods';
import { expectSame, fail } from '../support/expectations';
import { describeLives } from '../support/lives';
import { type NodesSaid, namesOfNodes } from '../support/nodesSaid';
import { countedLives } from '../support/twins';
import { refOf, type Scenario } from '../world';

// Whom a pod belongs to, its labels decide, all its life long.

Given(
  '(at once )the pod {string}, labelled {labels}, that runs on {string}',
  async function (this: Scenario, name: string, labels: StringMap, nodeName: string) {
    this.names.present('Node', nodeName);
    const pod = buildPod(name, { spec: { nodeName } });
    await this.create({ ...pod, metadata: { name, labels } });
  },
);

const label = (scenario: Scenario, pod: Pod, labels: StringMap): Promise<unknown> =>
  scenario.change(({ api }) => api.patch(refOf(resources.pods, pod), { metadata: { labels } }, 'merge'));

When(
  '(at once )the pod {string} is labelled {labels}',
  async function (this: Scenario, name: string, labels: StringMap) {
    await label(this, this.pod(name), labels);
  },
);

When(
  '(at once )the pod of {string} on {string} is labelled {labels}',
  async function (this: Scenario, set: string, node: string, labels: StringMap) {
    await label(this, daemonPodAt(this, set, 'on', node), labels);
  },
);

/** The one pod that was the set's and has no owner now. @throws if there is none, or more than one */
const releasedPod = (scenario: Scenario, set: string): Pod => {
  const [pod, ...more] = daemonPodsNow(scenario, set).filter((each) => !controllerOf(each));
  if (!pod || more.length > 0)
    throw new Error(`"${set}" has released ${pod ? more.length + 1 : 'no'} pods; one was expected.`);
  return pod;
};

When(
  '(at once )the pod that {string} released is labelled {labels}',
  async function (this: Scenario, set: string, labels: StringMap) {
    await label(this, releasedPod(this, set), labels);
  },
);

Then(
  'the pod that {string} released still runs on {string}',
  function (this: Scenario, set: string, node: string) {
    const pod = releasedPod(this, set);
    this.names.meant('Node', node);
    expectSame(
      `The pod that "${set}" released should run on "${node}".`,
      `${RUNNING} on ${node}`,
      `${stateInWords(pod)} on ${pod.spec.nodeName ?? 'no node'}`,
    );
  },
);

Then(
  'the pod(s) of {string} on {nodes} has/have no owner',
  function (this: Scenario, set: string, said: NodesSaid) {
    const nodes = namesOfNodes(this, said);
    const owner = (node: string) =>
      daemonPodAt(this, set, 'on', node).metadata.ownerReferences?.map(({ name }) => name) ?? ['nobody'];
    expectSame(
      `The pods of "${set}" should belong to nobody.`,
      nodes.map((node) => `${node}: nobody`).join('\n'),
      nodes.map((node) => `${node}: ${owner(node).join(', ')}`).join('\n'),
    );
  },
);

Then('the pod {string} belongs to {string}', function (this: Scenario, name: string, set: string) {
  const { uid } = this.daemonSet(set).metadata;
  const owner = controllerOf(this.pod(name));
  const deleted = owner && owner.name === set && owner.uid !== uid ? ', which was deleted' : '';
  expectSame(
    `Pod "${name}" should belong to daemon set "${set}".`,
    `DaemonSet ${set}`,
    owner ? `${owner.kind} ${owner.name}${deleted}` : 'nobody',
  );
});

Then('the pod {string} belongs to nobody', function (this: Scenario, name: string) {
  const owner = controllerOf(this.pod(name));
  if (owner) fail(`Pod "${name}" should have no owner.`, '(none)', `${owner.kind} ${owner.name}`);
});

Then(
  'of the pods of {string} on {string} only the oldest is left',
  function (this: Scenario, set: string, node: string) {
    const lives = countedLives(this, livesOn(this, set, node), BEGINNING);
    const [oldest, ...others] = [...lives].sort((a, b) => a.created.index - b.created.index);
    const [left, ...more] = podsLeft(lives);
    if (others.length === 0 || left !== oldest || more.length > 0 || oldest?.terminating)
      fail(
        `Of several pods of "${set}" on "${node}" the oldest should be left.`,
        'the first of several',
        describeLives(this, lives),
      );
  },
);
