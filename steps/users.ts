import { Given, When } from '@cucumber/cucumber';
import { ApiError } from '../src/kubernetes/status';
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
    try {
      await this.create(buildDaemonSet(name), this.cluster.as({ name: user }));
      this.outcome = { output: '' };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.outcome = { output: '', refusal: error.message };
    }
  },
);
