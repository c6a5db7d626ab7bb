import { expect } from 'chai';
import { daemonSetYaml, openTerminal } from '../terminal.testkit';

describe('replace', () => {
  const files = { 'v2.yaml': daemonSetYaml({ image: 'example.test/agent:v2' }) };

  it('puts what the file says in the place of what is there', async () => {
    const { see } = await openTerminal({ files });
    await see('oc create -f daemonset.yaml');
    await see('oc annotate ds log-agent note=a');
    expect(await see('oc replace -f v2.yaml')).to.equal('daemonset.apps/log-agent replaced\n');
    expect(
      await see('oc get ds -o custom-columns=I:..image,N:.metadata.annotations.note --no-headers'),
    ).to.equal('example.test/agent:v2   <none>\n');
  });

  it('needs something to replace', async () => {
    const { see } = await openTerminal({ files });
    expect(await see('oc replace -f v2.yaml')).to.equal(
      'Error from server (NotFound): error when replacing "v2.yaml": daemonsets.apps "log-agent" not found\n',
    );
    expect(await see('oc replace -f v2.yaml --dry-run=client')).to.equal(
      'daemonset.apps/log-agent replaced (dry run)\n',
    );
    expect(await see('oc replace')).to.equal('error: must specify one of -f and -k\n');
  });
});
