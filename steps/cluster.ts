import { Given } from './language/define';
import { buildPriorityClass } from './support/builders';
import type { Scenario } from './world';

// What the cluster is like, for all its projects.

Given('the cluster-wide default node selector {string}', async function (this: Scenario, selector: string) {
  await this.act((cluster) => cluster.configure({ defaultNodeSelector: selector }));
});

// Whatever is created afterwards is held against them, as on every OpenShift cluster.
Given("OpenShift's security context constraints", async function (this: Scenario) {
  await this.act((cluster) => cluster.configure({ securityContextConstraints: true }));
});

Given('a cluster that still binds daemon pods in the controller', async function (this: Scenario) {
  await this.act((cluster) => cluster.configure({ legacyScheduling: true }));
});

Given(
  'the priority class {string} with value {int}',
  async function (this: Scenario, name: string, value: number) {
    await this.change(({ api }) => api.create(buildPriorityClass(name, value)));
  },
);
