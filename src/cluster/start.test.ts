import { expect } from 'chai';
import { fromTimestamp } from '../kubernetes/fields/time';
import { resources } from '../kubernetes/kinds/resources';
import { administrator } from './apiserver/requests/caller';
import { InProcessCluster } from './cluster';

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

const TIME = /"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z)"/g;
/** What recorders put behind the names of their events: the time in nanoseconds. */
const NANOSECONDS = /\.[0-9a-f]{16}"/g;

/** All that is ever written in a cluster that begins then, with times as they are since its beginning. */
const historySince = (start: number, disturbed: boolean): readonly string[] => {
  const cluster = new InProcessCluster({ seed: 7, disturbed, start });
  const history: string[] = [];
  cluster.registry.store.observe(({ type, object }) => {
    const text = JSON.stringify(object)
      .replace(TIME, (_all, time: string) => String(fromTimestamp(time) - start))
      .replace(NANOSECONDS, '"');
    history.push(`${cluster.loop.now - start} ${type} ${text}`);
  });
  for (const name of ['east-1', 'east-2']) cluster.kubelets.machines.join({ name });
  cluster.server.create(daemonSet, administrator);
  cluster.loop.settle(600_000);
  cluster.kubelets.machines.silence('east-1');
  cluster.loop.pass(600_000);
  cluster.server.delete(resources.nodes, undefined, 'east-2', {}, administrator);
  cluster.loop.settle(600_000);
  return history;
};

describe('a cluster that begins later', () => {
  for (const disturbed of [false, true])
    it(`does the same, later, on a ${disturbed ? 'rough' : 'calm'} day`, () => {
      const later = historySince(Date.UTC(2031, 4, 6, 7, 8) - Date.UTC(2026, 0, 1), disturbed);
      expect(later).to.have.length.greaterThan(50);
      expect(later).to.deep.equal(historySince(0, disturbed));
    });
});
