import { expect } from 'chai';
import { resources } from '../../kubernetes/kinds/resources';
import { openTerminal, type Terminal } from '../terminal.testkit';

const pod = (name: string, rest: object = {}) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace: 'shop' },
  spec: { nodeName: 'east-1', containers: [{ name: 'main', image: 'example.test/job:v1' }], ...rest },
});

const withPods = async (...pods: object[]): Promise<Terminal> => {
  const terminal = await openTerminal();
  await terminal.see('oc create -f daemonset.yaml');
  for (const each of pods) await terminal.cluster.api.create(each as ReturnType<typeof pod>);
  await terminal.cluster.time.settle();
  return terminal;
};

describe('drain', () => {
  it('evicts pods and waits until they are gone', async () => {
    const { run, cluster } = await withPods(pod('report'));
    await cluster.world.imageBehaves('example.test/job:v1', { stopSeconds: 7 });
    const before = cluster.time.now();
    const { terminal, exitCode } = await run('oc adm drain east-1 --ignore-daemonsets --force');
    expect(terminal.replace(/log-agent-\w{5}/, 'log-agent-xxxxx')).to.equal(
      'node/east-1 cordoned\n' +
        'Warning: ignoring DaemonSet-managed Pods: shop/log-agent-xxxxx; deleting Pods that declare no controller: shop/report\n' +
        'evicting pod shop/report\npod/report evicted\nnode/east-1 drained\n',
    );
    expect([exitCode, cluster.time.now() - before]).to.deep.equal([0, 7000]);
  });

  it('touches nothing while a pod stands in the way', async () => {
    const { run } = await withPods(pod('report'), pod('cache', { volumes: [{ name: 'tmp', emptyDir: {} }] }));
    const { stderr, exitCode } = await run('kubectl drain east-1');
    expect(stderr).to.contain(
      'due to error: [cannot delete Pods with local storage (use --delete-emptydir-data to override): shop/cache, ' +
        'cannot delete DaemonSet-managed Pods (use --ignore-daemonsets to ignore): shop/log-agent-',
    );
    expect(stderr).to.contain(
      'cannot delete Pods that declare no controller (use --force to override): shop/report]',
    );
    // At the end every reason has a line of its own.
    expect(stderr).to.match(
      /\n east-1\ncannot delete Pods with local [^\n]*\ncannot delete DaemonSet-managed [^\n]*\ncannot delete Pods that declare [^\n]*\n$/,
    );
    expect(exitCode).to.equal(1);
    expect((await run('oc get pods -o name')).stdout.split('\n')).to.have.length(5);
  });

  it('gives the pods the grace they are given', async () => {
    const { run, cluster } = await withPods(pod('report'));
    await cluster.world.imageBehaves('example.test/job:v1', { stopSeconds: 20 });
    const before = cluster.time.now();
    await run('kubectl drain east-1 --ignore-daemonsets --force --grace-period=4');
    expect(cluster.time.now() - before).to.equal(4000);
  });

  it('gives up after a timeout', async () => {
    const { run, cluster } = await withPods(pod('report'));
    await cluster.world.imageBehaves('example.test/job:v1', { stopSeconds: 25 });
    const { stderr, exitCode } = await run('kubectl drain east-1 --ignore-daemonsets --force --timeout=10s');
    expect(stderr).to.contain(
      'error: unable to drain node "east-1" due to error: error when waiting for pod "report" in namespace "shop" ' +
        'to terminate: context deadline exceeded, continuing command...\n' +
        'There are pending nodes to be drained:\n east-1\n',
    );
    expect(exitCode).to.equal(1);
  });

  const budgetOf = (spec: object) => ({
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'jobs', namespace: 'shop' },
    spec: { selector: { matchLabels: { job: 'report' } }, ...spec },
  });
  const labelled = (name: string, rest: object = {}) => {
    const job = pod(name, rest);
    return { ...job, metadata: { ...job.metadata, labels: { job: 'report' } } };
  };
  const EVICTS = 'oc adm drain east-1 --ignore-daemonsets --force';

  it('asks again every five seconds while a disruption budget does not allow it', async () => {
    const { run, cluster } = await withPods(labelled('a'), labelled('b'));
    await cluster.world.imageBehaves('example.test/job:v1', { stopSeconds: 7 });
    await cluster.api.create(budgetOf({ minAvailable: 1 }));
    await cluster.time.settle();
    const before = cluster.time.now();
    const { terminal, exitCode } = await run(`${EVICTS} --timeout=12s`);
    const refusal =
      'error when evicting pods/"b" -n "shop" (will retry after 5s): ' +
      "Cannot evict pod as it would violate the pod's disruption budget.\n";
    expect(terminal.slice(terminal.indexOf('evicting'))).to.equal(
      `evicting pod shop/a\nevicting pod shop/b\n${refusal}evicting pod shop/b\n${refusal}pod/a evicted\n` +
        `evicting pod shop/b\n${refusal}evicting pod shop/b\n` +
        'There are pending pods in node "east-1" when an error occurred: ' +
        'error when evicting pods/"b" -n "shop": global timeout reached: 12s\npod/b\n' +
        'error: unable to drain node "east-1" due to error: ' +
        'error when evicting pods/"b" -n "shop": global timeout reached: 12s, continuing command...\n' +
        'There are pending nodes to be drained:\n east-1\n' +
        'error when evicting pods/"b" -n "shop": global timeout reached: 12s\n',
    );
    expect([exitCode, cluster.time.now() - before]).to.deep.equal([1, 15_000]);
  });

  it('goes on as soon as the budget allows it', async () => {
    const { run, cluster } = await withPods(labelled('a'), labelled('b'));
    await cluster.api.create(budgetOf({ minAvailable: 0 }));
    await cluster.time.settle();
    const { terminal, exitCode } = await run(EVICTS);
    expect(terminal).to.contain('pod/a evicted\npod/b evicted\nnode/east-1 drained\n');
    expect(exitCode).to.equal(0);
  });

  it('waits ten seconds at a time for a budget that nobody has looked at, and tells nobody', async () => {
    const { run, cluster } = await withPods(labelled('a'));
    await cluster.api.create(budgetOf({ maxUnavailable: 1 }));
    const budget = { resource: resources.poddisruptionbudgets, namespace: 'shop', name: 'jobs' };
    await cluster.time.settle();
    await cluster.api.patch(budget, { status: { observedGeneration: 0 } }, 'merge', {
      subresource: 'status',
    });
    const { terminal } = await run(`${EVICTS} --timeout=5s`);
    expect(terminal.match(/evicting pod shop\/a/g)).to.have.length(1);
  });

  it('deletes pods whatever budgets say, if it is told to', async () => {
    const { run, cluster } = await withPods(labelled('a'));
    await cluster.api.create(budgetOf({ minAvailable: 1 }));
    await cluster.time.settle();
    const { terminal } = await run(`${EVICTS} --disable-eviction`);
    expect(terminal).to.match(/\nWarning: [^\n]*\npod\/a deleted\nnode\/east-1 drained\n$/);
  });

  it('gives up on deletions after a timeout, too', async () => {
    const { run, cluster } = await withPods(pod('a'), pod('b'));
    await cluster.world.imageBehaves('example.test/job:v1', { stopSeconds: 25 });
    const { stderr } = await run(`${EVICTS} --disable-eviction --timeout=3s`);
    expect(stderr).to.contain(
      'There are pending pods in node "east-1" when an error occurred: context deadline exceeded\npod/a\npod/b\n',
    );
  });

  it('says nothing of local storage that it may delete', async () => {
    const { see } = await withPods(pod('cache', { volumes: [{ name: 'tmp', emptyDir: {} }] }));
    expect(await see(`${EVICTS} --delete-emptydir-data`)).to.match(
      /^node\/east-1 cordoned\nWarning: deleting Pods that declare no controller: shop\/cache; ignoring DaemonSet-managed Pods: \S+\nevicting/,
    );
  });

  it('deletes daemon pods that have ended', async () => {
    const { see, cluster } = await withPods();
    const [found] = (
      await cluster.api.list({ resource: resources.pods, fieldSelector: 'spec.nodeName=east-1' })
    ).items;
    const { name = '' } = found?.metadata ?? {};
    await cluster.api.patch(
      { resource: resources.daemonsets, namespace: 'shop', name: 'log-agent' },
      {
        spec: {
          template: { spec: { nodeSelector: { nowhere: 'x' } } },
          updateStrategy: { type: 'OnDelete' },
        },
      },
      'merge',
    );
    await cluster.api.patch(
      { resource: resources.pods, namespace: 'shop', name },
      { status: { phase: 'Failed' } },
      'merge',
      { subresource: 'status' },
    );
    expect(await see('oc adm drain east-1')).to.contain(`evicting pod shop/${name}\n`);
  });

  describe('of the pods of a daemon set that is there no more', () => {
    const orphaned = async (): Promise<Terminal & { readonly name: string }> => {
      const terminal = await withPods();
      await terminal.see('oc delete daemonset log-agent --cascade=orphan');
      const { api } = terminal.cluster;
      const query = { resource: resources.pods, fieldSelector: 'spec.nodeName=east-1' };
      const { name = '' } = (await api.list(query)).items[0]?.metadata ?? {};
      const owner = {
        apiVersion: 'apps/v1',
        kind: 'DaemonSet',
        name: 'log-agent',
        uid: 'gone',
        controller: true,
      };
      const ref = { resource: resources.pods, namespace: 'shop', name };
      await api.patch(ref, { metadata: { ownerReferences: [owner] } }, 'merge');
      return { ...terminal, name };
    };

    it('refuses', async () => {
      const { run, name } = await orphaned();
      expect((await run('oc adm drain east-1 --ignore-daemonsets')).stderr).to.contain(
        `cannot delete daemonsets.apps "log-agent" not found: shop/${name}`,
      );
    });

    it('deletes them if it is forced to', async () => {
      const { run, name } = await orphaned();
      expect((await run('oc adm drain east-1 --force')).terminal).to.equal(
        `node/east-1 cordoned\nevicting pod shop/${name}\npod/${name} evicted\nnode/east-1 drained\n`,
      );
    });
  });

  it('can be limited to some pods', async () => {
    const { run } = await withPods(pod('report'));
    expect((await run('kubectl drain east-1 --pod-selector=app=nothing')).stdout).to.equal(
      'node/east-1 cordoned\nnode/east-1 drained\n',
    );
  });

  it('needs nodes that exist', async () => {
    const { run } = await openTerminal();
    expect((await run('oc adm drain nope')).stderr).to.equal(
      'Error from server (NotFound): nodes "nope" not found\n',
    );
    expect((await run('oc adm drain')).stderr).to.equal(
      "error: USAGE: drain NODE [flags]\nSee 'oc drain -h' for help and examples\n",
    );
  });
});

