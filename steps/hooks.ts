import {
  After,
  AfterStep,
  Before,
  BeforeStep,
  Status,
  setDefinitionFunctionWrapper,
} from '@cucumber/cucumber';
import { capabilityNames, isCapability, reasonWithout } from '../src/port/capabilities';
import { describeCluster } from '../src/report/clusterState';
import { isAtOnce, isHurried } from './support/atOnce';
import { checkColon, guardBelow } from './support/below';
import { findStep, isWhen, whereWritten } from './support/written';
import type { Scenario } from './world';

setDefinitionFunctionWrapper(guardBelow);

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
 * A scenario that executes no step, skipped or in a dry run, costs no cluster. The moment before the last When is what
 * "was not replaced" is measured from.
 */
BeforeStep(async function (this: Scenario, { pickle, pickleStep, gherkinDocument }) {
  await this.begin();
  const step = findStep(gherkinDocument, pickleStep);
  this.written = whereWritten(gherkinDocument, pickleStep, step);
  checkColon(this.written);
  if (isAtOnce(pickleStep)) this.checkUnrested();
  this.isHurried = isHurried(pickle, pickleStep);
  if (isWhen(step)) this.beginWhen();
  this.files.standBeside(gherkinDocument.uri ?? '');
});

/** A picture of the cluster at this moment, for the report. */
const picture = async (scenario: Scenario): Promise<void> => {
  const { clusterInUse: cluster } = scenario;
  if (!cluster) return;
  scenario.attach(await describeCluster(cluster), 'text/plain');
  if (cluster.seed !== undefined) scenario.log(`Seed: ${cluster.seed}`);
};

// A step that did not even begin has no result: what was checked before it has failed.
AfterStep(async function (this: Scenario, { result, pickle, pickleStep }) {
  const status: string = result?.status ?? Status.FAILED;
  if (status === Status.FAILED) await picture(this);
  if (status !== Status.PASSED || pickle.steps.at(-1)?.id !== pickleStep.id) return;
  try {
    this.checkEnd();
  } catch (error) {
    await picture(this);
    throw error;
  }
});

After(async function (this: Scenario) {
  await this.clusterInUse?.close();
});
