import { sameTaint } from '../../src/kubernetes/fields/taints';
import type { Node } from '../../src/kubernetes/kinds/node/node';
import type { StringMap } from '../../src/kubernetes/object';
import { When } from '../language/define';
import { runWell } from '../support/commandLine';
import { nearestOf } from '../support/nearest';
import { NOTHING_DONE } from '../support/nothingDone';
import { readTaint, readTaints } from '../support/values';
import { nodeRef, type Scenario } from '../world';

// What people write on nodes: labels, taints, and that no new pods may come. What changes nothing is an error: of what
// was not done, every "was not replaced" is true.

const isCordoned = ({ names }: Scenario, name: string): boolean =>
  (names.present('Node', name) as Node).spec.unschedulable === true;

When(
  '(at once )node {string} is labelled {labels}',
  async function (this: Scenario, name: string, labels: StringMap) {
    const ref = nodeRef(this, name);
    const had = this.names.present('Node', name).metadata.labels ?? {};
    if (Object.entries(labels).every(([key, value]) => had[key] === value))
      throw new Error(`Node "${name}" is labelled so already. ${NOTHING_DONE}`);
    await this.change(({ api }) => api.patch(ref, { metadata: { labels } }, 'merge'));
  },
);

When(
  '(at once )the label {string} is removed from node {string}',
  async function (this: Scenario, key: string, name: string) {
    const ref = nodeRef(this, name);
    const labels = this.names.present('Node', name).metadata.labels ?? {};
    if (!Object.hasOwn(labels, key))
      throw new Error(
        `Node "${name}" has no label "${key}" that could be removed. ${nearestOf(key, Object.keys(labels))}`,
      );
    await this.change(({ api }) => api.patch(ref, { metadata: { labels: { [key]: null } } }, 'merge'));
  },
);

When('(at once )node {string} is cordoned', async function (this: Scenario, name: string) {
  if (isCordoned(this, name)) throw new Error(`Node "${name}" is cordoned already. ${NOTHING_DONE}`);
  const ref = nodeRef(this, name);
  await this.change(({ api }) => api.patch(ref, { spec: { unschedulable: true } }, 'merge'));
});

When('(at once )node {string} is uncordoned', async function (this: Scenario, name: string) {
  if (!isCordoned(this, name)) throw new Error(`Node "${name}" is not cordoned. ${NOTHING_DONE}`);
  const ref = nodeRef(this, name);
  await this.change(({ api }) => api.patch(ref, { spec: { unschedulable: null } }, 'merge'));
});

// What oc does with this line: it cordons the node, and all pods leave but those of daemon sets.
When('(at once )node {string} is drained', async function (this: Scenario, name: string) {
  this.names.present('Node', name);
  await runWell(this, `oc adm drain ${name} --ignore-daemonsets --delete-emptydir-data --force`);
});

When(
  '(at once )node {string} is tainted {string}',
  async function (this: Scenario, name: string, taint: string) {
    const ref = nodeRef(this, name);
    const more = readTaints(taint);
    await this.change(async ({ api }) => {
      const { spec } = await api.get(ref);
      const taints = [...(spec.taints ?? []), ...more];
      await api.patch(ref, { spec: { taints } }, 'merge');
    });
  },
);

When(
  '(at once )the taint {string} is removed from node {string}',
  async function (this: Scenario, text: string, name: string) {
    const taint = readTaint(text);
    const ref = nodeRef(this, name);
    await this.change(async ({ api }) => {
      const { spec } = await api.get(ref);
      const kept = (spec.taints ?? []).filter((each) => !sameTaint(each, taint));
      if (kept.length === (spec.taints ?? []).length)
        throw new Error(`Node "${name}" has no taint "${text}" that could be removed.`);
      await api.patch(ref, { spec: { taints: kept } }, 'merge');
    });
  },
);
