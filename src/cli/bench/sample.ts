import { administrator } from '../../cluster/apiserver/requests/caller';
import { InProcessCluster } from '../../cluster/cluster';
import type { Event } from '../../kubernetes/kinds/event/event';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import type { KubeObject } from '../../kubernetes/object';
import { daemonSet, HORIZON } from './objects';

/** What the API server stores while a pod starts: three versions of it, and the event that tells where it went. */
export interface Stored {
  readonly pending: Pod;
  readonly bound: Pod;
  readonly running: Pod;
  readonly event: Event;
}

/** Starts a pod in a cluster, and takes down everything that is stored of it. */
export const storedOfOnePod = (): Stored => {
  const cluster = new InProcessCluster({ seed: 1 });
  cluster.kubelets.machines.join({ name: 'node-1' });
  cluster.loop.settle(HORIZON);
  const stored: KubeObject[] = [];
  cluster.server.store.observe(({ object }) => stored.push(object));
  cluster.server.create(daemonSet('agent', 'v1'), administrator);
  cluster.loop.settle(HORIZON);
  const [pending, bound, running, ...more] = stored.filter(({ kind }) => kind === 'Pod') as Pod[];
  const events = stored.filter(({ kind }) => kind === 'Event') as Event[];
  const event = events.find(({ involvedObject }) => involvedObject.kind === 'Pod');
  if (!pending || !bound || !running || !event || more.length > 0)
    throw new Error('A pod starts in other steps than the bare loop takes.');
  return { pending, bound, running, event };
};
