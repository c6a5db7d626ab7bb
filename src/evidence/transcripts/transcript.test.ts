import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { resources } from '../../kubernetes/kinds/resources';
import { openTerminal, type Terminal } from '../../oc/terminal.testkit';

/** What kubectl 1.36 printed in front of a real control plane, command by command. */
const RECORDED = readFileSync(join(__dirname, 'kubectl-1.36.transcript.txt'), 'utf8')
  .split(/^\$ /m)
  .filter((part) => part !== '')
  .map((part) => {
    const [command = '', ...output] = part.split('\n');
    // A blank line stands between commands.
    return { command, output: output.slice(0, -1).join('\n') };
  });

const MANIFEST = `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: hello-daemonset
spec:
  selector:
    matchLabels:
      name: hello-daemonset
  template:
    metadata:
      labels:
        name: hello-daemonset
    spec:
      nodeSelector:
        role: worker
      containers:
      - image: openshift/hello-openshift
        imagePullPolicy: Always
        name: registry
        ports:
        - containerPort: 80
          protocol: TCP
        resources: {}
        terminationMessagePath: /dev/termination-log
      serviceAccount: default
      terminationGracePeriodSeconds: 10
`;

/** Puts marks of the same length where chance and the clock decide, so that columns stay where they are. */
const mask = (text: string): string =>
  text
    .replace(/(hello-daemonset-|kube-api-access-)[a-z0-9]{5}\b/g, '$1xxxxx')
    .replace(/\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d \+0000/g, 'DATE')
    .replace(/controller-revision-hash=\w+/g, 'controller-revision-hash=HASH')
    .replace(/\b10\.[01]\.0\.\d\b/g, 'IP')
    .replace(/\b\d+s\b/g, 'AGE')
    .replace(/\b2mAGE\b|\b2m\d+s\b/g, '2mAGE')
    .replace(/-node0[12](\.hostname\.com.*(?:IP|default-scheduler))/g, '-nodeN$1')
    .replace(/(default-scheduler.*|IP.*|Node:.*)-node0[12]/g, '$1-nodeN');

const openRecordedTerminal = async (): Promise<Terminal> => {
  const terminal = await openTerminal({
    nodes: [],
    simulatedNodes: true,
    namespace: 'myproject',
    files: { 'daemonset.yaml': MANIFEST },
  });
  for (const number of [1, 2, 3]) {
    await terminal.cluster.world.addNode({
      name: `openshift-node0${number}.hostname.com`,
      labels: { sim: 'true' },
    });
    // Nobody had told the recorded nodes what processor they should claim to have.
    await terminal.see(
      `oc label node openshift-node0${number}.hostname.com kubernetes.io/arch- beta.kubernetes.io/arch-`,
    );
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
