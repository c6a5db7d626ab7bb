import { Given, When } from '@cucumber/cucumber';
import { attempt } from './support/attempt';
import { buildDaemonSet, buildRoleBinding } from './support/builders';
import type { Scenario } from './world';

Given(
  'the user {string} with the role {string} in project {string}',
  async function (this: Scenario, user: string, role: string, project: string) {
    await this.change(({ api }) => api.create(buildRoleBinding(user, role, project)));
  },
);

Given('the cluster administrator {string}', async function (this: Scenario, user: string) {
  await this.change(({ api }) => api.create(buildRoleBinding(user, 'cluster-admin')));
});

When(
  '{string} tries to create the daemon set {string}',
  async function (this: Scenario, user: string, name: string) {
    await attempt(this, () => this.create(buildDaemonSet(name), this.cluster.as({ name: user })));
  },
);
