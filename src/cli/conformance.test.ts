import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect } from 'chai';
import { TriedCluster } from '../drivers/kubernetes/safety/served.testkit';
import { kubeconfigOf } from '../serve/kubeconfig';
import { CountingProxy } from './conformance/countingProxy.testkit';
import { Project } from './project.testkit';

const feature = `Feature: Nodes
  Words.
  Rule: A truth
    Example: it happens
      When it happens
      Then it has happened
`;

describe('npm run conformance', function () {
  this.timeout(120_000);
  const project = new Project();
  let cluster: TriedCluster;

  before(async () => {
    await project.write({
      'steps/happens.js':
        "require('@cucumber/cucumber').When('it happens', () => {}); require('@cucumber/cucumber').Then('it has happened', () => {});",
      'features/claims.yaml': '[]',
      'features/nodes.feature': feature,
      'broken.kubeconfig': 'clusters: [',
    });
    cluster = await TriedCluster.start();
  });
  after(async () => {
    await cluster.close();
    project.remove();
  });

  const conformance = (...args: readonly string[]) => project.run('conformance', ...args);

  /** A kubeconfig for this server, whose context is `rollcall`. */
  const configFor = async (server: string, token?: string): Promise<string> => {
    const file = `${new URL(server).port}.kubeconfig`;
    await project
      .write({ [file]: kubeconfigOf([{ name: 'default', server, token }]) })
      .catch(() => undefined);
    return join(project.directory, file);
  };

  /** Expects it to end with 2, with these words and nothing else said. */
  const fails = async (args: readonly string[], complaint: RegExp): Promise<void> => {
    const { code, stdout, stderr } = await conformance(...args);
    expect(stderr).to.match(complaint);
    expect([code, stdout]).to.deep.equal([2, '']);
  };

  it('acts on no cluster that is not named', () =>
    fails(['--yes'], /^Say which cluster, with --context NAME:/));

  it('names the contexts that there are', () =>
    fails(
      ['--context', 'prod', '--kubeconfig', cluster.kubeconfig],
      /has no context "prod"\. There is: rollcall\.\n$/,
    ));

  it('reads no kubeconfig that is broken, or not there', async () => {
    await fails(['--context', 'a', '--kubeconfig', 'lost'], /^There is no kubeconfig: lost\.\n$/);
    await fails(
      ['--context', 'a', '--kubeconfig', 'broken.kubeconfig'],
      /^The kubeconfig broken\.kubeconfig is no/,
    );
  });

  it('says who does not answer', async () =>
    fails(
      ['--context', 'rollcall', '--kubeconfig', await configFor('http://127.0.0.1:9')],
      /^The API server http:\/\/127\.0\.0\.1:9 is not reached: .*\n$/,
    ));

  it('knows what is no Kubernetes', async () => {
    const other = createServer((_, answer) => answer.end('<h1>Welcome</h1>'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
    try {
      await fails(
        ['--context', 'rollcall', '--kubeconfig', await configFor(url)],
        /^What answers at http:\/\/127\.0\.0\.1:\d+ is no Kubernetes API server\.\n$/,
      );
    } finally {
      other.closeAllConnections();
      other.close();
    }
  });

  it('says whom the server does not know, without the token', async () => {
    const config = await configFor(cluster.served.url, 'expired-token');
    const { code, stderr } = await conformance('--context', 'rollcall', '--kubeconfig', config);
    expect(stderr).to.match(/does not accept the credentials of the context "rollcall" \(401\)/);
    expect(stderr).not.to.contain('expired-token');
    expect(code).to.equal(2);
  });

  it('writes nothing with the rights of a viewer', async () => {
    await cluster.create('/api/v1/namespaces/default/serviceaccounts', {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: 'viewer' },
    });
    await cluster.create('/apis/rbac.authorization.k8s.io/v1/clusterrolebindings', {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name: 'viewer' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' },
      subjects: [{ kind: 'ServiceAccount', name: 'viewer', namespace: 'default' }],
    });
    await cluster.settle();
    const asked = await cluster.create('/api/v1/namespaces/default/serviceaccounts/viewer/token', {
      apiVersion: 'authentication.k8s.io/v1',
      kind: 'TokenRequest',
      spec: { expirationSeconds: 360_000 },
    });
    const { token } = (asked as unknown as { readonly status: { readonly token: string } }).status;
    const proxy = await CountingProxy.before(cluster.served.url);
    try {
      const before = cluster.contents();
      const config = await configFor(proxy.url, token);
      const { code, stdout, stderr } = await conformance(
        '--context',
        'rollcall',
        '--kubeconfig',
        config,
        '--yes',
      );
      expect([code, stdout]).to.deep.equal([2, '']);
      expect(stderr)
        .to.contain('These rights are missing:')
        .and.to.contain('  nodes: get, list, watch, create');
      expect(stderr).to.contain('  daemonsets.apps: create, update, patch, delete, deletecollection');
      expect(proxy.writes).to.deep.equal([]);
      expect(proxy.asked.length).to.be.greaterThan(100);
      expect(cluster.contents()).to.deep.equal(before);
    } finally {
      proxy.close();
    }
  });

  it('says what it will do, and does nothing without a yes', async () => {
    const proxy = await CountingProxy.before(cluster.served.url);
    try {
      const config = await configFor(proxy.url);
      const { code, stdout, stderr } = await conformance('--context', 'rollcall', '--kubeconfig', config);
      expect(stdout).to.match(
        /^Conformance of the cluster behind the context "rollcall": http:\S+, Kubernetes v1/m,
      );
      expect(stdout).to.contain('  examples  1 of 1\n').and.to.contain('labelled rollcall.dev/run=');
      expect(stderr).to.equal(
        'Nothing was done: nobody can be asked here. Add --yes if this is what you want.\n',
      );
      expect([code, proxy.writes]).to.deep.equal([2, []]);
    } finally {
      proxy.close();
    }
  });

  it('takes away what a run has left behind, once somebody consents', async () => {
    const about = ['--context', 'rollcall', '--kubeconfig', cluster.kubeconfig, '--cleanup', 'old'];
    await cluster.create('/api/v1/namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'left', labels: { 'rollcall.dev/run': 'old' } },
    });
    const hesitant = await conformance(...about);
    expect(hesitant.stdout).to.contain(`Of run old this is still on ${cluster.served.url}: 1 namespaces.`);
    expect([hesitant.code, cluster.contents().has('namespaces//left')]).to.deep.equal([2, true]);
    const cleaned = await conformance(...about, '--yes');
    expect(cleaned.stdout).to.contain(`Nothing is left of run old on ${cluster.served.url}.\n`);
    expect([cleaned.code, cluster.contents().has('namespaces//left')]).to.deep.equal([0, false]);
    expect((await conformance(...about)).code).to.equal(0);
  });
});
