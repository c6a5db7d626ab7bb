import type { Toleration } from '../../src/kubernetes/fields/taints';
import { resources } from '../../src/kubernetes/kinds/resources';
import type { StringMap } from '../../src/kubernetes/object';
import { type DataTable, Given } from '../language/define';
import { rowsBelow, settingsBelow, TEXT } from '../support/below';
import { buildDaemonSet } from '../support/builders';
import { checkPriorityClass } from '../support/existing';
import { checkFields } from '../support/schema';
import { forDaemonSets, readSettings } from '../support/settings';
import { readYamlMap } from '../support/shape';
import { readRows } from '../support/tables';
import { readWhole } from '../support/values';
import type { Scenario } from '../world';

Given('(at once )the daemon set {string}( is created)', async function (this: Scenario, name: string) {
  await this.create(buildDaemonSet(name));
});

Given(
  '(at once )the daemon set {string}( is created) for nodes labelled {labels}',
  async function (this: Scenario, name: string, nodeSelector: StringMap) {
    await this.create(buildDaemonSet(name, { spec: { nodeSelector } }));
  },
);

Given(
  '(at once )the daemon set {string}( is created) with:',
  settingsBelow(forDaemonSets),
  async function (this: Scenario, name: string, table: DataTable) {
    const wishes = readSettings(table);
    await checkPriorityClass(this, wishes);
    await this.create(buildDaemonSet(name, wishes));
  },
);

Given(
  '(at once )the daemon set {string}( is created) with the pod spec:',
  TEXT,
  async function (this: Scenario, name: string, fragment: string) {
    const spec = readYamlMap(fragment);
    checkFields(resources.daemonsets, { spec: { template: { spec } } });
    await checkPriorityClass(this, { spec });
    await this.create(buildDaemonSet(name, { spec }));
  },
);

const EXPRESSION = {
  label: '',
  operator: 'In, NotIn, Exists, DoesNotExist, Gt or Lt',
  values: 'like east, west',
};

const readExpression = ({ label = '', operator = '', values = '' }: StringMap) => ({
  key: label,
  operator,
  ...(values === '' ? {} : { values: values.split(',').map((value) => value.trim()) }),
});

// All rows make one term: a node must fulfil each of them.
Given(
  '(at once )the daemon set {string}( is created) for nodes where:',
  rowsBelow(EXPRESSION, { needs: ['label', 'operator'] }),
  async function (this: Scenario, name: string, table: DataTable) {
    const matchExpressions = readRows(table, EXPRESSION, readExpression, { needs: ['label', 'operator'] });
    const nodeAffinity = {
      requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions }] },
    };
    await this.create(buildDaemonSet(name, { spec: { affinity: { nodeAffinity } } }));
  },
);

const TOLERATION = {
  key: '',
  operator: 'Exists or Equal',
  value: '',
  effect: 'NoSchedule, PreferNoSchedule or NoExecute',
  seconds: 'how long it is tolerated, like 60',
};

const readToleration = ({ seconds, ...fields }: StringMap): Toleration => ({
  ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')),
  ...(seconds ? { tolerationSeconds: readWhole(seconds, TOLERATION.seconds) } : {}),
});

Given(
  '(at once )the daemon set {string}( is created) with the tolerations:',
  rowsBelow(TOLERATION),
  async function (this: Scenario, name: string, table: DataTable) {
    const tolerations = readRows(table, TOLERATION, readToleration);
    await this.create(buildDaemonSet(name, { spec: { tolerations } }));
  },
);
