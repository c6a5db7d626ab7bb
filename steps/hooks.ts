import {
  After,
  AfterAll,
  AfterStep,
  Before,
  BeforeStep,
  type ITestStepHookParameter,
  Status,
  setDefaultTimeout,
  setDefinitionFunctionWrapper,
} from '@cucumber/cucumber';
import { driverNamed } from '../src/drivers/drivers';
import { FILM, shoot } from '../src/film/film';
import { tagsOfNeeds } from '../src/port/capabilities';
import { Inconclusive } from '../src/port/inconclusive';
import { describeCluster } from '../src/report/clusterState';
import { ENDING, type Ending } from '../src/run/ending';
import { NOTE } from '../src/run/notes';
import { optionsOfRun } from '../src/run/options';
import { patienceOfRun, rehearsed, TOOK } from '../src/run/rehearsal';
import { endOfExample } from '../src/run/stop';
import { isAtOnce, isHurried } from './support/atOnce';
import { type BelowOptions, checkColon, guardBelow } from './support/below';
import { gapsIn } from './support/gaps';
import { type Code, waitForIt } from './support/patience';
import { lackOf, tooLong } from './support/skips';
import { endsThens, findStep, isWhen, placeOf, whereWritten } from './support/written';
import type { Scenario } from './world';

setDefinitionFunctionWrapper((code: Code, options?: BelowOptions) =>
  waitForIt(guardBelow(code, options), options),
);

const patience = patienceOfRun();

/** The most milliseconds that a timer counts. */
const LONGEST = 2 ** 31 - 1;

// What takes time on a cluster has bounds of its own; this one is for what never answers.
if (patience !== undefined) setDefaultTimeout(Math.min(2 * patience + 10 * 60_000, LONGEST));

if (patience !== undefined)
  Before({ name: 'how long it takes' }, function (this: Scenario, { gherkinDocument, pickle }) {
    const ending = tooLong(rehearsed(placeOf(gherkinDocument, pickle)), patience);
    return ending && this.leaveOut(ending.code, ending.reason);
  });

const needs = { tags: tagsOfNeeds.join(' or '), name: 'what it needs' };

Before(needs, async function (this: Scenario, { gherkinDocument, pickle }) {
  const isTimed = patience !== undefined && rehearsed(placeOf(gherkinDocument, pickle)) !== undefined;
  const ending = lackOf(pickle, await this.begin(), isTimed);
  return ending && this.leaveOut(ending.code, ending.reason);
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
  scenario.attach(await describeCluster(cluster, scenario.began), 'text/plain');
  if (cluster.seed !== undefined) scenario.log(`Seed: ${cluster.seed}`);
};

/** Checks something, and pictures the cluster if it is not so. */
const check = async (scenario: Scenario, look: () => unknown): Promise<void> => {
  try {
    await look();
  } catch (error) {
    await picture(scenario);
    throw error;
  }
};

/** What was true is looked at again when it was the last of it: on a cluster that goes on working, it need not be true still. */
const lookAgain = async (scenario: Scenario, { pickle, pickleStep }: About): Promise<void> => {
  const { waits } = scenario.cluster;
  if (!waits || !endsThens(pickle, pickleStep)) return;
  if (scenario.isHurried) return scenario.watched.forget();
  await check(scenario, () =>
    scenario.watched.lookAgain(scenario.cluster, waits, (written) => {
      scenario.written = written;
    }),
  ).catch(scenario.noteDoubt);
};

type About = Pick<ITestStepHookParameter, 'result' | 'pickle' | 'pickleStep'>;

// A step that did not even begin has no result: what was checked before it has failed.
const endStep = (scenario: Scenario, { result, pickle, pickleStep }: About): Promise<void> | undefined => {
  scenario.cut();
  const status: string = result?.status ?? Status.FAILED;
  if (status === Status.FAILED) return picture(scenario);
  const isLast = pickle.steps.at(-1)?.id === pickleStep.id;
  return status === Status.PASSED && isLast ? check(scenario, () => scenario.checkEnd()) : undefined;
};

AfterStep(function (this: Scenario, about) {
  if (!this.clusterInUse?.waits || about.result?.status !== Status.PASSED) return endStep(this, about);
  return lookAgain(this, about).then(() => endStep(this, about));
});

/** What is known only when an example is over. */
const closeCluster = async (scenario: Scenario): Promise<void> => {
  const { clusterInUse: cluster, cuts } = scenario;
  if (!cluster) return;
  for (const note of gapsIn(cluster)) scenario.attach(note, NOTE);
  if (cuts.length > 0)
    scenario.attach(JSON.stringify(shoot(cluster.timeline.changes(), cuts, scenario.began)), FILM);
  await cluster.close();
};

/** What has passed may have passed because nobody did anything. */
const checkAttended = async ({ clusterInUse }: Scenario): Promise<void> => clusterInUse?.attended?.();

/** What was found counts for nothing, be it good or bad, if the cluster cannot be trusted. */
const attachDoubt = (scenario: Scenario): void => {
  const { doubt: reason } = scenario;
  if (reason === undefined) return;
  const ending: Ending = { kind: 'inconclusive', code: 'inconclusive', reason };
  scenario.attach(JSON.stringify(ending), ENDING);
};

After(async function (this: Scenario, { result }) {
  const { took: ms } = this;
  if (ms !== undefined) this.attach(JSON.stringify({ ms }), TOOK);
  const isAttended = result?.status === Status.PASSED ? checkAttended(this) : Promise.resolve();
  await isAttended
    .finally(() => closeCluster(this))
    .catch(this.noteDoubt)
    .finally(() => attachDoubt(this));
  await endOfExample();
  if (this.doubt !== undefined && result?.status === Status.PASSED) throw new Inconclusive(this.doubt);
});

AfterAll(() => driverNamed(optionsOfRun().driver).end?.());
