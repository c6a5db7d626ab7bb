import { expect } from 'chai';
import { daemonSetYaml, openTerminal } from '../terminal.testkit';

const good = daemonSetYaml({ name: 'good' });
const misspelt = daemonSetYaml({ name: 'misspelt' }).replace('kind: DaemonSet', 'kind: DaemonSets');
const mismatched = daemonSetYaml({ name: 'mismatched' }).replace(
  'labels: {app: mismatched}',
  'labels: {app: other}',
);

const files = {
  'both.yaml': `${misspelt}---\n${good}`,
  'bad.yaml': mismatched,
  'many.yaml': `${mismatched}---\n${good}---\n${good}`,
  'strict.yaml': good.replace('spec:\n', 'spec:\n  nodeAffinity: {}\n'),
  'broken.yaml': `${good}---\nkind: [\n`,
  'elsewhere.yaml': good.replace('name: good\n', 'name: good\n  namespace: other\n'),
};

describe('create', () => {
  it('creates every object of a file', async () => {
    const { run } = await openTerminal({ files });
    expect((await run('oc create -f daemonset.yaml')).stdout).to.equal('daemonset.apps/log-agent created\n');
    expect((await run('oc get ds -o name')).stdout).to.equal('daemonset.apps/log-agent\n');
  });

  it('reports an unknown kind and creates the others', async () => {
    const { run } = await openTerminal({ files });
    const { stdout, stderr, exitCode } = await run('oc create -f both.yaml');
    expect(stdout).to.equal('daemonset.apps/good created\n');
    expect(stderr).to.equal(
      'error: resource mapping not found for name: "misspelt" namespace: "" from "both.yaml": ' +
        'no matches for kind "DaemonSets" in version "apps/v1"\nensure CRDs are installed first\n',
    );
    expect(exitCode).to.equal(1);
  });

  it('says what the API server finds wrong', async () => {
    const { run } = await openTerminal({ files });
    expect((await run('oc create -f bad.yaml')).stderr).to.equal(
      'The DaemonSet "mismatched" is invalid: spec.template.metadata.labels: Invalid value: {"app":"other"}: ' +
        '`selector` does not match template `labels`\n',
    );
    expect((await run('oc create -f strict.yaml')).stderr).to.equal(
      'Error from server (BadRequest): error when creating "strict.yaml": DaemonSet in version "v1" cannot be ' +
        'handled as a DaemonSet: strict decoding error: unknown field "spec.nodeAffinity"\n',
    );
  });

  for (const [value, warns] of [
    ['warn', true],
    ['ignore', false],
    ['false', false],
  ] as const)
    it(`drops fields that nobody knows, if told so: --validate=${value}`, async () => {
      const { run } = await openTerminal({ files });
      const { stdout, stderr } = await run(`oc create -f strict.yaml --validate=${value}`);
      expect(stdout).to.equal('daemonset.apps/good created\n');
      expect(stderr).to.equal(warns ? 'Warning: unknown field "spec.nodeAffinity"\n' : '');
      expect((await run('oc get ds good -o yaml')).stdout).not.to.contain('nodeAffinity: {}');
    });

  it('is strict however that is said, and knows no other word', async () => {
    const { run } = await openTerminal({ files });
    for (const flag of ['--validate', '--validate=true', '--validate=strict'])
      expect((await run(`oc create -f strict.yaml ${flag}`)).stderr).to.contain('strict decoding error');
    expect((await run('oc create -f strict.yaml --validate=maybe')).stderr).to.equal(
      'error: invalid - validate option "maybe"; must be one of: strict (or true), warn, ignore (or false)\n',
    );
  });

  it('reports several refusals together', async () => {
    const { run } = await openTerminal({ files });
    const { stdout, stderr } = await run('oc create -f many.yaml');
    expect(stdout).to.equal('daemonset.apps/good created\n');
    expect(stderr.split('\n')).to.deep.equal([
      'Error from server (Invalid): error when creating "many.yaml": DaemonSet.apps "mismatched" is invalid: ' +
        'spec.template.metadata.labels: Invalid value: {"app":"other"}: `selector` does not match template `labels`',
      'Error from server (AlreadyExists): error when creating "many.yaml": daemonsets.apps "good" already exists',
      '',
    ]);
  });

  it('creates what stands before a document that cannot be read', async () => {
    const { run } = await openTerminal({ files });
    const { stdout, stderr, exitCode } = await run('oc create -f daemonset.yaml -f broken.yaml');
    expect([stdout, exitCode]).to.deep.equal([
      'daemonset.apps/log-agent created\ndaemonset.apps/good created\n',
      1,
    ]);
    expect(stderr).to.match(
      /^error: error parsing broken\.yaml: error converting YAML to JSON: yaml: line \d+: /,
    );
  });

  it('needs an object', async () => {
    const { run } = await openTerminal({ files: { 'empty.yaml': '', 'comment.yaml': '# nothing\n---\n' } });
    for (const verb of ['apply', 'create', 'replace'])
      for (const file of ['empty.yaml', 'comment.yaml']) {
        const { stderr, exitCode } = await run(`oc ${verb} -f ${file}`);
        expect([stderr, exitCode]).to.deep.equal([`error: no objects passed to ${verb}\n`, 1]);
      }
  });

  it('keeps whole numbers of 64 bits', async () => {
    const text =
      'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  activeDeadlineSeconds: 1234567890123456789\n  containers: [{name: a, image: a}]\n';
    const { run } = await openTerminal({ files: { 'pod.yaml': text } });
    for (const output of ['yaml', 'json'])
      expect((await run(`oc create -f pod.yaml --dry-run=client -o ${output}`)).stdout).to.match(
        /activeDeadlineSeconds"?: 1234567890123456789\b/,
      );
  });

  it('keeps to the namespace of the command', async () => {
    const { run } = await openTerminal({ files });
    expect((await run('oc create -f elsewhere.yaml -n shop')).stderr).to.equal(
      'error: the namespace from the provided object "other" does not match the namespace "shop". ' +
        "You must pass '--namespace=other' to perform this operation.\n",
    );
    expect((await run('oc create -f elsewhere.yaml')).stderr).to.contain('namespaces "other" not found');
  });

  it('needs a file that exists', async () => {
    const { run } = await openTerminal();
    expect((await run('oc create -f nofile.yaml')).stderr).to.equal(
      'error: the path "nofile.yaml" does not exist\n',
    );
    expect((await run('oc create')).stderr).to.equal('error: must specify one of -f and -k\n');
  });

  it('creates nothing in a dry run', async () => {
    const { see } = await openTerminal();
    expect(await see('oc create -f daemonset.yaml --dry-run=client')).to.equal(
      'daemonset.apps/log-agent created (dry run)\n',
    );
    expect(await see('oc create namespace extra --dry-run=client -o yaml')).to.equal(
      'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: extra\n',
    );
    expect(await see('oc get ds')).to.contain('No resources found');
    expect(await see('oc create -f daemonset.yaml --dry-run')).to.contain('--dry-run flag without a value');
    expect(await see('oc create -f daemonset.yaml --dry-run=yes')).to.contain('Invalid dry-run value (yes)');
    expect(await see('oc create -f daemonset.yaml -o name')).to.equal('daemonset.apps/log-agent\n');
  });

  it('remembers the file where it should, so that apply does not complain', async () => {
    const { see } = await openTerminal();
    await see('oc create -f daemonset.yaml --save-config');
    expect(await see('oc apply -f daemonset.yaml')).to.equal('daemonset.apps/log-agent unchanged\n');
  });

  it('says what it can create', async () => {
    const { see } = await openTerminal();
    expect(await see('oc create secret')).to.equal(
      'error: Unexpected args: [secret]\nKnown here: create -f FILE, create namespace|serviceaccount|role|rolebinding|clusterrole|clusterrolebinding NAME.\n' +
        "See 'oc create -h' for help and examples\n",
    );
  });

  it('creates namespaces', async () => {
    const { run } = await openTerminal();
    expect((await run('kubectl create ns short')).stdout).to.equal('namespace/short created\n');
    expect((await run('kubectl create namespace extra')).stdout).to.equal('namespace/extra created\n');
    expect((await run('kubectl create namespace extra')).stderr).to.equal(
      'Error from server (AlreadyExists): namespaces "extra" already exists\n',
    );
  });
});
