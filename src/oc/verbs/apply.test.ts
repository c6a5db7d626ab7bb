import { expect } from 'chai';
import { daemonSetYaml, openTerminal } from '../terminal.testkit';

const files = {
  'v1.yaml': daemonSetYaml({ spec: '  minReadySeconds: 5\n' }),
  'v2.yaml': daemonSetYaml({ image: 'example.test/agent:v2' }),
  'refused.yaml': daemonSetYaml().replaceAll('app: log-agent', 'app: other'),
};

describe('apply', () => {
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
