import { expect } from 'chai';
import type { Part } from '../../kubernetes/fields/fill';
import type { Lease } from '../../kubernetes/kinds/lease/lease';
import type { RoleObject } from '../../kubernetes/kinds/rbac/rbac';
import { resources } from '../../kubernetes/kinds/resources';
import type { KubeObject } from '../../kubernetes/object';
import { administrator, anonymous } from '../apiserver/requests/caller';
import { InProcessCluster } from '../cluster';

const SECOND = 1_000;

describe('a cluster that is served', () => {
  const cluster = new InProcessCluster({ furnished: 'served' });
  const list = (word: string): readonly KubeObject[] => {
    const kind = cluster.server.kinds.named(word) ?? expect.fail(`there is no ${word}`);
    return cluster.registry.list(kind);
  };
  const find = (word: string, name: string): Part => ({
    ...(list(word).find(({ metadata }) => metadata.name === name) ?? expect.fail(`there is no ${name}`)),
  });

  it('has all that a real one begins with, and nothing is wrong with it', () => {
    const counts = [
      'clusterroles',
      'clusterrolebindings',
      'roles',
      'rolebindings',
      'flowschemas',
      'apiservices',
    ];
    expect(counts.map((word) => list(word).length)).to.deep.equal([69, 50, 7, 7, 11, 21]);
    for (const kind of cluster.server.kinds.all) {
      for (const object of cluster.registry.list(kind)) {
        if (kind.conversion) continue;
        expect(kind.validateCreate(object), `${kind.kind} ${object.metadata.name}`).to.deep.equal([]);
      }
    }
  });

  it('has roles with the rules of those they stand for', () => {
    const rules = (name: string): number => (find('clusterroles', name) as { rules: [] }).rules.length;
    // As the controller of a real cluster of 1.36.2 adds them up.
    expect(['view', 'edit', 'admin'].map(rules)).to.deep.equal([12, 27, 29]);
    const { rules: viewed = [] } = find('clusterroles', 'view') as unknown as RoleObject;
    expect(viewed.some(({ resources: named }) => named?.includes('secrets'))).to.equal(false);
  });

  it('lets anybody ask whether it is well, and whoever it knows what it serves', () => {
    const known = { name: 'jo', groups: ['system:authenticated'] };
    cluster.server.visit(anonymous, { verb: 'get', path: '/healthz' });
    cluster.server.visit(known, { verb: 'get', path: '/apis/apps/v1' });
    expect(() => cluster.server.visit(anonymous, { verb: 'get', path: '/apis' })).to.throw(
      'forbidden: User "system:anonymous" cannot get path "/apis"',
    );
  });

  it('tells masters once what they may do', () => {
    const question = {
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SelfSubjectRulesReview',
      spec: { namespace: 'default' },
    };
    const { status } = cluster.server.create(question, administrator) as KubeObject & { status: Part };
    const all = { apiGroups: ['*'], resources: ['*'], verbs: ['*'] };
    const rules = status.resourceRules as readonly Part[];
    expect(rules.filter((rule) => JSON.stringify(rule) === JSON.stringify(all))).to.have.length(1);
  });

  it('is found by the service of the API server', () => {
    expect(find('services', 'kubernetes').spec).to.deep.include({ clusterIP: '10.96.0.1' });
    expect(find('endpoints', 'kubernetes').subsets).to.have.length(1);
    expect(find('endpointslices', 'kubernetes').addressType).to.equal('IPv4');
    expect(find('configmaps', 'cluster-info').data).to.have.property('kubeconfig');
  });

  it('shows by leases that its control plane is alive, and settles in spite of them', () => {
    const served = new InProcessCluster({ furnished: 'served' });
    const lease = (): Lease => served.registry.get(resources.leases, 'kube-system', 'kube-scheduler');
    const first = lease().spec.renewTime;
    expect(served.loop.settle(600 * SECOND).quiet).to.equal(true);
    served.loop.pass(5 * SECOND);
    expect(Date.parse(lease().spec.renewTime ?? '') - Date.parse(first ?? '')).to.be.greaterThan(3 * SECOND);
    served.registry.delete(resources.leases, 'kube-system', 'kube-scheduler');
    served.loop.pass(5 * SECOND);
    expect(lease().spec.leaseDurationSeconds).to.equal(15);
  });

  it('begins as any other does, at its own time and as its own seed says', () => {
    const DAY = 24 * 60 * 60 * SECOND;
    const begun = (start: number, seed = 1): readonly KubeObject[] => {
      const { registry } = new InProcessCluster({ furnished: 'served', managedFields: true, start, seed });
      return registry.kinds.all.flatMap((kind) => registry.list(kind));
    };
    const [first, second, later] = [begun(0), begun(0), begun(3 * DAY, 2)];
    expect(second).to.deep.equal(first);
    expect(later).to.have.length(first.length);
    for (const [index, { metadata }] of later.entries()) {
      expect(metadata.creationTimestamp).to.equal('2026-01-04T00:00:00Z');
      expect(metadata.managedFields?.map(({ manager, time }) => `${manager} ${time}`)).to.deep.equal([
        'kube-apiserver 2026-01-04T00:00:00Z',
      ]);
      expect(metadata.uid).not.to.equal(first[index]?.metadata.uid);
    }
    expect(JSON.stringify(later)).not.to.include('2026-01-01T');
    expect(new Set(later.map(({ metadata }) => metadata.uid)).size).to.equal(later.length);
  });

  it('says since when it notes who uses old tokens', () => {
    expect(find('configmaps', 'kube-apiserver-legacy-service-account-token-tracking').data).to.deep.equal({
      since: '2026-01-01',
    });
  });

  it('is more than scenarios need', () => {
    const bare = new InProcessCluster();
    const services = bare.server.kinds.named('services') ?? expect.fail('no services');
    expect(bare.registry.list(services)).to.deep.equal([]);
    expect(bare.registry.list(resources.clusterroles)).to.have.length(7);
  });
});