describe('cordon and uncordon', () => {
  it('say what they change', async () => {
    const { see } = await openTerminal();
    expect(await see('oc adm cordon east-1 east-2')).to.equal('node/east-1 cordoned\nnode/east-2 cordoned\n');
    expect(await see('oc adm cordon node/east-1')).to.equal('node/east-1 already cordoned\n');
    expect(await see('oc get node east-1')).to.contain('Ready,SchedulingDisabled');
    expect(await see('kubectl uncordon -l role=worker')).to.equal(
      'node/east-1 uncordoned\nnode/east-2 uncordoned\n',
    );
    expect(await see('kubectl uncordon east-1')).to.equal('node/east-1 already uncordoned\n');
  });

  it('change nothing in a dry run, and nor does a drain', async () => {
    const { see } = await openTerminal();
    await see('oc create -f daemonset.yaml');
    expect(await see('oc adm cordon east-1 --dry-run=client')).to.equal('node/east-1 cordoned (dry run)\n');
    expect(await see('oc adm drain east-1 --ignore-daemonsets --dry-run=client')).to.match(
      /^node\/east-1 cordoned \(dry run\)\nWarning: ignoring DaemonSet-managed Pods: .*\nnode\/east-1 drained \(dry run\)\n$/,
    );
    expect(await see('oc get nodes')).not.to.contain('SchedulingDisabled');
    const pods = await withPods(pod('report'));
    expect(await pods.see('oc adm drain east-1 --ignore-daemonsets --force --dry-run=client')).to.contain(
      '\nevicting pod shop/report (dry run)\nnode/east-1 drained (dry run)\n',
    );
  });

  it('refuse what is no node', async () => {
    const { see } = await openTerminal();
    await see('oc create -f daemonset.yaml');
    expect(await see('oc adm cordon ds/log-agent')).to.equal(
      'error: expected resource of type node, got "apps/v1, Resource=daemonsets"\n',
    );
    expect(await see('oc adm drain east-1 --pod-selector="a in b"')).to.equal(
      'error: --pod-selector=<pod_selector> must be a valid label selector\n',
    );
  });
});
