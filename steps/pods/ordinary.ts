import type { Pod } from '../../src/kubernetes/kinds/pod/pod';
import { RUNNING, stateInWords } from '../../src/kubernetes/kinds/pod/stateInWords';
import { resources } from '../../src/kubernetes/kinds/resources';
import type { StringMap } from '../../src/kubernetes/object';
import { type DataTable, Given, Then, When } from '../language/define';
import { settingsBelow } from '../support/below';
import { buildPod } from '../support/builders';
import { checkPriorityClass } from '../support/existing';
import { expectSame, fail } from '../support/expectations';
import { expectListed } from '../support/listed';
import { forPods, readPodSettings } from '../support/settings';
import { refOf, type Scenario } from '../world';

// Ordinary pods: nobody looks after them, so they are known by their own names.

const expectRunningOn = (scenario: Scenario, name: string, node: string): void => {
  const pod = scenario.pod(name);
  scenario.names.meant('Node', node);
  expectSame(
    `Pod "${name}" should run on "${node}".`,
    `${RUNNING} on ${node}`,
    `${stateInWords(pod)} on ${pod.spec.nodeName ?? 'no node'}`,
  );
};

Given('(at once )the pod {string}( is created)', async function (this: Scenario, name: string) {
  await this.create(buildPod(name));
});

Given(
  '(at once )the pod {string}( is created) with:',
  settingsBelow(forPods),
  async function (this: Scenario, name: string, table: DataTable) {
    const wishes = readPodSettings(table);
    await checkPriorityClass(this, wishes);
    await this.create(buildPod(name, wishes));
  },
);

// Bound by hand: which of several fitting nodes the scheduler would take must not matter to the example.
Given(
  'the pod {string} that asked for {labels} and runs on {string}',
  async function (this: Scenario, name: string, nodeSelector: StringMap, nodeName: string) {
    this.names.present('Node', nodeName);
    await this.create(buildPod(name, { spec: { nodeSelector, nodeName } }));
    expectRunningOn(this, name, nodeName);
  },
);

When('(at once )the pod {string} is deleted', async function (this: Scenario, name: string) {
  const pod = this.pod(name);
  await this.change(({ api }) => api.delete(refOf(resources.pods, pod)));
});

When('(at once )the pod {string} ends without an error', async function (this: Scenario, name: string) {
  const { namespace = '' } = this.pod(name).metadata;
  await this.change(({ world }) => world.finishPod({ namespace, name }, 'Succeeded'));
});

When(
  '(at once )the container of the pod {string} exits with code {int}',
  async function (this: Scenario, name: string, code: number) {
    const { namespace = '' } = this.pod(name).metadata;
    await this.change(({ world }) => world.exitContainer({ namespace, name }, code));
  },
);

Then('the pod {string} (still )runs on {string}', function (this: Scenario, name: string, node: string) {
  expectRunningOn(this, name, node);
});

Then('the pod {string} is pending', function (this: Scenario, name: string) {
  const state = stateInWords(this.pod(name));
  if (!state.startsWith('pending')) fail(`Pod "${name}" should be pending.`, 'pending', state);
});

Then('the pod {string} has ended without an error', function (this: Scenario, name: string) {
  expectSame(`Pod "${name}" should have ended.`, 'succeeded', stateInWords(this.pod(name)));
});

Then('the pod {string} is listed as {word}', function (this: Scenario, name: string, status: string) {
  expectListed(
    `Pod "${name}" should be listed otherwise.`,
    [this.pod(name)],
    status,
    this.cluster.time.now(),
  );
});

Then('there is no pod {string}( any more)', function (this: Scenario, name: string) {
  const pod = this.names.find('Pod', name) as Pod | undefined;
  if (pod) fail(`Pod "${name}" should not be there.`, '(no such pod)', stateInWords(pod));
});
