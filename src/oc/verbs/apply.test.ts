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
