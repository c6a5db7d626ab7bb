import { expect } from 'chai';
import { openTerminal } from '../terminal.testkit';

const withAgent = async () => {
  const terminal = await openTerminal();
  await terminal.see('oc create -f daemonset.yaml');
  await terminal.cluster.world.imageBehaves('example.test/agent:v1', { stopSeconds: 3 });
  return terminal;
};

describe('delete', () => {
  it('waits until the object is gone', async () => {
    const { run, cluster } = await withAgent();
    const pod = (await run('oc get pods -o name')).stdout.split('\n')[0];
    const before = cluster.time.now();
    await run(`oc delete ${pod}`);
    expect(cluster.time.now() - before).to.equal(3000);
    expect((await run(`oc get ${pod}`)).exitCode).to.equal(1);
  });

  it('does not wait when told so', async () => {
    const { run, cluster } = await withAgent();
    const before = cluster.time.now();
    await run('oc delete pods --all --wait=false');
    expect(cluster.time.now()).to.equal(before);
    expect((await run('oc get pods')).stdout).to.match(/Terminating[\s\S]*Terminating/);
  });

  it('gives up after a timeout', async () => {
    const { run, cluster } = await withAgent();
    await cluster.world.silenceNode('east-1');
    const { stdout } = await run('oc get pods --field-selector spec.nodeName=east-1 -o name');
    const name = stdout.trim().replace('pod/', '');
    const outcome = await run(`oc delete pod ${name} --timeout=20s`);
    expect(outcome).to.include({
      stdout: `pod "${name}" deleted from shop namespace\n`,
      stderr: `error: timed out waiting for the condition on pods/${name}\n`,
      exitCode: 1,
    });
  });

  it('takes the pods along, first, or not at all', async () => {
    const left = async (cascade: string) => {
      const { see } = await withAgent();
      expect(await see(`oc delete ds log-agent --cascade=${cascade}`)).to.equal(
        'daemonset.apps "log-agent" deleted from shop namespace\n',
      );
      return (await see('oc get pods -o name')).split('\n').length - 1;
    };
    expect(await left('background')).to.equal(0);
    expect(await left('foreground')).to.equal(0);
    expect(await left('orphan')).to.equal(2);
  });

  it('knows ways to be quick', async () => {
    const { see } = await withAgent();
    const warning = /^Warning: Immediate deletion does not wait .* indefinitely\.\n/;
    const forced = await see('oc delete pods -l app=log-agent --force --grace-period=0');
    expect(forced).to.match(warning);
    expect(forced.replace(warning, '')).to.match(
      /^(pod "log-agent-\w{5}" force deleted from shop namespace\n){2}$/,
    );
    expect(await see('oc delete pods --all --now')).to.match(
      /^(pod "log-agent-\w{5}" deleted from shop namespace\n){2}$/,
    );
  });

  it('deletes what files name', async () => {
    const { see } = await withAgent();
    expect(await see('oc delete -f daemonset.yaml')).to.equal(
      'daemonset.apps "log-agent" deleted from shop namespace\n',
    );
    expect(await see('oc delete -f daemonset.yaml')).to.equal(
      'Error from server (NotFound): error when deleting "daemonset.yaml": daemonsets.apps "log-agent" not found\n',
    );
  });

  it('is content with nothing when a whole kind was meant', async () => {
    const { see } = await openTerminal();
    expect(await see('oc delete pods --all')).to.equal('No resources found\n');
    expect(await see('oc delete pod nope')).to.equal('Error from server (NotFound): pods "nope" not found\n');
    expect(await see('oc delete pod nope --ignore-not-found')).to.equal('');
    expect(await see('oc delete node east-2')).to.equal('node "east-2" deleted\n');
    expect(await see('oc delete node east-1 -n shop')).to.equal(
      'Warning: deleting cluster-scoped resources, not scoped to the provided namespace\nnode "east-1" deleted\n',
    );
  });

  it('deletes nothing in a dry run', async () => {
    const { see } = await openTerminal();
    await see('oc create -f daemonset.yaml');
    expect(await see('oc delete ds log-agent --dry-run=client')).to.equal(
      'daemonset.apps "log-agent" deleted from shop namespace (dry run)\n',
    );
    expect(await see('oc get ds -o name')).to.equal('daemonset.apps/log-agent\n');
  });

  it('understands --cascade as it used to be', async () => {
    const { see } = await openTerminal();
    await see('oc create -f daemonset.yaml');
    expect(await see('oc delete ds log-agent --cascade=false')).to.equal(
      'warning: --cascade=false is deprecated (boolean value) and can be replaced with --cascade=orphan.\n' +
        'daemonset.apps "log-agent" deleted from shop namespace\n',
    );
    expect((await see('oc get pods -o name')).trim().split('\n')).to.have.length(2);
  });

  const refused: readonly (readonly [string, string])[] = [
    ['oc delete pod a --now --grace-period=3', '--now and --grace-period cannot be specified together'],
    [
      'oc delete pod a --force --grace-period=3',
      '--force and --grace-period greater than 0 cannot be specified together',
    ],
    [
      'oc delete pod a --cascade=yes',
      'invalid cascade value (yes). Must be "background", "foreground", or "orphan"',
    ],
    ['oc delete pods --all -l a=b', "setting 'all' parameter but found a non empty selector. "],
    ['oc delete pods a --all', 'name cannot be provided when a selector is specified'],
    ['oc delete pods', 'resource(s) were provided, but no name was specified'],
  ];
  for (const [line, message] of refused) {
    it(`refuses: ${line}`, async () => {
      const { see } = await openTerminal();
      expect(await see(line)).to.equal(`error: ${message}\n`);
    });
  }
});
