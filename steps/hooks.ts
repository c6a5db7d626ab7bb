import {
  After,
  AfterStep,
  Before,
  BeforeStep,
  type ITestStepHookParameter,
  Status,
  setDefinitionFunctionWrapper,
} from '@cucumber/cucumber';
import { FILM, shoot } from '../src/film/film';
import { capabilityNames, isCapability, reasonWithout } from '../src/port/capabilities';
import { describeCluster } from '../src/report/clusterState';
import { NOTE } from '../src/run/notes';
import { endOfExample } from '../src/run/stop';
import { isAtOnce, isHurried } from './support/atOnce';
import { checkColon, guardBelow } from './support/below';
import { gapsIn } from './support/gaps';
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

/** The moment before the last When is what "was not replaced" is measured from. */
const prepare = (scenario: Scenario, about: ITestStepHookParameter): void => {
  const { pickle, pickleStep, gherkinDocument } = about;
  const step = findStep(gherkinDocument, pickleStep);
  scenario.written = whereWritten(gherkinDocument, pickle, pickleStep, step);
  checkColon(scenario.written);
  if (isAtOnce(pickleStep)) scenario.checkUnrested();
  scenario.isHurried = isHurried(pickle, pickleStep);
  if (isWhen(step)) scenario.beginWhen();
  scenario.files.standBeside(gherkinDocument.uri ?? '');
};

// A scenario that executes no step, skipped or in a dry run, costs no cluster. Cucumber arms a timer for each promise of a
// hook; before and after most steps there is nothing to wait for.
BeforeStep(function (this: Scenario, about) {
  if (this.clusterInUse) return prepare(this, about);
  return this.begin().then(() => prepare(this, about));
});

/** A picture of the cluster at this moment, for the report. */
const picture = async (scenario: Scenario): Promise<void> => {
  const { clusterInUse: cluster } = scenario;
  if (!cluster) return;
  scenario.attach(await describeCluster(cluster), 'text/plain');
  if (cluster.seed !== undefined) scenario.log(`Seed: ${cluster.seed}`);
};

/** @throws if the example says something that nothing came of */
const checkEnd = async (scenario: Scenario): Promise<void> => {
  try {
    scenario.checkEnd();
  } catch (error) {
    await picture(scenario);
    throw error;
  }
};

// A step that did not even begin has no result: what was checked before it has failed.
AfterStep(function (this: Scenario, { result, pickle, pickleStep }) {
  this.cut();
  const status: string = result?.status ?? Status.FAILED;
  if (status === Status.FAILED) return picture(this);
  const isLast = pickle.steps.at(-1)?.id === pickleStep.id;
  return status === Status.PASSED && isLast ? checkEnd(this) : undefined;
});

/** What is known only when an example is over. */
const closeCluster = async (scenario: Scenario): Promise<void> => {
  const { clusterInUse: cluster, cuts } = scenario;
  if (!cluster) return;
  for (const note of gapsIn(cluster)) scenario.attach(note, NOTE);
  if (cuts.length > 0) scenario.attach(JSON.stringify(shoot(cluster.timeline.changes(), cuts)), FILM);
  await cluster.close();
};

After(async function (this: Scenario) {
  await closeCluster(this);
  await endOfExample();
});
