import { expect } from 'chai';
import { openTerminal } from '../terminal.testkit';

const TAINTS = `oc get node east-1 -o jsonpath='{range .spec.taints[*]}{.key}={.value}:{.effect} {end}'`;

describe('taint', () => {
  it('puts taints on and takes them off', async () => {
    const { see } = await openTerminal();
    expect(await see('oc adm taint nodes east-1 gpu=yes:NoSchedule old:NoExecute')).to.equal(
      'node/east-1 tainted\n',
    );
    expect(await see(TAINTS)).to.equal('gpu=yes:NoSchedule old=:NoExecute ');
    expect(await see('kubectl taint node east-1 old:NoExecute-')).to.equal('node/east-1 untainted\n');
    expect(await see('kubectl taint node east-1 gpu- new=1:PreferNoSchedule')).to.equal(
      'node/east-1 modified\n',
    );
    expect(await see(TAINTS)).to.equal('new=1:PreferNoSchedule ');
    expect(await see('kubectl taint node east-1 new-')).to.equal('node/east-1 untainted\n');
    expect(await see(TAINTS)).to.equal('');
  });

  it('replaces a taint only when told to', async () => {
    const { see } = await openTerminal();
    await see('oc adm taint node east-1 gpu=yes:NoSchedule');
    expect(await see('oc adm taint node east-1 gpu=no:NoSchedule')).to.equal(
      'error: node east-1 already has gpu taint(s) with same effect(s) and --overwrite is false\n',
    );
    expect(await see('oc adm taint node east-1 gpu=no:NoSchedule --overwrite')).to.equal(
      'node/east-1 modified\n',
    );
    expect(await see('oc adm taint node east-1 gpu=no:NoExecute')).to.equal('node/east-1 tainted\n');
  });

  it('works on all nodes', async () => {
    const { see } = await openTerminal();
    expect(await see('kubectl taint nodes --all a:NoSchedule')).to.equal(
      'node/east-1 tainted\nnode/east-2 tainted\n',
    );
    expect(await see('kubectl taint nodes -l kubernetes.io/hostname=east-2 a-')).to.equal(
      'node/east-2 untainted\n',
    );
  });

  const refused: readonly (readonly [string, string])[] = [
    ['kubectl taint node east-1 a:NoSchedule-', 'error: taint "a:NoSchedule" not found'],
    ['kubectl taint node east-1 a-', 'error: taint "a" not found'],
    ['kubectl taint node east-1', 'error: at least one taint update is required'],
    [
      'kubectl taint node east-1 a=b',
      "error: invalid taint spec: a=b, name part must consist of alphanumeric characters, '-', '_' or '.', and must " +
        "start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for " +
        "validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')\nSee 'kubectl taint -h' for help and examples",
    ],
    ['kubectl taint node east-1 a', 'error: at least one taint update is required'],
    [
      'kubectl taint node east-1 a:NoSchedule:b',
      "error: invalid taint spec: a:NoSchedule:b\nSee 'kubectl taint -h' for help and examples",
    ],
    [
      'kubectl taint node east-1 a:NoSchedule a=b:NoSchedule',
      'error: duplicated taints with the same key and effect: {a b NoSchedule <nil>}\n' +
        "See 'kubectl taint -h' for help and examples",
    ],
    ['kubectl taint node/east-1 a:NoSchedule', 'the server doesn\'t have a resource type "node/east-1"'],
    [
      'kubectl taint node east-1 a:Never',
      "error: invalid taint effect: Never, unsupported taint effect\nSee 'kubectl taint -h' for help and examples",
    ],
    [
      'kubectl taint node east-1 a:NoSchedule a-',
      'error: can not both modify and remove the following taint(s) in the same command: a=',
    ],
    ['kubectl taint pod x a:NoSchedule', 'error: invalid resource type pod, only node types are supported'],
    [
      'kubectl taint node a:NoSchedule',
      "error: at least one resource name must be specified since 'all' parameter is not set",
    ],
  ];
  for (const [line, message] of refused) {
    it(`refuses: ${line}`, async () => {
      const { see } = await openTerminal();
      expect(await see(line)).to.equal(`${message}\n`);
    });
  }
});
