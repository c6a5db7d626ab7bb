import { expect } from 'chai';
import { MANIFEST, mask, NODES, RECORDED } from '../../evidence/transcripts/chapter.testkit';
import { type Served, serve } from '../serve';
import { kubectls } from './kubectls.testkit';
import { openSession, type Session } from './session.testkit';

const NAMESPACE = 'myproject';

/** Ages aside, and how wide that makes their column: what was recorded took longer, or less. */
const seen = (text: string): string =>
  mask(text)
    .replace(/\b\d*m?AGE\b|<invalid>/g, 'AGE')
    .replace(/ +/g, ' ');

/** What releases before 1.36 say otherwise. */
const inWordsOf = (version: string, text: string): string =>
  Number(version.split('.')[1]) < 35 ? text.replace(/ deleted from myproject namespace/g, ' deleted') : text;

/** Waits until nobody has anything to do. */
const rest = async ({ cluster: { clock } }: Served): Promise<void> => {
  while (!clock.isQuiet) await new Promise((resolve) => setTimeout(resolve, 20));
};

for (const kubectl of kubectls())
  describe(`the chapter, typed with ${kubectl.title} in front of a served cluster`, () => {
    let served: Served;
    let session: Session;

    before(async function () {
      if (kubectl.folder === undefined) return this.skip();
      served = await serve();
      const { kubelets } = served.cluster.cluster;
      kubelets.isSimulated = true;
      for (const name of NODES) kubelets.machines.join({ name, labels: { sim: 'true' } });
      await rest(served);
      session = openSession(kubectl, served.url, {
        namespace: NAMESPACE,
        files: { 'daemonset.yaml': MANIFEST },
      });
      await session.type(`kubectl create namespace ${NAMESPACE}`);
      // Nobody had told the recorded nodes what processor they should claim to have.
      await session.type('kubectl label nodes --all kubernetes.io/arch- beta.kubernetes.io/arch-');
      await rest(served);
    });
    after(async () => {
      session?.end();
      await served?.close();
    });

    const podName = async (): Promise<string> =>
      (await session.type("kubectl get pods -o jsonpath='{.items[0].metadata.name}'")).trim();

    RECORDED.forEach(({ command, output }, index) => {
      it(`${index + 1}. ${command}`, async () => {
        const line = command.includes('pod/')
          ? command.replace(/pod\/hello-daemonset-\w{5}/, `pod/${await podName()}`)
          : command;
        const printed = await session.type(line);
        await rest(served);
        expect(seen(printed.trimEnd())).to.equal(seen(inWordsOf(kubectl.version ?? '', output).trimEnd()));
      });
    });
  });
