import { deepEqual } from '../src/kubernetes/fields/equality';
import { withVersion } from '../src/kubernetes/fields/imageName';
import { resources } from '../src/kubernetes/kinds/resources';
import { availability, mostUnavailable } from '../src/timeline/atOnce';
import { covers } from '../src/timeline/moment';
import { objectsNow } from '../src/timeline/objects';
import { mostDoubled } from '../src/timeline/overlaps';
import type { PodLife } from '../src/timeline/podLife';
import { replacementSince } from '../src/timeline/replacement';
import { lastRollout } from '../src/timeline/rollout';
import { Given, Then, When } from './language/define';
import { someLivesOfSet } from './support/daemonPods';
import { failAs, failForGood, forGood } from './support/expectations';
import { containerOf } from './support/images';
import { happened } from './support/lasting';
import { describeLives, measuredFrom } from './support/lives';
import { inSeconds, isWithin, type Span, slackOf } from './support/spans';
import { readVersion } from './support/values';
import { refOf, type Scenario } from './world';

/** Gives the daemon set the image of another version, and does not wait for what follows. */
const updateTo = async (scenario: Scenario, name: string, version: string): Promise<void> => {
  const set = scenario.daemonSet(name);
  const { name: container, image = '' } = containerOf(set.spec.template.spec, name);
  const containers = [{ name: container, image: withVersion(image, readVersion(version)) }];
  const patch = { spec: { template: { spec: { containers } } } };
  await scenario.act(({ api }) => api.patch(refOf(resources.daemonsets, set), patch, 'strategic'));
};

When(
  '(at once )the daemon set {string} is updated to version {string}',
  async function (this: Scenario, name: string, version: string) {
    await updateTo(this, name, version);
    await this.rest();
  },
);

// Nothing has happened yet: the step that follows sees the update from its very beginning.
Given(
  'the daemon set {string} has just been updated to version {string}',
  async function (this: Scenario, name: string, version: string) {
    await updateTo(this, name, version);
  },
);

Given(
  '(at once )the daemon set {string} is updated to versions {names} in turn',
  async function (this: Scenario, name: string, versions: readonly string[]) {
    for (const [i, version] of versions.entries()) {
      await updateTo(this, name, version);
      if (i < versions.length - 1) await this.cluster.time.settle();
    }
    await this.rest();
  },
);

/** Of the nodes that had an available pod before the When, how many there were, and the most that lost it at a time. */
const lossesOf = (scenario: Scenario, set: string): { readonly had: number; readonly lost: number } => {
  const lives = someLivesOfSet(scenario, set);
  const { minReadySeconds } = scenario.daemonSet(set).spec;
  const before = lives.flatMap((life) => availability(life, minReadySeconds));
  const had = new Set(before.filter((each) => covers(each, scenario.since)).map(({ key }) => key)).size;
  if (had === 0)
    failForGood(`"${set}" had no available pod before, so none could be lost.`, 'available pods', '(none)');
  return { had, lost: mostUnavailable(lives, scenario.since, minReadySeconds) };
};

const mostMissing = (scenario: Scenario, set: string): number => lossesOf(scenario, set).lost;

// Counts the nodes that had an available pod before the When.
Then(
  'at no time was/were more than {count} pod(s) of {string} unavailable',
  function (this: Scenario, allowed: number, name: string) {
    const { had, lost } = lossesOf(this, name);
    if (lost > allowed)
      failForGood(
        `Too many pods of "${name}" were unavailable at the same time.`,
        `at most ${allowed}`,
        String(lost),
      );
    if (allowed >= had)
      throw forGood(
        new Error(
          `Only ${had} of the pods of "${name}" could be lost, so this is always true. Write a smaller number.`,
        ),
      );
  },
);

// At some time exactly so many: fewer would mean that the budget is not used. "Up to" means the same.
Then(
  '(up to ){count} pod(s) of {string} was/were unavailable( at the same time)(, and never more)',
  function (this: Scenario, expected: number, set: string) {
    const most = mostMissing(this, set);
    if (most !== expected)
      failAs(most > expected)(
        `So many pods of "${set}" should be unavailable at the same time, no more and no fewer. ` +
          `If fewer are well, too, write: at no time were more than ${expected} pods of "${set}" unavailable`,
        `${expected}, and never more`,
        `${most}, and never more`,
      );
  },
);

