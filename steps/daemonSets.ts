import { type DataTable, Given, Then, When } from '@cucumber/cucumber';
import { deepEqual } from '../src/kubernetes/fields/equality';
import type { DaemonSet } from '../src/kubernetes/kinds/daemonset/daemonSet';
import { resources } from '../src/kubernetes/kinds/resources';
import type { StringMap } from '../src/kubernetes/object';
import type { DeleteOptions } from '../src/port/api';
import { namesNow, statesOf } from '../src/timeline';
import { buildDaemonSet } from './support/builders';
import { fail } from './support/expectations';
import { expectToContain, inYaml, readYamlMap } from './support/shape';
import { readSettings } from './support/tables';
import { refOf, type Scenario } from './world';

Given('the daemon set {string}( is created)', async function (this: Scenario, name: string) {
  await this.create(buildDaemonSet(name));
});

Given(
  'the daemon set {string}( is created) for nodes labelled {labels}',
  async function (this: Scenario, name: string, nodeSelector: StringMap) {
    await this.create(buildDaemonSet(name, { spec: { nodeSelector } }));
  },
);

Given(
  'the daemon set {string}( is created) with:',
  async function (this: Scenario, name: string, table: DataTable) {
    await this.create(buildDaemonSet(name, readSettings(table)));
  },
);

Given(
  'the daemon set {string}( is created) with the pod spec:',
  async function (this: Scenario, name: string, fragment: string) {
    await this.create(buildDaemonSet(name, { spec: readYamlMap(fragment) }));
  },
);

When('the daemon set {string} is deleted', async function (this: Scenario, name: string) {
  await deleteDaemonSet(this, name, {});
});

const cascades: Readonly<Record<string, DeleteOptions['propagationPolicy']>> = {
  '--cascade=background': 'Background',
  '--cascade=foreground': 'Foreground',
  '--cascade=orphan': 'Orphan',
};

When(
  'the daemon set {string} is deleted with {string}',
  async function (this: Scenario, name: string, cascade: string) {
    const propagationPolicy = cascades[cascade];
    if (!propagationPolicy)
      throw new Error(`Unknown: "${cascade}". Known: ${Object.keys(cascades).join(', ')}.`);
    await deleteDaemonSet(this, name, { propagationPolicy });
  },
);

const deleteDaemonSet = (scenario: Scenario, name: string, options: DeleteOptions): Promise<void> =>
  scenario.change(({ api }) => api.delete(refOf(resources.daemonsets, scenario.daemonSet(name)), options));

Then('there is no daemon set {string}', function (this: Scenario, name: string) {
  const names = namesNow(this.cluster.timeline.changes(), 'DaemonSet');
  if (names.includes(name)) fail(`Daemon set "${name}" should not exist.`, '(none)', names.join('\n'));
});

Then('the daemon set {string} contains:', function (this: Scenario, name: string, shown: string) {
  expectToContain(`Daemon set "${name}" differs from what is shown.`, shown, this.daemonSet(name));
});

// Over the whole example: no state the set ever went through may show another template.
Then('the template of {string} was never changed', function (this: Scenario, name: string) {
  const states = statesOf(this.cluster.timeline.changes(), 'DaemonSet', name) as readonly DaemonSet[];
  const [first, ...later] = states.map(({ spec }) => spec.template);
  const other = later.find((template) => !deepEqual(template, first));
  if (other) fail(`The template of "${name}" changed.`, inYaml(first), inYaml(other));
});
