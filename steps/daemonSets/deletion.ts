import { resources } from '../../src/kubernetes/kinds/resources';
import { ApiError } from '../../src/kubernetes/refusals';
import type { DeleteOptions } from '../../src/port/api';
import { lastTime, removalOf } from '../../src/timeline/firsts';
import { compareMoments, type Moment } from '../../src/timeline/moment';
import { objectNow } from '../../src/timeline/objects';
import type { PodLife } from '../../src/timeline/podLife';
import { podsAlive } from '../../src/timeline/selections';
import { Then, When } from '../language/define';
import { buildDaemonSet } from '../support/builders';
import { livesOfSet } from '../support/daemonPods';
import { fail, failForGood } from '../support/expectations';
import { happened } from '../support/lasting';
import { describeLives } from '../support/lives';
import { refOf, type Scenario } from '../world';

// What goes first, and how little time lies between one daemon set and the next of its name.

const deleteDaemonSet = async (scenario: Scenario, name: string, options: DeleteOptions): Promise<void> => {
  const ref = refOf(resources.daemonsets, scenario.daemonSet(name));
  await scenario.change(({ api }) => api.delete(ref, options));
};

When('(at once )the daemon set {string} is deleted', async function (this: Scenario, name: string) {
  await deleteDaemonSet(this, name, {});
});

const cascades: Readonly<Record<string, DeleteOptions['propagationPolicy']>> = {
  '--cascade=background': 'Background',
  '--cascade=foreground': 'Foreground',
  '--cascade=orphan': 'Orphan',
};

When(
  '(at once )the daemon set {string} is deleted with {string}',
  async function (this: Scenario, name: string, cascade: string) {
    const propagationPolicy = cascades[cascade];
    if (!propagationPolicy)
      throw new Error(`Unknown: "${cascade}". Known: ${Object.keys(cascades).join(', ')}.`);
    await deleteDaemonSet(this, name, { propagationPolicy });
  },
);

/** Does what people do in a hurry: deletes, looks until the daemon set is gone, and creates it again. */
const recreate = async (
  scenario: Scenario,
  name: string,
  propagationPolicy: DeleteOptions['propagationPolicy'],
): Promise<void> => {
  const ref = refOf(resources.daemonsets, scenario.daemonSet(name));
  await scenario.act(async ({ api, time }) => {
    await api.delete(ref, { propagationPolicy });
    await time.eventually(async () => {
      const found = await api.get(ref).catch((error: unknown) => {
        if (error instanceof ApiError && error.reason === 'NotFound') return undefined;
        throw error;
      });
      if (found) throw new Error(`Daemon set "${name}" is still there.`);
    });
  });
  const manifest = buildDaemonSet(name);
  await scenario.create({ ...manifest, metadata: { ...manifest.metadata, namespace: ref.namespace } });
};

When(
  '(at once )the daemon set {string} is deleted, and created again as soon as it is gone',
  async function (this: Scenario, name: string) {
    await recreate(this, name, 'Background');
  },
);

When(
  '(at once )the daemon set {string} is deleted in the foreground, and created again as soon as it is gone',
  async function (this: Scenario, name: string) {
    await recreate(this, name, 'Foreground');
  },
);

Then('there is no daemon set {string}', function (this: Scenario, name: string) {
  if (this.names.find('DaemonSet', name)) fail(`Daemon set "${name}" should not exist.`, '(none)', name);
});

/** When the daemon set went, and when each of the pods that it had before the When did. */
const departures = (
  scenario: Scenario,
  set: string,
): { readonly ofSet: Moment; readonly pods: readonly PodLife[] } => {
  const id = scenario.names.meant('DaemonSet', set);
  const changes = scenario.cluster.timeline.changes();
  const ofSet = lastTime(changes, removalOf(id));
  const wasThere = objectNow(changes.slice(0, scenario.since.index), id) !== undefined;
  if (!ofSet || (wasThere && compareMoments(ofSet, scenario.since) < 0))
    return fail(`Daemon set "${set}" should be gone.`, 'gone', 'still there');
  const pods = podsAlive(livesOfSet(scenario, set), scenario.since);
  const staying = pods.filter(({ gone }) => gone === undefined);
  if (pods.length === 0 || staying.length > 0)
    return fail(`The pods of "${set}" should be gone.`, 'gone', describeLives(scenario, staying));
  return { ofSet, pods };
};

Then(
  'the daemon set {string} was gone before any of its pods',
  happened(),
  function (this: Scenario, set: string) {
    const { ofSet, pods } = departures(this, set);
    const earlier = pods.filter(({ gone }) => gone !== undefined && gone.index < ofSet.index);
    if (earlier.length > 0)
      failForGood(
        `Daemon set "${set}" should go first.`,
        'the daemon set, then its pods',
        describeLives(this, earlier),
      );
  },
);

Then(
  'the daemon set {string} was gone after all of its pods',
  happened(),
  function (this: Scenario, set: string) {
    const { ofSet, pods } = departures(this, set);
    const later = pods.filter(({ gone }) => gone !== undefined && gone.index > ofSet.index);
    if (later.length > 0)
      failForGood(
        `Daemon set "${set}" should go last.`,
        'its pods, then the daemon set',
        describeLives(this, later),
      );
  },
);
