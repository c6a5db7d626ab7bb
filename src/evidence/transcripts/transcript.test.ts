import { expect } from 'chai';
import { resources } from '../../kubernetes/kinds/resources';
import { openTerminal, type Terminal } from '../../oc/terminal.testkit';
import { MANIFEST, mask, NODES, RECORDED } from './chapter.testkit';

const openRecordedTerminal = async (): Promise<Terminal> => {
  const terminal = await openTerminal({
    nodes: [],
    simulatedNodes: true,
    namespace: 'myproject',
    files: { 'daemonset.yaml': MANIFEST },
  });
  for (const name of NODES) {
    await terminal.cluster.world.addNode({ name, labels: { sim: 'true' } });
    // Nobody had told the recorded nodes what processor they should claim to have.
    await terminal.see(`oc label node ${name} kubernetes.io/arch- beta.kubernetes.io/arch-`);
  }
  await terminal.cluster.time.settle();
  await terminal.cluster.time.pass(135_000);
  return terminal;
};

describe('A session at the terminal', () => {
  it('holds the 28 commands of the chapter and more', () => {
    expect(RECORDED).to.have.length.greaterThan(27);
  });

  it('reads as kubectl 1.36 wrote it', async () => {
    const terminal = await openRecordedTerminal();
    const { api } = terminal.cluster;
    for (const { command, output } of RECORDED) {
      const [pod] = (await api.list({ resource: resources.pods, namespace: 'myproject' })).items;
      const line = command.replace(/pod\/hello-daemonset-\w{5}/, `pod/${pod?.metadata.name}`);
      expect(mask(await terminal.see(line)), command).to.equal(mask(output));
    }
  });
});
