import { expect } from 'chai';
import { daemonSetYaml, openTerminal } from '../terminal.testkit';

const files = {
  'v1.yaml': daemonSetYaml({ spec: '  minReadySeconds: 5\n' }),
  'v2.yaml': daemonSetYaml({ image: 'example.test/agent:v2' }),
  'refused.yaml': daemonSetYaml().replaceAll('app: log-agent', 'app: other'),
};

const configMap = (name: string, more = '') =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n${more}`;

describe('apply', () => {
  it('applies what stands before a broken document, and counts lines within that', async () => {
    const text = `${configMap('first')}---\n${configMap('second', 'data:\n  a: b: c\n')}`;
    const { run } = await openTerminal({ files: { 'two.yaml': text } });
    const { stdout, stderr, exitCode } = await run('oc apply -f two.yaml');
    expect([stdout, exitCode]).to.deep.equal(['configmap/first created\n', 1]);
    expect(stderr).to.equal(
      'error: error parsing two.yaml: error converting YAML to JSON: yaml: line 6: mapping values are not allowed in ' +
        'this context\n',
    );
  });

  it('reads a bracket that closes where its key stands, and the last value of a key', async () => {
    const text = configMap('twice', 'data: {\n  a: first,\n  a: last,\n}\n');
    const { see } = await openTerminal({ files: { 'twice.yaml': text } });
    expect(await see('oc apply -f twice.yaml')).to.equal('configmap/twice created\n');
    expect(await see("oc get configmap twice -o jsonpath='{.data.a}'")).to.equal('last');
  });

  it('keeps whole numbers of 64 bits, lets the cluster act on them, and knows them again', async () => {
    const seconds = '1234567890123456789';
    const text = daemonSetYaml().replace('PeriodSeconds: 5', `PeriodSeconds: ${seconds}`);
    const tolerations = `      tolerations: [{key: a, operator: Exists, effect: NoExecute, tolerationSeconds: ${seconds}}]\n`;
    const { see } = await openTerminal({ files: { 'large.yaml': text + tolerations } });
    expect(await see('oc apply -f large.yaml')).to.equal('daemonset.apps/log-agent created\n');
    expect(await see('oc apply -f large.yaml')).to.equal('daemonset.apps/log-agent unchanged\n');
    for (const output of ['yaml', 'json']) {
      const printed = await see(`oc get ds log-agent -o ${output}`);
      expect(printed).to.contain(`tolerationSeconds${output === 'yaml' ? '' : '"'}: ${seconds}`);
    }
    await see('oc adm taint nodes east-1 a=b:NoExecute');
    expect(await see('oc get pods -o name')).to.match(/^(pod\/log-agent-\S+\n){2}$/);
  });

  it('creates, changes and leaves alone', async () => {
    const { see } = await openTerminal({ files });
    expect(await see('oc apply -f v1.yaml')).to.equal('daemonset.apps/log-agent created\n');
    expect(await see('oc apply -f v1.yaml')).to.equal('daemonset.apps/log-agent unchanged\n');
    expect(await see('oc apply -f v2.yaml')).to.equal('daemonset.apps/log-agent configured\n');
  });

  describe('on the server', () => {
    const maps = {
      'one.yaml': configMap('app', 'data: {colour: red, size: "1"}\n'),
      'two.yaml': configMap('app', 'data: {colour: blue}\n'),
    };

    it('says so, and knows who has set what', async () => {
      const { see } = await openTerminal({ files: maps });
      expect(await see('oc apply --server-side -f one.yaml')).to.equal('configmap/app serverside-applied\n');
      expect(await see('oc apply --server-side -f two.yaml')).to.equal('configmap/app serverside-applied\n');
      expect(await see("oc get cm app -o jsonpath='{.data}'")).to.equal('{"colour":"blue"}');
      expect(await see("oc get cm app -o jsonpath='{.metadata.managedFields[*].manager}'")).to.equal(
        'kubectl',
      );
      expect(await see('oc get cm app -o yaml')).not.to.contain('managedFields');
      expect(await see('oc get cm app -o yaml --show-managed-fields')).to.contain('managedFields');
    });

    it('asks what is to become of the fields of others', async () => {
      const { see, run } = await openTerminal({ files: maps });
      await see('oc apply --server-side --field-manager=operator -f one.yaml');
      const { stderr, exitCode } = await run('oc apply --server-side -f two.yaml');
      expect([exitCode, ...stderr.split('\n').slice(0, 2)]).to.deep.equal([
        1,
        'error: Apply failed with 1 conflict: conflict with "operator": .data.colour',
        'Please review the fields above--they currently have other managers. Here',
      ]);
      expect(await see('oc apply --server-side --force-conflicts --dry-run=server -f two.yaml')).to.equal(
        'configmap/app serverside-applied (server dry run)\n',
      );
      expect(await see('oc apply --server-side --force-conflicts -f two.yaml')).to.equal(
        'configmap/app serverside-applied\n',
      );
      expect(await see("oc get cm app -o jsonpath='{.data}'")).to.equal('{"colour":"blue","size":"1"}');
    });

    it('takes over what was applied by the client', async () => {
      const { see } = await openTerminal({ files: maps });
      await see('oc apply -f one.yaml');
      expect(await see('oc apply --server-side -f two.yaml')).to.equal('configmap/app serverside-applied\n');
      expect(await see("oc get cm app -o jsonpath='{.data.colour}'")).to.equal('blue');
    });

    it('is not tried by the client, and forces nothing but conflicts on the server', async () => {
      const { run } = await openTerminal({ files: maps });
      expect((await run('oc apply --force-conflicts -f one.yaml')).stderr).to.equal(
        'error: --force-conflicts only works with --server-side\n',
      );
      expect((await run('oc apply --server-side --dry-run=client -f one.yaml')).stderr).to.equal(
        "error: --dry-run=client doesn't work with --server-side (did you mean --dry-run=server instead?)\n",
      );
    });
  });

  it('takes away what the file no longer says and keeps what others said', async () => {
    const { see } = await openTerminal({ files });
    await see('oc apply -f v1.yaml');
    await see('oc label ds log-agent team=a');
    await see('oc apply -f v2.yaml');
    const fields =
      '{.spec.minReadySeconds} {.metadata.labels.team} {.spec.template.spec.containers[0].image}';
    expect(await see(`oc get ds log-agent -o jsonpath='${fields}'`)).to.equal(' a example.test/agent:v2');
  });

  it('warns of an object that was not made by it', async () => {
    const { see } = await openTerminal({ files });
    await see('oc create -f v1.yaml');
    expect(await see('oc apply -f v1.yaml')).to.match(
      /^Warning: resource daemonsets\/log-agent is missing the kubectl\.kubernetes\.io\/last-applied-configuration annotation.*\ndaemonset\.apps\/log-agent configured\n$/,
    );
  });

  it('needs a name to look for', async () => {
    const anonymous = daemonSetYaml().replace('  name: log-agent\n', '');
    const { see } = await openTerminal({
      files: {
        'prefix.yaml': anonymous.replace('metadata:\n', 'metadata:\n  generateName: log-agent-\n'),
        'nameless.yaml': anonymous.replace('metadata:\n', 'metadata: {}\n'),
      },
    });
    expect(await see('oc apply -f prefix.yaml')).to.equal(
      'error: from log-agent-: cannot use generate name with apply\n',
    );
    expect(await see('oc apply -f nameless.yaml')).to.equal(
      'error: error when retrieving current configuration of:\n' +
        'Resource: "apps/v1, Resource=daemonsets", GroupVersionKind: "apps/v1, Kind=DaemonSet"\n' +
        'Name: "", Namespace: "shop"\nfrom server for: "nameless.yaml": resource name may not be empty\n',
    );
    expect(await see('oc get ds')).to.equal('No resources found in shop namespace.\n');
  });

  it('finds nothing to change in a list with two items of one key', async () => {
    const twice = daemonSetYaml().replace(
      '        image: ',
      '        env: [{name: A, value: "1"}, {name: A, value: "2"}]\n        image: ',
    );
    const { see } = await openTerminal({ files: { 'twice.yaml': twice } });
    const warning =
      'Warning: spec.template.spec.containers[0].env[1]: hides previous definition of "A", which may be dropped when using apply\n';
    expect(await see('oc apply -f twice.yaml')).to.equal(`${warning}daemonset.apps/log-agent created\n`);
    expect(await see('oc apply -f twice.yaml')).to.equal('daemonset.apps/log-agent unchanged\n');
  });

  it('asks the server what would be, if it is told to', async () => {
    const { see } = await openTerminal();
    expect(await see('oc apply -f daemonset.yaml --dry-run=server')).to.equal(
      'daemonset.apps/log-agent created (server dry run)\n',
    );
    expect(await see('oc get ds')).to.equal('No resources found in shop namespace.\n');
    await see('oc apply -f daemonset.yaml');
    expect(
      await see('oc patch ds log-agent --dry-run=server -p \'{"spec":{"minReadySeconds":-1}}\''),
    ).to.contain('must be greater than or equal to 0');
    expect(await see('oc delete ds log-agent --dry-run=server')).to.equal(
      'daemonset.apps "log-agent" deleted from shop namespace (server dry run)\n',
    );
    expect(await see('oc get ds -o name')).to.equal('daemonset.apps/log-agent\n');
  });

  it('changes nothing in a dry run', async () => {
    const { see } = await openTerminal({ files });
    expect(await see('oc apply -f v1.yaml --dry-run=client')).to.equal(
      'daemonset.apps/log-agent created (dry run)\n',
    );
    expect(await see('oc apply -f v1.yaml -o name')).to.equal('daemonset.apps/log-agent\n');
    expect(await see('oc apply -f v2.yaml --dry-run=client')).to.equal(
      'daemonset.apps/log-agent configured (dry run)\n',
    );
    expect(await see("oc apply -f v2.yaml --dry-run=client -o jsonpath='{..image}'")).to.equal(
      'example.test/agent:v2',
    );
    expect(await see('oc apply -f v1.yaml')).to.equal('daemonset.apps/log-agent unchanged\n');
  });

  it('warns of what is on its way out', async () => {
    const { run, see } = await openTerminal({ files });
    await see('oc apply -f v1.yaml');
    await see('oc patch ds log-agent -p \'{"metadata":{"finalizers":["example.test/keep"]}}\'');
    await run('oc delete ds log-agent --wait=false');
    expect(await see('oc apply -f v1.yaml')).to.equal(
      'Warning: Detected changes to resource log-agent which is currently being deleted.\n' +
        'daemonset.apps/log-agent unchanged\n',
    );
  });

  it('reports a refused change', async () => {
    const { see } = await openTerminal({ files });
    await see('oc apply -f v1.yaml');
    expect(await see('oc apply -f refused.yaml')).to.equal(
      'The DaemonSet "log-agent" is invalid: spec.selector: Invalid value: ' +
        '{"matchLabels":{"app":"other"}}: field is immutable\n',
    );
  });

  it('says what was tried when it is forbidden', async () => {
    const { run } = await openTerminal({ files });
    await run('oc apply -f v1.yaml');
    await run('oc adm policy add-role-to-user view eve');
    const { stderr } = await run('oc apply -f v2.yaml', { name: 'eve' });
    expect(stderr).to.match(
      /^Error from server \(Forbidden\): error when applying patch:\n\{.*\}\nto:\nResource: "apps\/v1, Resource=daemonsets", GroupVersionKind: "apps\/v1, Kind=DaemonSet"\nName: "log-agent", Namespace: "shop"\nfor: "v2\.yaml": daemonsets\.apps "log-agent" is forbidden: User "eve" cannot patch resource "daemonsets"/,
    );
  });
});
