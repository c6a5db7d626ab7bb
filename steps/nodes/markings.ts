import { When } from '@cucumber/cucumber';
import { sameTaint } from '../../src/kubernetes/fields/taints';
import type { Node } from '../../src/kubernetes/kinds/node/node';
import type { StringMap } from '../../src/kubernetes/object';
import { readTaint, readTaints } from '../support/builders';
import { nodeRef, type Scenario } from '../world';

// What people write on nodes: labels, taints, and that no new pods may come.

When('node {string} is labelled {labels}', async function (this: Scenario, name: string, labels: StringMap) {
  await this.change(({ api }) => api.patch(nodeRef(name), { metadata: { labels } }, 'merge'));
});

When(
  'the label {string} is removed from node {string}',
  async function (this: Scenario, key: string, name: string) {
    await this.change(({ api }) =>
      api.patch(nodeRef(name), { metadata: { labels: { [key]: null } } }, 'merge'),
    );
  },
);

When('node {string} is cordoned', async function (this: Scenario, name: string) {
  await this.change(({ api }) => api.patch(nodeRef(name), { spec: { unschedulable: true } }, 'merge'));
});

When('node {string} is tainted {string}', async function (this: Scenario, name: string, taint: string) {
  await this.change(async ({ api }) => {
    const node = (await api.get(nodeRef(name))) as Node;
    const taints = [...(node.spec.taints ?? []), ...readTaints(taint)];
    await api.patch(nodeRef(name), { spec: { taints } }, 'merge');
  });
});

When(
  'the taint {string} is removed from node {string}',
  async function (this: Scenario, text: string, name: string) {
    const taint = readTaint(text);
    await this.change(async ({ api }) => {
      const { spec } = (await api.get(nodeRef(name))) as Node;
      const kept = (spec.taints ?? []).filter((each) => !sameTaint(each, taint));
      if (kept.length === (spec.taints ?? []).length)
        throw new Error(`Node "${name}" has no taint "${text}" that could be removed.`);
      await api.patch(nodeRef(name), { spec: { taints: kept } }, 'merge');
    });
  },
);
