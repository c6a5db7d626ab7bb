import { expect } from 'chai';
import type { Manifest } from '../../../kubernetes/object';
import { describeDeeds, missingRights } from './missingRights';
import { deedsOf, RIGHTS } from './rights';
import { TriedCluster } from './served.testkit';

const RBAC = '/apis/rbac.authorization.k8s.io/v1';
const NODES = { apiGroups: [''], resources: ['nodes'], verbs: ['get', 'create'] };

describe('the rights that a run needs', () => {
  let cluster: TriedCluster;

  before(async () => {
    cluster = await TriedCluster.start();
    const role = (name: string, rules: object) =>
      cluster.create(`${RBAC}/clusterroles`, {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'ClusterRole',
        metadata: { name },
        rules,
      } as Manifest);
    await role('half', [{ ...NODES, verbs: ['get'] }]);
    await role('runner', RIGHTS);
    await role('statuses', [{ apiGroups: ['*'], resources: ['*/status'], verbs: ['*'] }]);
    const bind = (user: string, name: string, place = RBAC, kind = 'ClusterRoleBinding') =>
      cluster.create(`${place}/${kind.toLowerCase()}s`, {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind,
        metadata: { name: `${user}-${name}` },
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name },
        subjects: [{ kind: 'User', name: user, apiGroup: 'rbac.authorization.k8s.io' }],
      } as Manifest);
    await bind('ann', 'half');
    await bind('ann', 'statuses');
    await bind('joe', 'runner');
    await bind('bob', 'runner', `${RBAC}/namespaces/default`, 'RoleBinding');
    await cluster.settle();
  });
  after(() => cluster.close());

  it('are all missed by those who have none, or only in one namespace', async () => {
    expect(await missingRights(cluster.as('nobody'))).to.deep.equal(deedsOf(RIGHTS));
    expect(await missingRights(cluster.as('bob'))).to.deep.equal(deedsOf(RIGHTS));
  });

  it('are missed one by one', async () => {
    expect(await missingRights(cluster.as('ann'), [NODES])).to.deep.equal([
      { verb: 'create', group: '', resource: 'nodes' },
    ]);
    const statuses = [{ apiGroups: [''], resources: ['nodes/status'], verbs: ['patch'] }];
    expect(await missingRights(cluster.as('ann'), statuses)).to.deep.equal([]);
  });

  it('are had by administrators, and by whoever has a role with these rules, in one question', async () => {
    const runner = cluster.as('joe');
    expect(await missingRights(runner)).to.deep.equal([]);
    expect(runner.calls).to.have.length(1);
    expect(await missingRights(cluster.connection)).to.deep.equal([]);
  });

  it('are told by resource', () => {
    const deeds = deedsOf([
      { apiGroups: ['apps'], resources: ['daemonsets/status', 'daemonsets'], verbs: ['get', 'patch'] },
    ]);
    expect(describeDeeds(deeds)).to.deep.equal([
      'daemonsets.apps/status: get, patch',
      'daemonsets.apps: get, patch',
    ]);
  });
});
