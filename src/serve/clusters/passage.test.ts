import { expect } from 'chai';
import { administrator } from '../../cluster/apiserver/requests/caller';
import { InProcessCluster } from '../../cluster/cluster';
import type { Settled } from '../../port/time';
import { Passage } from './passage';

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

/** How time is let go by. */
interface Way {
  settle(cluster: InProcessCluster): Settled;
  pass(cluster: InProcessCluster, ms: number): void;
}

const atOnce: Way = {
  settle: ({ loop }) => loop.settle(600_000),
  pass: ({ loop }, ms) => loop.pass(ms),
};

/** A piece of work a slice. */
const through = (passage: Passage): Settled => passage.slice(() => true) ?? through(passage);

const inSlices: Way = {
  settle: ({ loop }) =>
    through(new Passage(loop, { since: loop.now, until: loop.now + 600_000, orQuiet: true })),
  pass: ({ loop }, ms) => void through(new Passage(loop, { since: loop.now, until: loop.now + ms })),
};

const historyOf = (way: Way): readonly string[] => {
  const cluster = new InProcessCluster({ seed: 3, disturbed: true });
  const history: string[] = [];
  cluster.registry.store.observe(({ type, object }) =>
    history.push(`${cluster.loop.now} ${type} ${JSON.stringify(object)}`),
  );
  for (const name of ['east-1', 'east-2', 'east-3']) cluster.kubelets.machines.join({ name });
  history.push(JSON.stringify(way.settle(cluster)));
  cluster.server.create(daemonSet, administrator);
  history.push(JSON.stringify(way.settle(cluster)));
  cluster.kubelets.machines.silence('east-1');
  way.pass(cluster, 1_000_000);
  cluster.kubelets.machines.reboot('east-2');
  history.push(JSON.stringify(way.settle(cluster)), `${cluster.loop.now}`);
  return history;
};

describe('time that goes by in slices', () => {
  it('brings about what it does in one go', () => {
    const history = historyOf(inSlices);
    expect(history).to.have.length.greaterThan(60);
    expect(history).to.deep.equal(historyOf(atOnce));
  });
});
