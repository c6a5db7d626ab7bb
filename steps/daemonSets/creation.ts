import { type DataTable, Given } from '@cucumber/cucumber';
import type { Toleration } from '../../src/kubernetes/fields/taints';
import type { StringMap } from '../../src/kubernetes/object';
import { buildDaemonSet } from '../support/builders';
import { readYamlMap } from '../support/shape';
import { readRows, readSettings } from '../support/tables';
import type { Scenario } from '../world';

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

const readExpression = ({ label = '', operator = '', values = '' }: StringMap) => ({
  key: label,
  operator,
  ...(values === '' ? {} : { values: values.split(',').map((value) => value.trim()) }),
});

// All rows make one term: a node must fulfil each of them.
Given(
  'the daemon set {string}( is created) for nodes where:',
  async function (this: Scenario, name: string, table: DataTable) {
    const matchExpressions = readRows(table, ['label', 'operator', 'values']).map(readExpression);
    const nodeAffinity = {
      requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions }] },
    };
    await this.create(buildDaemonSet(name, { spec: { affinity: { nodeAffinity } } }));
  },
);

const readToleration = ({ seconds, ...fields }: StringMap): Toleration => ({
  ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')),
  ...(seconds ? { tolerationSeconds: Number(seconds) } : {}),
});

Given(
  'the daemon set {string}( is created) with the tolerations:',
  async function (this: Scenario, name: string, table: DataTable) {
    const tolerations = readRows(table, ['key', 'operator', 'value', 'effect', 'seconds']).map(
      readToleration,
    );
    await this.create(buildDaemonSet(name, { spec: { tolerations } }));
  },
);
