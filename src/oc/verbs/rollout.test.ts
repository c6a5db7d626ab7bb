import { expect } from 'chai';
import { openTerminal } from '../terminal.testkit';

const NEXT = 'oc set image ds/log-agent agent=example.test/agent:v2';

const withAgent = async () => {
  const terminal = await openTerminal();
  await terminal.see('oc create -f daemonset.yaml');
  return terminal;
};

describe('rollout', () => {
  it('status follows an update to its end', async () => {
    const { run } = await withAgent();
    await run(NEXT);
    const { stdout, exitCode } = await run('oc rollout status ds/log-agent');
    const lines = stdout.trimEnd().split('\n');
    expect(lines.filter((line, index) => line !== lines[index - 1])).to.deep.equal([
      'Waiting for daemon set spec update to be observed...',
      'Waiting for daemon set "log-agent" rollout to finish: 0 out of 2 new pods have been updated...',
      'Waiting for daemon set "log-agent" rollout to finish: 1 out of 2 new pods have been updated...',
      'Waiting for daemon set "log-agent" rollout to finish: 1 of 2 updated pods are available...',
      'daemon set "log-agent" successfully rolled out',
    ]);
    expect(exitCode).to.equal(0);
  });

  it('status gives up on an update that does not come to its end', async () => {
    const { run, cluster } = await withAgent();
    await cluster.world.imageBehaves('example.test/agent:v2', { pullable: false });
    await run(NEXT);
    const before = cluster.time.now();
    const { stderr, exitCode } = await run('oc rollout status ds log-agent --timeout=90s');
    expect([stderr, exitCode]).to.deep.equal(['error: timed out waiting for the condition\n', 1]);
    expect(cluster.time.now() - before).to.be.within(90_000, 120_000);
  });

  it('status looks once without --watch', async () => {
    const { run, cluster } = await withAgent();
    await run(NEXT);
    const before = cluster.time.now();
    const { stdout } = await run('oc rollout status ds/log-agent --watch=false');
    expect(stdout).to.equal('Waiting for daemon set spec update to be observed...\n');
    expect(cluster.time.now()).to.equal(before);
  });

  it('status notices that the set is deleted', async () => {
    const { run, cluster } = await withAgent();
    await run(NEXT);
    const following = run('oc rollout status ds/log-agent');
    await run('oc delete ds log-agent --cascade=orphan --wait=false');
    expect((await following).stderr).to.equal('error: object has been deleted\n');
    await cluster.time.settle();
  });

  it('status is for rolling updates', async () => {
    const { see } = await withAgent();
    await see(
      `oc patch ds log-agent -p '{"spec":{"updateStrategy":{"type":"OnDelete","rollingUpdate":null}}}'`,
    );
    expect(await see('oc rollout status ds/log-agent')).to.equal(
      'error: rollout status is only available for RollingUpdate strategy type\n',
    );
    expect(await see('oc rollout status node/east-1')).to.equal(
      'error: no status viewer has been implemented for Node\n',
    );
  });

  it('history shows revisions, why they were made, and one of them', async () => {
    const { see } = await withAgent();
    await see('oc annotate ds log-agent kubernetes.io/change-cause="a better agent"');
    await see(NEXT);
    expect(await see('oc rollout history ds/log-agent')).to.match(
      /^daemonset\.apps\/log-agent \nREVISION {2}CHANGE-CAUSE\n1 {9}.*\n2 {9}a better agent\n\n$/,
    );
    expect(await see('oc rollout history ds/log-agent --revision=2')).to.contain(
      '    Image:\texample.test/agent:v2\n',
    );
    expect(await see('oc rollout history ds/log-agent --revision=7')).to.equal(
      'error: unable to find the specified revision\n',
    );
  });

  it('undo goes back, and says when there is nothing to go back to', async () => {
    const { see } = await withAgent();
    const image = "oc get ds log-agent -o jsonpath='{.spec.template.spec.containers[0].image}'";
    expect(await see('oc rollout undo ds/log-agent')).to.equal('error: no last revision to roll back to\n');
    await see(NEXT);
    expect(await see('oc rollout undo ds/log-agent')).to.equal('daemonset.apps/log-agent rolled back\n');
    expect(await see(image)).to.equal('example.test/agent:v1');
    expect(await see('oc rollout undo ds/log-agent --to-revision=2')).to.equal(
      'daemonset.apps/log-agent rolled back\n',
    );
    expect(await see(image)).to.equal('example.test/agent:v2');
    expect(await see('oc rollout undo ds/log-agent --to-revision=4')).to.equal(
      'daemonset.apps/log-agent skipped rollback (current template already matches revision 4)\n',
    );
    expect(await see('oc rollout undo ds/log-agent --to-revision=9')).to.equal(
      'error: unable to find specified revision 9 in history\n',
    );
  });

  it('undo shows in a dry run what would come back', async () => {
    const { see } = await withAgent();
    await see(NEXT);
    expect(await see('oc rollout undo ds/log-agent --dry-run=client')).to.match(
      /^daemonset\.apps\/log-agent will roll back to Pod Template:\n[\s\S]*example\.test\/agent:v1\n[\s\S]*\n \(dry run\)\n$/,
    );
    expect(await see('oc get ds -o custom-columns=I:..image --no-headers')).to.equal(
      'example.test/agent:v2\n',
    );
  });

  it('pause and resume are not for daemon sets', async () => {
    const { see } = await withAgent();
    expect(await see('oc rollout pause ds/log-agent')).to.equal(
      'error: daemonsets.apps "log-agent" pausing is not supported\n',
    );
    expect(await see('oc rollout resume ds/log-agent')).to.equal(
      'error: daemonsets.apps "log-agent" resuming is not supported\n',
    );
  });

  it('need something to be about', async () => {
    const { see } = await withAgent();
    for (const verb of ['status', 'history', 'undo', 'restart', 'pause']) {
      expect(await see(`oc rollout ${verb}`), verb).to.equal('error: required resource not specified\n');
    }
    for (const verb of ['status', 'restart', 'pause']) {
      expect(await see(`oc rollout ${verb} ds -l app=nope`)).to.equal(
        'No resources found in shop namespace.\n',
      );
    }
    expect(await see('oc rollout status ds/log-agent --revision=-1')).to.equal(
      'error: revision must be a positive integer: -1\n',
    );
  });

  it('restart replaces every pod, once a second', async () => {
    const { see, run } = await withAgent();
    const pods = 'oc get pods -o name';
    const before = await see(pods);
    expect((await run('oc rollout restart ds/log-agent')).stdout).to.equal(
      'daemonset.apps/log-agent restarted\n',
    );
    expect((await run('oc rollout restart ds/log-agent')).stderr).to.contain('within the past second');
    await see('oc rollout status ds/log-agent');
    const after = (await see(pods)).trim().split('\n');
    expect(after).to.have.length(2);
    for (const pod of after) expect(before).not.to.contain(pod);
  });
});

