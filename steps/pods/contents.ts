import type { Toleration } from '../../src/kubernetes/fields/taints';
import type { Pod } from '../../src/kubernetes/kinds/pod/pod';
import { stateInWords } from '../../src/kubernetes/kinds/pod/stateInWords';
import type { StringMap } from '../../src/kubernetes/object';
import { type DataTable, Then } from '../language/define';
import { allDesiredPods, linesOf } from '../support/allPods';
import { rowsBelow, TEXT } from '../support/below';
import { daemonPodAt, livesAt, type Place } from '../support/daemonPods';
import { expectSame, fail } from '../support/expectations';
import { happened } from '../support/lasting';
import { type NodesSaid, namesOfNodes } from '../support/nodesSaid';
import { expectToContain } from '../support/shape';
import { readRows } from '../support/tables';
import { readWhole } from '../support/values';
import { checkVersions, versionSaid } from '../support/versions';
import type { Scenario } from '../world';

/** What a pod that is said to run a version does: it may not be ready, but its containers were started. */
const versionRun = (pod: Pod, set: string, versions: readonly string[]): string => {
  const version = versionSaid(pod.spec, set, versions);
  return pod.status.phase === 'Running' ? version : `${version}, but ${stateInWords(pod)}`;
};

Then(
  'the pod(s) of {string} on {nodes} run(s) version {string}',
  function (this: Scenario, set: string, said: NodesSaid, version: string) {
    const nodes = namesOfNodes(this, said);
    const pods = nodes.map((node) => daemonPodAt(this, set, 'on', node));
    checkVersions(this, set, [version]);
    expectSame(
      `The pods of "${set}" run another version.`,
      nodes.map((node) => `${node}: ${version}`).join('\n'),
      pods.map((pod, i) => `${nodes[i]}: ${versionRun(pod, set, [version])}`).join('\n'),
    );
  },
);

// All that there are, those on their way out included.
Then('all pods of {string} run version {string}', function (this: Scenario, set: string, version: string) {
  const pods = allDesiredPods(this, set);
  checkVersions(this, set, [version]);
  expectSame(
    `Not all pods of "${set}" run this version.`,
    linesOf(pods, () => version),
    linesOf(pods, (pod) => versionRun(pod, set, [version])),
  );
});

// A pod has its version from its creation on, whether or not it ever runs.
Then(
  'the pod(s) of {string} {on} {nodes} has/have version {string}',
  function (this: Scenario, set: string, place: Place, said: NodesSaid, version: string) {
    const nodes = namesOfNodes(this, said);
    const pods = nodes.map((node) => daemonPodAt(this, set, place, node));
    checkVersions(this, set, [version]);
    expectSame(
      `The pods of "${set}" have another version.`,
      nodes.map((node) => `${node}: ${version}`).join('\n'),
      pods.map(({ spec }, i) => `${nodes[i]}: ${versionSaid(spec, set, [version])}`).join('\n'),
    );
  },
);

Then(
  'the pod of {string} {on} {string} contains:',
  TEXT,
  function (this: Scenario, set: string, place: Place, node: string, shown: string) {
    expectToContain(
      `The pod of "${set}" on "${node}" differs from what is shown.`,
      shown,
      daemonPodAt(this, set, place, node),
      this.cluster.timeline.changes(),
    );
  },
);

Then(
  'the pod of {string} {on} {string} was created with:',
  happened(TEXT),
  function (this: Scenario, set: string, place: Place, node: string, shown: string) {
    const life = livesAt(this, set, place, node).at(-1);
    if (!life) return fail(`There was never a pod of "${set}" on "${node}".`, 'a pod', '(none)');
    expectToContain(
      `The pod of "${set}" on "${node}" was created otherwise.`,
      shown,
      life.first,
      this.cluster.timeline.changes(),
    );
  },
);

const TOLERATION = {
  key: '',
  operator: 'Exists or Equal; without one, Exists if there is no value',
  value: '',
  effect: 'NoSchedule, PreferNoSchedule or NoExecute',
  seconds: 'how long it is tolerated, like 60',
};

const tolerationText = ({ key = '', operator, value = '', effect = '', tolerationSeconds }: Toleration) => {
  const matched = (operator || 'Equal') === 'Exists' ? key : `${key}=${value}`;
  const what = matched === '' && effect === '' ? '(every taint)' : `${matched}:${effect}`;
  return `${what}${tolerationSeconds === undefined ? '' : ` for ${tolerationSeconds} seconds`}`;
};

const writtenToleration = ({ key, operator, value = '', effect, seconds = '' }: StringMap): string =>
  tolerationText({
    key,
    operator: operator || (value === '' ? 'Exists' : 'Equal'),
    value,
    effect,
    ...(seconds === '' ? {} : { tolerationSeconds: readWhole(seconds, TOLERATION.seconds) }),
  });

Then(
  'the pod of {string} {on} {string} tolerates exactly:',
  rowsBelow(TOLERATION),
  function (this: Scenario, set: string, place: Place, node: string, table: DataTable) {
    const tolerations = daemonPodAt(this, set, place, node).spec.tolerations ?? [];
    const sorted = (lines: readonly string[]) => [...lines].sort().join('\n');
    expectSame(
      `The pod of "${set}" on "${node}" tolerates something else.`,
      sorted(readRows(table, TOLERATION, writtenToleration)),
      sorted(tolerations.map(tolerationText)),
    );
  },
);
