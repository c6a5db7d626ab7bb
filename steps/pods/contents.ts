import { type DataTable, Then } from '@cucumber/cucumber';
import { imageOf } from '../support/builders';
import { daemonPodOn, livesOn } from '../support/daemonPods';
import { expectSame, fail } from '../support/expectations';
import { expectToContain } from '../support/shape';
import { readRows } from '../support/tables';
import type { Scenario } from '../world';

Then(
  'the pod(s) of {string} on {names} run(s) version {string}',
  function (this: Scenario, set: string, nodes: readonly string[], version: string) {
    const image = (node: string) => daemonPodOn(this, set, node).spec.containers[0]?.image;
    expectSame(
      `The pods of "${set}" run another version.`,
      nodes.map((node) => `${node}: ${imageOf(set, version)}`).join('\n'),
      nodes.map((node) => `${node}: ${image(node)}`).join('\n'),
    );
  },
);

Then(
  'the pod of {string} on/for {string} contains:',
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
  function (this: Scenario, set: string, node: string, shown: string) {
    const life = livesOn(this, set, node).at(-1);
    if (!life) return fail(`There was never a pod of "${set}" on "${node}".`, 'a pod', '(none)');
    expectToContain(`The pod of "${set}" on "${node}" was created otherwise.`, shown, life.first);
  },
);

Then(
  'the pod of {string} on {string} tolerates exactly:',
  function (this: Scenario, set: string, node: string, table: DataTable) {
    const line = ({ key = '', effect = '' }: { readonly key?: string; readonly effect?: string }) =>
      `${key}:${effect}`;
    const tolerations = daemonPodOn(this, set, node).spec.tolerations ?? [];
    const sorted = (lines: readonly string[]) => [...lines].sort().join('\n');
    expectSame(
      `The pod of "${set}" on "${node}" tolerates something else.`,
      sorted(readRows(table, ['key', 'effect']).map(line)),
      sorted(tolerations.map(line)),
    );
  },
);
