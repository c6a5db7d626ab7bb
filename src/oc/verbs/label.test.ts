import { expect } from 'chai';
import { openTerminal } from '../terminal.testkit';

describe('label and annotate', () => {
  it('set values on several objects', async () => {
    const { see } = await openTerminal();
    expect(await see('oc label node east-1 east-2 zone=a')).to.equal(
      'node/east-1 labeled\nnode/east-2 labeled\n',
    );
    expect(await see('oc label nodes --all zone=a')).to.equal(
      'node/east-1 not labeled\nnode/east-2 not labeled\n',
    );
    expect(await see('oc label node -l zone=a tier=b -o name')).to.contain('unknown shorthand flag');
  });

  it('replace values only when told to', async () => {
    const { see } = await openTerminal();
    expect(await see('oc label node east-1 role=infra')).to.equal(
      "error: 'role' already has a value (worker), and --overwrite is false\n",
    );
    expect(await see('oc label node east-1 role=infra --overwrite')).to.equal('node/east-1 labeled\n');
    await see('oc annotate ns shop note=a');
    expect(await see('oc annotate ns shop note=b')).to.equal(
      "error: --overwrite is false but found the following declared annotation(s): 'note' already has a value (a)\n",
    );
    expect(await see('oc annotate namespace/shop note= --overwrite')).to.equal('namespace/shop annotated\n');
    expect(await see("oc get ns shop -o jsonpath='[{.metadata.annotations.note}]'")).to.equal('[]');
  });

  it('take values away', async () => {
    const { see } = await openTerminal();
    expect(await see('oc label node east-1 role- nope-')).to.equal(
      'label "nope" not found.\nnode/east-1 unlabeled\n',
    );
    expect(await see("oc get node east-1 -o jsonpath='{.metadata.labels.role}'")).to.equal('');
    expect(await see('oc label node east-1 role-')).to.equal(
      'label "role" not found.\nnode/east-1 not labeled\n',
    );
  });

  const refused: readonly (readonly [string, string])[] = [
    ['oc label node east-1', 'error: at least one label update is required'],
    ['oc label node role=worker', 'error: resource(s) were provided, but no name was specified'],
    ['oc label node east-1 a=b a-', 'error: can not both modify and remove a label in the same command'],
    [
      'oc label node east-1 a=b east-2',
      'error: all resources must be specified before label changes: east-2',
    ],
    ['oc label node nope a=b', 'Error from server (NotFound): nodes "nope" not found'],
  ];
  for (const [line, message] of refused) {
    it(`refuse: ${line}`, async () => {
      const { see } = await openTerminal();
      expect(await see(line)).to.equal(`${message}\n`);
    });
  }
});
