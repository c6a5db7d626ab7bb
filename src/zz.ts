import { resources } from './kubernetes/kinds/resources';
import { BareCluster } from './drivers/kubernetes/bareCluster.testkit';
import { closeSessions, createCluster } from './drivers/kubernetes/driver';
const main = async () => {
  for (const mode of ['shared', 'exclusive'] as const) {
  const bare = await BareCluster.start();
  const before = bare.contents();
  const cluster = await createCluster({ target: bare.target({ mode }) });
  await cluster.world.addNode({ name: 'east-1' });
  await cluster.api.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'demo' } });
  await cluster.api.create({ apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name: 'high' }, value: 5 });
  await cluster.api.create({ apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name: 'look' }, rules: [] });
  await cluster.api.create({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings', namespace: 'default' } });
  const labels = { app: 'log-agent' };
  await cluster.api.create({ apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'log-agent', namespace: 'demo' }, spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers: [{ name: 'main', image: 'registry.example.com/log-agent:1.0' }] } } } });
  console.log(await cluster.time.settle());
  console.log((await cluster.api.list({ resource: resources.pods })).items.map(({ metadata, status }: any) => [metadata.name, status.phase]));
  console.log('made', bare.contents().filter((x) => !before.includes(x)));
  const t = Date.now();
  await cluster.close();
  console.log('close', Date.now() - t);
  await closeSessions();
  console.log(mode, await bare.left(before));
  await bare.close();
  }
};
void main();
