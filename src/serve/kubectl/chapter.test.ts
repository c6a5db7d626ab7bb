import { expect } from 'chai';
import { MANIFEST, mask, NODES, RECORDED } from '../../evidence/transcripts/chapter.testkit';
import { type Served, serve } from '../serve';
import type { Kubectl } from './kubectls.testkit';
import { openSession } from './session.testkit';
import { type Stage, sideBySide } from './sideBySide.testkit';

const NAMESPACE = 'myproject';

/** Ages aside, and how wide that makes their column: what was recorded took longer, or less. */
const seen = (text: string): string =>
  mask(text)
    .trimEnd()
    .replace(/\b\d*m?AGE\b/g, 'AGE')
    .replace(/ +/g, ' ');

/** What was recorded, in the words of an older kubectl. */
const inWordsOf = ({ version = '' }: Kubectl, command: string, recorded: string): string => {
  const [, minor] = version.split('.').map(Number);
  if (minor === undefined || minor >= 35) return recorded;
  const text = recorded
    .replace(/ deleted from myproject namespace/g, ' deleted')
    .replace(/^ {4}Optional: .*$/gm, '    ConfigMapOptional: <nil>');
  return command.startsWith('kubectl describe ds') ? text.replace(/^Namespace: .*\n/m, '') : text;
};

/** Waits until nobody has anything to do. */
const rest = async ({ cluster: { cluster } }: Served): Promise<void> => {
  while (!cluster.loop.isQuiet) await new Promise((resolve) => setTimeout(resolve, 20));
};

const open = async (kubectl: Kubectl): Promise<Stage> => {
  const served = await serve();
  const { kubelets } = served.cluster.cluster;
  kubelets.isSimulated = true;
  for (const name of NODES) kubelets.machines.join({ name, labels: { sim: 'true' } });
  const { type, end } = openSession(kubectl, served.url, {
    namespace: NAMESPACE,
    files: { 'daemonset.yaml': MANIFEST },
  });
  const podName = () => type("kubectl get pods -o jsonpath='{.items[0].metadata.name}'");
  const stage: Stage = {
    type: async (command) => {
      const isOfPod = command.includes('pod/');
      const line = isOfPod
        ? command.replace(/pod\/hello-daemonset-\w{5}/, `pod/${await podName()}`)
        : command;
      const printed = await type(line);
      await rest(served);
      return printed;
    },
    end: async () => {
      end();
      await served.close();
    },
  };
  await rest(served);
  await stage.type(`kubectl create namespace ${NAMESPACE}`);
  // Nobody had told the recorded nodes what processor they should claim to have.
  await stage.type('kubectl label nodes --all kubernetes.io/arch- beta.kubernetes.io/arch-');
  return stage;
};

describe('the chapter, typed in front of a served cluster', () => {
  const lines = RECORDED.map(({ command }) => command);
  sideBySide(lines, open, (kubectl, printed) => {
    RECORDED.forEach(({ command, output }, index) => {
      it(`${index + 1}. ${command}`, async () => {
        expect(seen(await printed(index))).to.equal(seen(inWordsOf(kubectl, command, output)));
      });
    });
  });
});
