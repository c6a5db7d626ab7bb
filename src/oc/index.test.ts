import { expect } from 'chai';
import { openTerminal } from './terminal.testkit';

describe('A command line', () => {
  it('may begin with a prompt, and be oc or kubectl', async () => {
    const { run } = await openTerminal();
    for (const line of ['$ oc get pods', 'oc get pods', 'kubectl get pods']) {
      expect(await run(line), line).to.deep.equal({
        stdout: '',
        stderr: 'No resources found in shop namespace.\n',
        terminal: 'No resources found in shop namespace.\n',
        exitCode: 0,
        isMisspelt: false,
      });
    }
  });

  it('tells apart what is printed and what went wrong', async () => {
    const { run } = await openTerminal();
    const { stdout, stderr, exitCode } = await run('oc get nodes east-1 nope --no-headers');
    expect(stdout).to.match(/^east-1 {3}Ready {3}<none> {3}\d+s {4}v1\.36\.2\n$/);
    expect(stderr).to.equal('Error from server (NotFound): nodes "nope" not found\n');
    expect(exitCode).to.equal(1);
  });

  it('goes through grep, whose exit code counts', async () => {
    const { run } = await openTerminal();
    expect((await run('oc get nodes -o name | grep east | grep -v 2')).stdout).to.equal('node/east-1\n');
    expect((await run('oc get nodes | grep west')).exitCode).to.equal(1);
    const refused = await run('oc get nope | grep a');
    expect(refused.stderr).to.equal('error: the server doesn\'t have a resource type "nope"\n');
  });

  it('checks the whole line before it does anything', async () => {
    const { run } = await openTerminal();
    const { stderr, exitCode } = await run('oc delete node east-1 | wc -l');
    expect([stderr, exitCode]).to.deep.equal(['wc: only grep may stand behind a | here\n', 127]);
    expect((await run('oc get node east-1 -o name')).stdout).to.equal('node/east-1\n');
  });

  it('names the program that was called', async () => {
    const { run } = await openTerminal();
    expect((await run('oc foo')).stderr).to.match(
      /^error: unknown command "foo" for "oc"\nKnown here: adm, annotate, apply, /,
    );
    expect((await run('oc logs a')).stderr).to.match(/^error: "oc logs" is not supported here\nKnown here: /);
    expect((await run('kubectl new-project a')).stderr).to.contain(
      'unknown command "new-project" for "kubectl"',
    );
    expect((await run('oc get --bar')).stderr).to.contain("See 'oc get --help'");
    expect(await run('helm install')).to.include({ stderr: 'helm: command not found\n', exitCode: 127 });
  });

  it('is refused if it is none', async () => {
    const { run } = await openTerminal();
    for (const line of ['', '# nothing', '$']) {
      expect((await run(line)).stderr, line).to.equal('error: no command given, such as `oc get pods`\n');
    }
    expect((await run("oc get 'pods")).exitCode).to.equal(2);
  });
});
