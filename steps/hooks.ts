import { After, Before, BeforeStep, Status } from '@cucumber/cucumber';
import { PickleStepType } from '@cucumber/messages';
import type { Capability } from '../src/port/capabilities';
import { describeCluster } from '../src/report/clusterState';
import type { Scenario } from './world';

/** What a scenario cannot go without, and what it is for, in the words of the reason for skipping it. */
const needs: Readonly<Record<Capability, string>> = {
  'legacy-scheduling': 'daemon pods bound by the daemon set controller, as before Kubernetes 1.12',
  'default-node-selector': 'a cluster-wide default node selector',
  'project-node-selector': 'node selectors on projects',
  'node-control': 'nodes that can join, leave and go silent',
  'container-control': 'images and containers that do as they are told',
  'virtual-time': 'minutes that pass at once',
  impersonation: 'requests made as another user',
  'steady-control-plane': 'controllers that are not restarted and lose no reply',
};

const PREFIX = '@needs-';

const isCapability = (name: string): name is Capability => name in needs;

const tagsOfNeeds = Object.keys(needs)
  .map((capability) => PREFIX + capability)
  .join(' or ');

Before({ tags: tagsOfNeeds, name: 'what it needs' }, function (this: Scenario, { pickle }) {
  for (const { name } of pickle.tags) {
    const capability = name.slice(PREFIX.length);
    if (!name.startsWith(PREFIX) || !isCapability(capability)) continue;
    const { capabilities, name: cluster } = this.cluster;
    if (capabilities.has(capability)) continue;
    this.log(`Skipped: it needs ${needs[capability]}, which the cluster "${cluster}" does not offer.`);
    return 'skipped';
  }
  return undefined;
});

/** Marks the moment before the first When: what "was not replaced" is measured from. */
BeforeStep(function (this: Scenario, { pickleStep, gherkinDocument }) {
  if (pickleStep.type === PickleStepType.ACTION) this.beginWhen();
  this.files.standBeside(gherkinDocument.uri ?? '');
});

After(async function (this: Scenario, { result }) {
  const cluster = this.clusterInUse;
  if (!cluster) return;
  if (result?.status === Status.FAILED) {
    this.attach(await describeCluster(cluster), 'text/plain');
    if (cluster.seed !== undefined) this.log(`Seed: ${cluster.seed}`);
  }
  await cluster.close();
});