describe('set image', () => {
  it('changes the image of named containers, or of all', async () => {
    const { see } = await withAgent();
    expect(await see(NEXT)).to.equal('daemonset.apps/log-agent image updated\n');
    expect(await see(NEXT)).to.equal('');
    expect(await see('oc set image ds log-agent *=example.test/agent:v3')).to.equal(
      'daemonset.apps/log-agent image updated\n',
    );
  });

  it('refuses a container that is not there', async () => {
    const { see } = await withAgent();
    expect(await see('oc set image ds/log-agent other=a')).to.equal(
      'error: unable to find container named "other"\n',
    );
    expect(await see('oc set image ds/log-agent agent=example.test/agent:v4 other=a')).to.equal(
      'daemonset.apps/log-agent image updated\nerror: unable to find container named "other"\n',
    );
    expect(await see('oc set image ds/log-agent agent=')).to.contain(
      'failed to patch image update to pod template: DaemonSet.apps "log-agent" is invalid',
    );
    expect(await see('oc set image ds/log-agent agent=a --dry-run=client')).to.equal(
      'daemonset.apps/log-agent image updated (dry run)\n',
    );
    expect(await see('oc set image ds/log-agent')).to.equal('error: at least one image update is required\n');
  });
});

describe('scale', () => {
  it('is not for daemon sets', async () => {
    const { see } = await withAgent();
    expect(await see('oc scale ds/log-agent --replicas=3')).to.equal(
      'Error from server (NotFound): the server could not find the requested resource\n',
    );
    expect(await see('oc scale ds/nope --replicas=3')).to.equal(
      'error: no objects passed to scale daemonsets.apps "nope" not found\n',
    );
    expect(await see('oc scale ds/log-agent')).to.equal('error: required flag(s) "replicas" not set\n');
    expect(await see('oc scale ds/log-agent --replicas=-1')).to.contain(
      'COUNT must be greater than or equal to 0',
    );
  });
});
