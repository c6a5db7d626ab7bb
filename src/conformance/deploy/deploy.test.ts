import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { missingRights } from '../../drivers/kubernetes/safety/missingRights';
import { TriedCluster } from '../../drivers/kubernetes/safety/served.testkit';
import { jobManifests } from './job';
import { sonobuoyPlugin } from './sonobuoy';

const deployment = { image: 'registry.example.com/rollcall:0.1.0', options: ['--parallel', '8'] };

interface Plugin {
  readonly 'sonobuoy-config': Record<string, unknown>;
  readonly spec: { readonly args: readonly [string]; readonly image: string };
}

const NAME = 'rollcall-conformance';
const RBAC = '/apis/rbac.authorization.k8s.io/v1';

/** Where each of the manifests is created. */
const PLACES: Readonly<Record<string, string>> = {
  Namespace: '/api/v1/namespaces',
  ServiceAccount: `/api/v1/namespaces/${NAME}/serviceaccounts`,
  ClusterRole: `${RBAC}/clusterroles`,
  ClusterRoleBinding: `${RBAC}/clusterrolebindings`,
  Job: `/apis/batch/v1/namespaces/${NAME}/jobs`,
};

describe('what runs the suite in a cluster', () => {
  let cluster: TriedCluster;
  before(async () => {
    cluster = await TriedCluster.start();
  });
  after(() => cluster.close());

  it('is accepted by the API server, with no field that it does not know', async () => {
    for (const manifest of jobManifests(deployment)) {
      const { warnings } = await cluster.connection.send({
        method: 'POST',
        path: `${PLACES[manifest.kind]}?fieldValidation=Strict`,
        body: manifest,
      });
      expect(warnings, manifest.kind).to.deep.equal([]);
    }
    const job = JSON.stringify(
      (await cluster.connection.send({ method: 'GET', path: `${PLACES.Job}/${NAME}` })).body,
    );
    expect(job).to.contain("'--context' 'in-cluster' '--yes' '--parallel' '8'");
    expect(job).to.contain('"readOnlyRootFilesystem":true').and.contain('"runAsNonRoot":true');
  });

  it('has every right that a run needs', async () => {
    const account = cluster.as(`system:serviceaccount:${NAME}:${NAME}`);
    expect(await missingRights(account)).to.deep.equal([]);
    expect(await missingRights(cluster.as(`system:serviceaccount:${NAME}:default`))).to.not.deep.equal([]);
  });

  it('has no others', async () => {
    const role = jobManifests(deployment).find(({ kind }) => kind === 'ClusterRole');
    expect(JSON.stringify(role)).to.not.contain('"*"');
  });
});

describe('the plug-in of Sonobuoy', () => {
  it('says that it is done, whatever became of the run', () => {
    const { 'sonobuoy-config': config, spec } = sonobuoyPlugin(deployment) as Plugin;
    expect(config).to.deep.equal({
      driver: 'Job',
      'plugin-name': 'rollcall',
      'result-format': 'junit',
      'result-files': ['junit.xml'],
    });
    const [script] = spec.args;
    expect(script.indexOf('trap ')).to.be.lessThan(script.indexOf("'--context'"));
    expect(script).to.contain('> "$results/done"');
  });
});

describe('the image', () => {
  it('is of no root, and begins with the command that the Job gives options to', () => {
    const recipe = readFileSync(join(__dirname, 'Containerfile'), 'utf8');
    expect(recipe).to.match(/^USER 65532:65532$/m);
    expect(recipe).to.contain('src/cli/conformance.ts');
  });
});
