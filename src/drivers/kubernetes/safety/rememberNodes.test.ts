import { expect } from 'chai';
import { NODE_LEASES } from '../../../kubernetes/kinds/lease/lease';
import { resources } from '../../../kubernetes/kinds/resources';
import { pathOf } from './collections';
import { runLabels } from './labels';
import { nodesIn } from './record';
import { rememberNodes } from './rememberNodes';
import { TriedCluster } from './served.testkit';

describe('what a cluster remembers of the nodes of a run', () => {
  let cluster: TriedCluster;

  beforeEach(async () => {
    cluster = await TriedCluster.start();
  });
  afterEach(() => cluster.close());

  const join = (name: string, run?: string) =>
    cluster.create('/api/v1/nodes', {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name, ...(run === undefined ? {} : { labels: runLabels(run) }) },
    });

  /** The nodes that are remembered of a run; undefined if there is no record. */
  const rememberedOf = (run: string): readonly string[] | undefined => {
    const { store } = cluster.served.cluster.cluster.registry;
    const record = store
      .all(resources.leases)
      .find(({ metadata: { namespace, name } }) => namespace === NODE_LEASES && name === `rollcall-${run}`);
    return record && nodesIn(record);
  };

  it('is those that were there and those that joined, of this run and no other, also once they are gone', async () => {
    await join('early', 'mine');
    const end = rememberNodes(cluster.connection, 'mine');
    await join('late', 'mine');
    await join('theirs', 'other');
    await join('worker');
    await cluster.connection.send({ method: 'DELETE', path: pathOf(resources.nodes, { name: 'late' }) });
    while ((rememberedOf('mine') ?? []).length < 2) await new Promise((resolve) => setImmediate(resolve));
    await end();
    expect([...(rememberedOf('mine') ?? [])].sort()).to.deep.equal(['early', 'late']);
    expect(rememberedOf('other')).to.equal(undefined);
  });

  it('is nothing where no node was, and nobody waits for it in the end', async () => {
    await rememberNodes(cluster.connection, 'mine')();
    expect(rememberedOf('mine')).to.equal(undefined);
  });
});
