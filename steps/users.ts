import { resources } from '../src/kubernetes/kinds/resources';
import { Given, When } from './language/define';
import { attempt } from './support/attempt';
import { buildDaemonSet, buildRoleBinding } from './support/builders';
import { checkExists } from './support/existing';
import type { Scenario } from './world';

// Somebody who has no role, and may do nothing. Whoever has one is known by it.
Given('the user {string}', function (this: Scenario, user: string) {
  this.users.introduce(user);
});

Given(
  'the user {string} with the role {string} in project {string}',
  async function (this: Scenario, user: string, role: string, project: string) {
    await checkExists(this, resources.namespaces, 'project', project);
    await checkExists(this, resources.clusterroles, 'cluster role', role);
    await this.change(({ api }) => api.create(buildRoleBinding(user, role, project)));
  },
);

Given('the cluster administrator {string}', async function (this: Scenario, user: string) {
  await this.change(({ api }) => api.create(buildRoleBinding(user, 'cluster-admin')));
});

When(
  '(at once ){string} tries to create the daemon set {string}',
  async function (this: Scenario, user: string, name: string) {
    this.users.check(user, this.cluster.timeline.changes());
    await attempt(this, `create the daemon set "${name}"`, () =>
      this.create(buildDaemonSet(name), this.cluster.as({ name: user })),
    );
  },
);