/** The nodes there were before the When that had no available pod then. */
const withoutBefore = (scenario: Scenario, set: string): readonly string[] => {
  const { minReadySeconds } = scenario.daemonSet(set).spec;
  const available = someLivesOfSet(scenario, set).flatMap((life) => availability(life, minReadySeconds));
  const served = available.filter((presence) => covers(presence, scenario.since)).map(({ key }) => key);
  const nodes = objectsNow(scenario.cluster.timeline.changes().slice(0, scenario.since.index), 'Node');
  return nodes.map(({ name }) => name).filter((name) => !served.includes(name));
};

Then('every node had an available pod of {string} all the time', function (this: Scenario, set: string) {
  const without = withoutBefore(this, set);
  if (without.length > 0)
    failForGood(`Nodes had no available pod of "${set}" to begin with.`, 'none', without.join('\n'));
  const missing = mostMissing(this, set);
  if (missing > 0)
    failForGood(
      `Nodes were without an available pod of "${set}". ${measuredFrom(this)}`,
      'none',
      `${missing} at the same time\n${describeLives(this, someLivesOfSet(this, set))}`,
    );
});

/** What a surge bounds: an old pod that was asked to leave counts no longer, although it may still run. */
const OF_THOSE_THAT_STAY = /^up to |, those on their way out not counted$/;

Then(
  '(up to ){count} node(s) ran two pods of {string} at the same time(, and never more)(, those on their way out not counted)',
  function (this: Scenario, expected: number, set: string) {
    const lives = someLivesOfSet(this, set);
    const counting = OF_THOSE_THAT_STAY.test(this.written.text) ? 'stay' : 'all';
    const [stay, all] = [mostDoubled(lives, this.since), mostDoubled(lives, this.since, 'all')];
    const hint =
      counting === 'all' && stay !== all
        ? ` Of ${stay} at most, both pods were to stay. If that is meant, go on: those on their way out not counted`
        : '';
    const most = counting === 'all' ? all : stay;
    if (most !== expected)
      failAs(most > expected)(
        `So many nodes should run an old and a new pod of "${set}" at the same time, no more and no fewer.${hint}`,
        `${expected}, and never more`,
        `${most}, and never more`,
      );
  },
);

Then(
  'only {count} pod(s) of {string} was/were replaced',
  function (this: Scenario, expected: number, set: string) {
    const { left, came } = replacementSince(someLivesOfSet(this, set), this.since);
    const nodesOf = (lives: readonly PodLife[]) => lives.map(({ node = '(no node)' }) => node).sort();
    const inWords = (lives: readonly PodLife[]) =>
      lives.length === 0 ? '' : `: ${nodesOf(lives).join(', ')}`;
    if (left.length !== expected || !deepEqual(nodesOf(left), nodesOf(came)))
      failAs(left.length > expected || came.length > expected)(
        `So many pods of "${set}" should have been replaced, and no others.`,
        `${expected} left, and as many came to the same nodes`,
        `${left.length} left${inWords(left)}; ${came.length} came${inWords(came)}`,
      );
  },
);

// From the last write that changed the template to the first status by which "oc rollout status" calls it rolled out:
// every desired pod is of the new template, and available.
Then('the update of {string} took {span}', happened(), function (this: Scenario, set: string, span: Span) {
  const id = this.names.meant('DaemonSet', set);
  const rollout = lastRollout(this.cluster.timeline.changes(), id);
  if (!rollout) throw new Error(`"${set}" was never updated: nothing has changed its template.`);
  const { from, to } = rollout;
  const took = to && to.at - from.at;
  if (!isWithin(span, took, slackOf(this.cluster)))
    failAs(to !== undefined)(
      `The update of "${set}" should take so long.`,
      span.words,
      took === undefined ? 'not complete by now' : inSeconds(took),
    );
});
