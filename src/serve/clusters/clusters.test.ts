import { expect } from 'chai';
import { administrator } from '../../cluster/apiserver/requests/caller';
import { resources } from '../../kubernetes/kinds/resources';
import { ApiError } from '../../kubernetes/refusals';
import { Clusters } from './clusters';
import { FakeWall } from './wall.testkit';

const labels = { app: 'log-agent' };
const daemonSet = {
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { name: 'log-agent', namespace: 'default' },
  spec: {
    selector: { matchLabels: labels },
    template: { metadata: { labels }, spec: { containers: [{ name: 'agent', image: 'agent:1' }] } },
  },
};

describe('clusters', () => {
  let wall: FakeWall;
  let clusters: Clusters;

  beforeEach(() => {
    wall = new FakeWall();
    clusters = new Clusters({ wall, tell: () => {} }, 3);
  });

  const refusalOf = (deed: () => unknown): readonly unknown[] => {
    try {
      deed();
    } catch (error) {
      if (error instanceof ApiError) return [error.code, error.reason, error.message];
      throw error;
    }
    return [];
  };

  it('are made and found by name, each with its own nodes', () => {
    clusters.create('two', { nodes: 2 });
    clusters.create('five', { nodes: 5 });
    const nodesOf = (name: string): number =>
      clusters.get(name).server.list(resources.nodes, {}, administrator).items.length;
    expect(clusters.all.map(({ name }) => name)).to.deep.equal(['five', 'two']);
    expect([nodesOf('two'), nodesOf('five')]).to.deep.equal([2, 5]);
    expect(clusters.find('six')).to.equal(undefined);
    expect(refusalOf(() => clusters.get('six'))).to.deep.equal([404, 'NotFound', 'cluster "six" not found']);
  });

  it('are the same with the same seed, and others with another', async () => {
    const uidsOf = (name: string): readonly string[] =>
      clusters
        .get(name)
        .server.list(resources.pods, {}, administrator)
        .items.map(({ metadata }) => metadata.uid);
    for (const [name, seed] of [
      ['a', 7],
      ['b', 7],
      ['c', 8],
    ] as const) {
      const { server, clock } = clusters.create(name, { nodes: 2, seed, pace: 0, paused: true });
      server.create(daemonSet, administrator);
      clock.touch();
    }
    await wall.pass(1000);
    expect(uidsOf('a')).to.have.length(2);
    expect(uidsOf('a')).to.deep.equal(uidsOf('b'));
    expect(uidsOf('a')).not.to.deep.equal(uidsOf('c'));
  });

  it('have names that fit into a path and a host', () => {
    for (const name of ['', 'A', 'a/b', 'a.b', '-a', 'x'.repeat(64)]) {
      const [code, reason, message] = refusalOf(() => clusters.create(name));
      expect([code, reason], name).to.deep.equal([422, 'Invalid']);
      expect(message).to.match(/ is invalid: name: /);
    }
    expect(clusters.all).to.deep.equal([]);
  });

  it('are made only if that makes sense', () => {
    expect(refusalOf(() => clusters.create('a', { nodes: -1, seed: 0.5, speed: Number.NaN }))).to.deep.equal([
      422,
      'Invalid',
      'cluster "a" is invalid: nodes: must be a whole number from 0 to 5000, seed: must be a positive whole number, speed: must be a number from 0.01 to 10000',
    ]);
  });

  it('are one of a name, and not too many', () => {
    for (const name of ['a', 'b', 'c']) clusters.create(name);
    expect(refusalOf(() => clusters.create('a'))).to.deep.equal([
      409,
      'AlreadyExists',
      'cluster "a" already exists',
    ]);
    expect(refusalOf(() => clusters.create('d'))).to.deep.equal([
      429,
      'TooManyRequests',
      'there are 3 clusters, the most that there may be: drop one first',
    ]);
    clusters.drop('b');
    clusters.create('d');
    expect(clusters.all.map(({ name }) => name)).to.deep.equal(['a', 'c', 'd']);
  });

  it('leave nothing behind when they are dropped', async () => {
    const hosted = clusters.create('a', { nodes: 3 });
    hosted.server.create(daemonSet, administrator);
    await wall.pass(100);
    expect(wall.pending).to.be.greaterThan(0);
    const step = hosted.clock.step(1000);
    clusters.drop('a');
    expect(hosted.gone.aborted).to.equal(true);
    expect(wall.pending).to.equal(0);
    expect(await step.catch((error: ApiError) => error.code)).to.equal(503);
    hosted.server.delete(resources.daemonsets, 'default', 'log-agent', {}, administrator);
    expect(wall.pending).to.equal(0);
    expect(refusalOf(() => clusters.drop('a'))).to.deep.equal([404, 'NotFound', 'cluster "a" not found']);
  });

  it('sleep when there is nothing to do but to renew leases, once a second', async () => {
    for (const name of ['a', 'b', 'c']) clusters.create(name, { nodes: 5 });
    await wall.pass(60_000);
    const before = wall.calls;
    await wall.pass(600_000);
    expect((wall.calls - before) / 3).to.be.lessThan(660);
  });
});
