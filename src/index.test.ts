import { expect } from 'chai';
import {
  ApiError,
  type Cluster,
  createInProcessCluster,
  type Manifest,
  mostUnavailable,
  podLives,
  podsOf,
  resources,
  runCommand,
} from './index';
import { resources as kinds } from './kubernetes/kinds/resources';

const logAgent: Manifest = {
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { name: 'log-agent' },
  spec: {
    selector: { matchLabels: { app: 'log-agent' } },
    template: {
      metadata: { labels: { app: 'log-agent' } },
      spec: { containers: [{ name: 'agent', image: 'registry.example.com/log-agent:1.0' }] },
    },
  },
};
const ref = { resource: resources.daemonsets, namespace: 'default', name: 'log-agent' };
const id = { kind: 'DaemonSet', namespace: 'default', name: 'log-agent' };

describe('the public entry', () => {
  let cluster: Cluster;

  const oc = (line: string, files: Readonly<Record<string, string>> = {}) =>
    runCommand(line, {
      cluster,
      namespace: 'default',
      readFile: (path) => {
        const text = files[path];
        if (text === undefined) throw new Error(`no file ${path}`);
        return text;
      },
    });

  beforeEach(async () => {
    cluster = createInProcessCluster({ seed: 7 });
    for (const name of ['east-1', 'east-2']) await cluster.world.addNode({ name });
    await cluster.time.settle();
  });

  afterEach(() => cluster.close());

  it('gives a cluster that a daemon set can be applied to', async () => {
    const applied = await oc('oc apply -f agent.json', { 'agent.json': JSON.stringify(logAgent) });
    expect(applied).to.include({ stdout: 'daemonset.apps/log-agent created\n', exitCode: 0 });
    expect((await cluster.time.settle()).quiet).to.equal(true);
    const { items } = await cluster.api.list({ resource: resources.pods, labelSelector: 'app=log-agent' });
    expect(items.map(({ spec }) => spec.nodeName)).to.have.members(['east-1', 'east-2']);
    expect((await oc('oc get pods')).stdout).to.match(
      /^NAME +READY .*\n(log-agent-\w{5} +1\/1 +Running .*\n){2}$/,
    );
  });

  it('answers questions about what happened', async () => {
    await cluster.api.create(logAgent);
    await cluster.time.settle();
    const before = cluster.timeline.moment();
    await oc('oc set image ds/log-agent agent=registry.example.com/log-agent:2.0');
    await cluster.time.settle();
    const lives = podsOf(podLives(cluster.timeline.changes()), id);
    expect(lives.filter(({ gone }) => gone !== undefined)).to.have.length(2);
    expect(mostUnavailable(lives, before)).to.equal(1);
    expect((await cluster.api.get(ref)).status.updatedNumberScheduled).to.equal(2);
  });

  it('refuses with an ApiError', async () => {
    const refusal = await cluster.api.get(ref).catch((error: unknown) => error);
    expect(refusal).to.be.instanceOf(ApiError);
    expect((refusal as ApiError).message).to.equal('daemonsets.apps "log-agent" not found');
  });

  it('names every kind that has rules of its own', () => {
    expect(Object.keys(resources)).to.have.members(Object.keys(kinds));
  });
});
