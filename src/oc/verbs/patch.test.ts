import { expect } from 'chai';
import { openTerminal } from '../terminal.testkit';

describe('patch', () => {
  it('reads JSON over several lines, and YAML', async () => {
    const { see } = await openTerminal();
    const line = `oc patch namespace shop -p \\
    '{"metadata": {"annotations":
      {"openshift.io/node-selector": ""}}}'`;
    expect(await see(line)).to.equal('namespace/shop patched\n');
    expect(await see(line)).to.equal('namespace/shop patched (no change)\n');
    expect(await see("oc patch ns/shop -p 'metadata: {labels: {a: b}}'")).to.equal(
      'namespace/shop patched\n',
    );
    expect(await see("oc get ns shop -o jsonpath='{.metadata.labels.a}'")).to.equal('b');
  });

  it('knows three kinds of patches', async () => {
    const { see } = await openTerminal();
    await see('oc create -f daemonset.yaml');
    const image = "oc get ds log-agent -o jsonpath='{.spec.template.spec.containers[*].image}'";
    const containers = (patch: string) => `{"spec":{"template":{"spec":{"containers":[${patch}]}}}}`;
    await see(`oc patch ds log-agent -p '${containers('{"name":"agent","image":"a"}')}'`);
    expect(await see(image)).to.equal('a');
    await see(`oc patch ds log-agent --type merge -p '${containers('{"name":"other","image":"b"}')}'`);
    expect(await see(image)).to.equal('b');
    const path = '/spec/template/spec/containers/0/image';
    await see(`oc patch ds log-agent --type=json -p '[{"op":"replace","path":"${path}","value":"c"}]'`);
    expect(await see(image)).to.equal('c');
  });

  it('drops fields that nobody knows, with a warning', async () => {
    const { run } = await openTerminal();
    await run('oc create -f daemonset.yaml');
    for (const type of ['strategic', 'merge']) {
      const { stdout, stderr } = await run(
        `oc patch ds log-agent --type ${type} -p 'spec: {minReadySecond: 5}'`,
      );
      expect(stdout).to.equal('daemonset.apps/log-agent patched (no change)\n');
      expect(stderr).to.equal('Warning: unknown field "spec.minReadySecond"\n');
    }
  });

  const refused: readonly (readonly [string, string | RegExp])[] = [
    [
      'oc patch ns shop',
      'error: must specify --patch or --patch-file containing the contents of the patch\n',
    ],
    ['oc patch ns shop --type x -p {}', 'error: --type must be one of [json merge strategic], not "x"\n'],
    [`oc patch ns shop -p '{"a":'`, /^error: unable to parse "\{\\"a\\":": yaml: /],
    ['oc patch ns nope -p {}', 'Error from server (NotFound): namespaces "nope" not found\n'],
  ];
  for (const [line, message] of refused) {
    it(`refuses: ${line}`, async () => {
      const { see } = await openTerminal();
      const text = await see(line);
      if (typeof message === 'string') expect(text).to.equal(message);
      else expect(text).to.match(message);
    });
  }
});
