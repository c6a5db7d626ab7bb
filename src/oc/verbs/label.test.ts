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
    expect(await see('oc label node -l zone=a tier=b -o name')).to.equal('node/east-1\nnode/east-2\n');
    expect(await see('oc label -f daemonset.yaml a=b')).to.match(/NotFound/);
  });

  it('change nothing in a dry run', async () => {
    const { see } = await openTerminal();
    expect(await see('oc label node east-1 zone=a --dry-run=client')).to.equal(
      'node/east-1 labeled (dry run)\n',
    );
    expect(await see('oc label node east-1 zone=c --dry-run=server')).to.equal(
      'node/east-1 labeled (server dry run)\n',
    );
    expect(await see('oc label node east-1 zone=b')).to.equal('node/east-1 labeled\n');
    expect(await see('oc label node east-1 zone=b --dry-run=server')).to.equal(
      'node/east-1 not labeled (server dry run)\n',
    );
    expect(await see('oc label node east-1 a=/b --dry-run=server')).to.contain('invalid label value');
  });

  it('list what there is', async () => {
    const { see } = await openTerminal();
    expect(await see('oc annotate node east-1 b=2 a=1')).to.equal('node/east-1 annotated\n');
    expect(await see('oc annotate node east-1 --list')).to.equal('a=1\nb=2\n');
    expect(await see('oc annotate node east-1 east-2 --list')).to.equal(
      'Listing annotations for Node./east-1:\n a=1\n b=2\nListing annotations for Node./east-2:\n',
    );
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
    expect(await see('oc annotate node east-1 nope-')).to.equal('node/east-1 annotated\n');
  });

  it('say of an object without any labels that it is labeled, as kubectl does', async () => {
    const { see } = await openTerminal();
    await see('oc create -f daemonset.yaml');
    expect(await see('oc label ds log-agent role-')).to.equal(
      'label "role" not found.\ndaemonset.apps/log-agent labeled\n',
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
    [
      'oc annotate node east-1 a=b a-',
      'error: can not both modify and remove the following annotation(s) in the same command: a',
    ],
    ['oc label node east-1 a=b=c', 'error: invalid label spec: a=b=c'],
    [
      "oc label node east-1 a='b c'",
      'error: invalid label value: "a=b c": a valid label must be an empty string or consist of alphanumeric ' +
        "characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or " +
        "'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')",
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
