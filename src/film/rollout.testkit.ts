import { createInProcessCluster } from '../drivers/in-process/driver';
import { resources } from '../kubernetes/kinds/resources';
import { readFilm, shoot, shotsOf } from './film';
import type { Shot } from './scene';

/** How a daemon set is updated from v1 to v2. */
export interface Rollout {
  readonly nodes: number;
  readonly maxUnavailable?: number | string;
  readonly maxSurge?: number;
  readonly minReadySeconds?: number;
  /** OnDelete, and nobody deletes anything. */
  readonly onDelete?: true;
}

/** Three steps on a cluster in memory: the nodes join, a daemon set is created, it is updated. */
export const filmRollout = async ({
  nodes,
  onDelete,
  minReadySeconds,
  ...rollingUpdate
}: Rollout): Promise<readonly Shot[]> => {
  const { api, world, time, timeline, close } = createInProcessCluster();
  const cuts: number[] = [];
  const rest = async () => {
    await time.settle();
    cuts.push(timeline.changes().length);
  };
  for (let number = 1; number <= nodes; number++) await world.addNode({ name: `east-${number}` });
  await rest();
  const template = (version: string) => ({
    metadata: { labels: { app: 'log-agent' } },
    spec: { containers: [{ name: 'log-agent', image: `log-agent:${version}` }] },
  });
  const manifest = {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'log-agent' },
    spec: {
      selector: { matchLabels: { app: 'log-agent' } },
      updateStrategy: onDelete ? { type: 'OnDelete' } : { type: 'RollingUpdate', rollingUpdate },
      minReadySeconds,
      template: template('v1'),
    },
  };
  await api.create(manifest, { namespace: 'default' });
  await rest();
  const set = { resource: resources.daemonsets, namespace: 'default', name: 'log-agent' };
  await api.patch(set, { spec: { template: template('v2') } }, 'merge');
  await rest();
  await close();
  const film = readFilm(JSON.stringify(shoot(timeline.changes(), cuts)));
  return film ? shotsOf(film) : [];
};
