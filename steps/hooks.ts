import { After, Before, BeforeStep, Status } from '@cucumber/cucumber';
import { PickleStepType } from '@cucumber/messages';
import { capabilityNames, isCapability, reasonWithout } from '../src/port/capabilities';
import { describeCluster } from '../src/report/clusterState';
import type { Scenario } from './world';

const PREFIX = '@needs-';

const tagsOfNeeds = capabilityNames.map((capability) => PREFIX + capability).join(' or ');

Before({ tags: tagsOfNeeds, name: 'what it needs' }, async function (this: Scenario, { pickle }) {
  const cluster = await this.begin();
  for (const { name } of pickle.tags) {
    const capability = name.slice(PREFIX.length);
    if (!name.startsWith(PREFIX) || !isCapability(capability)) continue;
    if (cluster.capabilities.has(capability)) continue;
    this.log(`Skipped: ${reasonWithout(capability, cluster)}.`);
    return 'skipped';
  }
  return undefined;
});

/**
 * A scenario that executes no step, skipped or in a dry run, costs no cluster. The moment before the first When is what
 * "was not replaced" is measured from.
 */
BeforeStep(async function (this: Scenario, { pickleStep, gherkinDocument }) {
  await this.begin();
  if (pickleStep.type === PickleStepType.ACTION) this.beginWhen();
  this.files.standBeside(gherkinDocument.uri ?? '');
});

After(async function (this: Scenario, { result }) {
  const { clusterInUse: cluster } = this;
  if (!cluster) return;
  try {
    if (result?.status !== Status.FAILED) return;
    this.attach(await describeCluster(cluster), 'text/plain');
    if (cluster.seed !== undefined) this.log(`Seed: ${cluster.seed}`);
  } finally {
    await cluster.close();
  }
});
