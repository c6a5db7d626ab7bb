import { expect } from 'chai';
import type { Connection } from '../../drivers/kubernetes/connection/connection';
import { runLabels } from '../../drivers/kubernetes/safety/labels';
import { TriedCluster } from '../../drivers/kubernetes/safety/served.testkit';
import { readArguments } from '../support/arguments';
import { askedIn, CONFORMANCE_FLAGS } from './options';
import { examine } from './preflight';

describe('the look at a cluster before a run', function () {
  this.timeout(30_000);
  let cluster: TriedCluster;

  const start = async (nodes = 0): Promise<void> => {
    cluster = await TriedCluster.start({ nodes });
  };
  afterEach(() => cluster.close());

  const look = (words = '', connection: Connection = cluster.connection, version = 'v1.36.2') =>
    examine(
      connection,
      version,
      'mine',
      askedIn(readArguments(`--context a ${words}`.trim().split(' '), CONFORMANCE_FLAGS)),
    );

  const problem = async (...args: Parameters<typeof look>): Promise<string> => {
    try {
      await look(...args);
    } catch (error) {
      return (error as Error).message;
    }
    return expect.fail('nothing spoke against it');
  };

  it('finds nothing in the way on a new cluster, and writes nothing', async () => {
    await start();
    cluster.connection.calls.length = 0;
    const { mode, leftovers, guests, facts } = await look();
    expect([mode, leftovers, guests, facts.nodes]).to.deep.equal(['exclusive', [], [], 0]);
    expect((await look('--parallel 2')).mode).to.equal('shared');
    const writes = cluster.connection.calls.filter(
      ({ method, path }) => method !== 'GET' && !path.includes('/selfsubject'),
    );
    expect(writes).to.deep.equal([]);
  });

  it('shares a cluster that has nodes, and has nobody count them', async () => {
    await start(2);
    expect((await look()).mode).to.equal('shared');
    expect(await problem('--exclusive')).to.contain('the cluster has 2 nodes of its own');
  });

  it('refuses what is too old', async () => {
    await start();
    expect(await problem('', cluster.connection, 'v1.24.9')).to.match(
      /^The API server http:\S+ is Kubernetes v1\.24\.9\. The features are about Kubernetes from 1\.25 on\.$/,
    );
  });

  it('refuses where the clocks differ', async () => {
    await start();
    const late = Object.create(cluster.connection, { skew: { value: -90_000 } }) as Connection;
    expect(await problem('', late)).to.contain(
      "is 90 seconds behind this machine's. Set the one that is wrong",
    );
  });

  it('names all rights that are missing', async () => {
    await start();
    const lines = (await problem('', cluster.as('nobody'))).split('\n');
    expect(lines[0]).to.contain('may not do all that a run does');
    expect(lines).to.include('  pods/eviction: create').and.to.include('  users: impersonate');
  });

  it('finds what runs before have left, and says how it goes', async () => {
    await start();
    for (const run of ['old', 'mine'])
      await cluster.create('/api/v1/namespaces', {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: `left-${run}`, labels: runLabels(run) },
      });
    const text = await problem();
    expect(text).to.contain('  run old: 1 namespaces\n  npm run conformance -- --context a --cleanup old');
    expect(text).to.contain('run mine: 1 namespaces');
    expect(await problem('--resume')).not.to.contain('run mine');
    expect(await problem('--shared'))
      .to.contain('run mine')
      .and.not.to.contain('run old');
    const { others, leftovers } = await look('--shared --resume');
    expect([others, leftovers.length]).to.deep.equal([['old'], 1]);
  });

  it('names daemon sets of others that would come along, unless they may', async () => {
    await start();
    const template = {
      metadata: { labels: { app: 'proxy' } },
      spec: { containers: [{ name: 'main', image: 'proxy:v1' }] },
    };
    await cluster.create('/apis/apps/v1/namespaces/kube-system/daemonsets', {
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: { name: 'kube-proxy' },
      spec: { selector: { matchLabels: { app: 'proxy' } }, template },
    });
    expect(await problem())
      .to.contain('\n  kube-system/kube-proxy\n')
      .and.to.contain('--allow-foreign-pods');
    expect((await look('--allow-foreign-pods')).guests).to.deep.equal(['kube-system/kube-proxy']);
  });
});
