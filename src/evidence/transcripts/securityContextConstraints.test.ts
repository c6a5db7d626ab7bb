import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { KubeObject } from '../../kubernetes/object';
import { openTerminal, type Terminal } from '../../oc/terminal.testkit';
import { readTranscript } from './shell.testkit';

const FOLDER = join(__dirname, 'security-context-constraints');
const read = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');

/** What kubectl printed in front of an API server of OpenShift, command by command. */
const RECORDED = readTranscript(read('transcript.txt'));

const MANIFESTS = Object.fromEntries(
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => [file, read(file)]),
);

/** What the namespaces of the recording were given by hand. */
const RANGES = {
  'openshift.io/sa.scc.mcs': 's0:c25,c10',
  'openshift.io/sa.scc.supplemental-groups': '1000620000/10000',
  'openshift.io/sa.scc.uid-range': '1000620000/10000',
};

/** The recording's user, as his token says who he is. */
const PAUL = { name: 'paul', groups: [''] };

const open = async (): Promise<Terminal> => {
  const terminal = await openTerminal({ files: MANIFESTS });
  const { cluster } = terminal;
  await cluster.configure({ securityContextConstraints: true });
  for (const name of ['one', 'two', 'three']) {
    await cluster.api.create({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, annotations: RANGES },
    });
    await terminal.see(`kubectl -n ${name} create serviceaccount agent`);
  }
  return terminal;
};

/** Ages aside, and how far columns are apart: both depend on what else there is. */
const mask = (text: string): string =>
  text
    .replace(/\b\d+m\d+s\b|\b\d+[sm]\b/g, 'AGE')
    .replace(/ +/g, ' ')
    .trimEnd();

const LOOSE = ['managedFields', 'uid', 'resourceVersion', 'creationTimestamp', 'generation', 'annotations'];

/** Constraints as the script of the recording prints them, one a line. */
const inLines = (json: string): unknown[] =>
  (JSON.parse(json) as { readonly items: readonly KubeObject[] }).items.map((item) => ({
    ...item,
    metadata: Object.fromEntries(Object.entries(item.metadata).filter(([field]) => !LOOSE.includes(field))),
  }));

/** The sets of this binding are as old as it is: somebody made them anew, and the recording does not show it. */
const MADE_ANEW = ['logs', 'metrics', 'storage'];
const BEFORE_THEM = 'create rolebinding system:openshift:scc:privileged';

const makeAnew = async (terminal: Terminal): Promise<void> => {
  for (const name of MADE_ANEW) {
    await terminal.run(`kubectl -n one delete ds ${name}`);
    await terminal.see(`kubectl -n one create -f ${name}.yaml`);
  }
};

/** In ms. What was refused for a while is tried again within the longer one. */
const A_MOMENT = 3_000;
const UNTIL_TRIED_AGAIN = 30_000;

const type = async (terminal: Terminal, command: string): Promise<string> => {
  const isPaul = command.includes(' --token=paultoken');
  const line = command.replace(' --token=paultoken', '');
  const result = await terminal.run(line, isPaul ? PAUL : undefined);
  await terminal.cluster.time.pass(result.stdout.startsWith('rolebinding') ? UNTIL_TRIED_AGAIN : A_MOMENT);
  return result.terminal;
};

describe('A session in front of security context constraints', () => {
  it('holds 57 commands', () => {
    expect(RECORDED).to.have.length(57);
  });

  it('reads as it was recorded', async () => {
    const terminal = await open();
    for (const { command, output } of RECORDED) {
      const [json, script] = command.split(' | node ');
      if (script) {
        const lines = output.split('\n').map((each) => JSON.parse(each) as unknown);
        expect(inLines(await type(terminal, json ?? '')), command).to.deep.equal(lines);
        continue;
      }
      // Below what a command printed, a script printed a line of a table now and then.
      const [printed = '', later = ''] = output.split(/\n(?=logs {3})/s);
      const isWatched = command.includes('create rolebinding') && later !== '';
      const expected = isWatched ? printed : output;
      expect(mask(await type(terminal, command)), command).to.equal(mask(expected));
      if (command.includes(BEFORE_THEM)) await makeAnew(terminal);
      if (isWatched) {
        const table = await type(terminal, 'kubectl -n three get ds logs');
        expect(mask(table.split('\n')[1] ?? '')).to.equal(mask(later.split('\n')[0] ?? ''));
      }
    }
  });
});
