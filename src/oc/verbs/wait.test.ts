import { expect } from 'chai';
import { openTerminal } from '../terminal.testkit';

const withAgent = async () => {
  const terminal = await openTerminal();
  await terminal.see('oc create -f daemonset.yaml');
  return terminal;
};

describe('wait', () => {
  it('lets time go by until a condition is met', async () => {
    const { cluster, run, see } = await withAgent();
    await see('oc delete pods --all --wait=false');
    const before = cluster.time.now();
    const { stdout } = await run('oc wait --for=condition=Ready pods -l app=log-agent');
    expect(stdout.replace(/-\w{5} /g, '-xxxxx ')).to.equal(
      'pod/log-agent-xxxxx condition met\npod/log-agent-xxxxx condition met\n',
    );
    expect(cluster.time.now()).to.be.least(before);
    expect(await see('oc wait --for=condition=ready=TRUE node east-1')).to.equal(
      'node/east-1 condition met\n',
    );
  });

  it('compares a field with a value', async () => {
    const { see } = await withAgent();
    expect(await see("oc wait --for=jsonpath='{.status.numberReady}'=2 ds/log-agent")).to.equal(
      'daemonset.apps/log-agent condition met\n',
    );
    expect(await see("oc wait --for=jsonpath='{.status.numberReady}' ds/log-agent")).to.contain(
      'condition met',
    );
  });

  it('waits for the end of what is there', async () => {
    const { run, see } = await withAgent();
    await run('oc delete ds log-agent --wait=false');
    expect(await see('oc wait --for=delete ds/log-agent ds/nope')).to.be.oneOf([
      '',
      'daemonset.apps/log-agent condition met\n',
    ]);
    expect(await see('oc get ds')).to.contain('No resources found');
  });

  it('gives up in the end', async () => {
    const { cluster, run } = await withAgent();
    const before = cluster.time.now();
    const { stderr, exitCode } = await run('oc wait --for=condition=Available ds/log-agent --timeout=7s');
    expect([stderr, exitCode]).to.deep.equal([
      'error: timed out waiting for the condition on daemonsets/log-agent\n',
      1,
    ]);
    expect(cluster.time.now() - before).to.equal(7000);
    expect((await run('oc wait --for=create ds/nope --timeout=1s')).stderr).to.contain('timed out');
  });

  const refused: readonly (readonly [string, string])[] = [
    ['oc wait ds/log-agent', 'error: unrecognized condition: ""'],
    ['oc wait --for=foo ds/log-agent', 'error: unrecognized condition: "foo"'],
    ['oc wait --for=condition=Ready pod/nope', 'Error from server (NotFound): pods "nope" not found'],
    ['oc wait --for=condition=Ready pods -l app=nope', 'error: no matching resources found'],
    [
      "oc wait --for=jsonpath='{.status.numberReady}'= ds/log-agent",
      'error: jsonpath wait has to have a value after equal sign, like ' +
        "--for=jsonpath='{.status.readyReplicas}'=3",
    ],
  ];
  for (const [line, message] of refused) {
    it(`refuses: ${line}`, async () => {
      const { see } = await withAgent();
      expect(await see(line)).to.equal(`${message}\n`);
    });
  }
});
