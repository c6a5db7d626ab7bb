import { type DataTable, Then } from '@cucumber/cucumber';
import type { Toleration } from '../../src/kubernetes/fields/taints';
import type { StringMap } from '../../src/kubernetes/object';
import { TABLE, TEXT } from '../support/below';
import { daemonPodOn, livesOn } from '../support/daemonPods';
import { expectSame, fail } from '../support/expectations';
import { expectToContain } from '../support/shape';
import { readRows } from '../support/tables';
import { readWhole } from '../support/values';
import { checkVersions, versionSaid } from '../support/versions';
import type { Scenario } from '../world';

Then(
  'the pod(s) of {string} on {names} run(s) version {string}',
  function (this: Scenario, set: string, nodes: readonly string[], version: string) {
    const pods = nodes.map((node) => daemonPodOn(this, set, node));
    checkVersions(this, set, [version]);
    expectSame(
      `The pods of "${set}" run another version.`,
      nodes.map((node) => `${node}: ${version}`).join('\n'),
      pods.map(({ spec }, i) => `${nodes[i]}: ${versionSaid(spec, set, [version])}`).join('\n'),
    );
  },
);

Then(
  'the pod of {string} on/for {string} contains:',
  TEXT,
  function (this: Scenario, set: string, node: string, shown: string) {
    expectToContain(
      `The pod of "${set}" on "${node}" differs from what is shown.`,
      shown,
      daemonPodOn(this, set, node),
    );
  },
);

Then(
  'the pod of {string} on/for {string} was created with:',
  TEXT,
  function (this: Scenario, set: string, node: string, shown: string) {
    const life = livesOn(this, set, node).at(-1);
    if (!life) return fail(`There was never a pod of "${set}" on "${node}".`, 'a pod', '(none)');
    expectToContain(`The pod of "${set}" on "${node}" was created otherwise.`, shown, life.first);
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
  return `${matched}:${effect}${tolerationSeconds === undefined ? '' : ` for ${tolerationSeconds} seconds`}`;
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
  'the pod of {string} on {string} tolerates exactly:',
  TABLE,
  function (this: Scenario, set: string, node: string, table: DataTable) {
    const tolerations = daemonPodOn(this, set, node).spec.tolerations ?? [];
    const sorted = (lines: readonly string[]) => [...lines].sort().join('\n');
    expectSame(
      `The pod of "${set}" on "${node}" tolerates something else.`,
      sorted(readRows(table, TOLERATION, writtenToleration)),
      sorted(tolerations.map(tolerationText)),
    );
  },
);
