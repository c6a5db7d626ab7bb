import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { openTerminal, type Terminal } from '../../oc/terminal.testkit';
import { readTranscript, typed } from './shell.testkit';

/** What a transcript does not say: what there was before it, and what was done in between. */
interface Session {
  readonly nodes: readonly string[];
  /** Commands before the first one. */
  readonly before: readonly string[];
  /** Commands after some, of which nothing was shown. */
  readonly after: Readonly<Record<string, readonly string[]>>;
  /** Commands right behind some, whose output was shown with theirs. */
  readonly with: Readonly<Record<string, readonly string[]>>;
}

/** Every folder beside this file that has a `session.json`: a transcript, and the files that its commands read. */
const SESSIONS = readdirSync(__dirname).filter((each) => existsSync(join(__dirname, each, 'session.json')));

/** In ms, between two commands. Nobody has recorded how long it was. */
const A_WHILE = 3000;

/** Ages, the ends of generated names and how far columns are apart: chance and the clock decide. */
const mask = (text: string): string =>
  text
    .replace(/\b\d+m\d+s\b|\b\d+[sm]\b/g, 'AGE')
    .replace(/\(x\d+ over/g, '(xN over')
    .replace(/-[bcdfghjklmnpqrstvwxz2456789]{5}\b/g, '-xxxxx')
    .replace(/ $/gm, '')
    .trimEnd();

/** Pods stand in the order of their names, and those are left to chance. */
const inAnyOrder = (command: string, text: string): string =>
  / get pods /.test(command) ? text.split('\n').sort().join('\n') : text;

const GENERATED = /\/pods\/([a-z0-9-]+)-[bcdfghjklmnpqrstvwxz2456789]{5}\//;

/** The command with a pod that there is, in place of the one that there was. */
const withPresentPod = async (terminal: Terminal, command: string): Promise<string> => {
  const [, prefix] = GENERATED.exec(command) ?? [];
  const [, namespace] = /\/namespaces\/([^/]+)\//.exec(command) ?? [];
  if (prefix === undefined || namespace === undefined) return command;
  const { stdout } = await terminal.run(`kubectl -n ${namespace} get pods -o name`);
  const present = stdout.split('\n').find((line) => line.startsWith(`pod/${prefix}-`));
  return command.replace(GENERATED, `/pods/${present?.slice('pod/'.length)}/`);
};

const read = (session: string, file: string): string => readFileSync(join(__dirname, session, file), 'utf8');

describe('A recorded session', () => {
  for (const name of SESSIONS) {
    it(`reads as it was recorded: ${name}`, async () => {
      const session = JSON.parse(read(name, 'session.json')) as Session;
      const files = Object.fromEntries(
        readdirSync(join(__dirname, name)).map((file) => [file, read(name, file)]),
      );
      const terminal = await openTerminal({ nodes: session.nodes, files });
      const type = async (line: string): Promise<string> => {
        const command = await withPresentPod(terminal, line);
        const shown = await typed(command, (each) => terminal.run(each));
        return shown;
      };
      const typeUnseen = async (lines: readonly string[] = []): Promise<string> => {
        let shown = '';
        for (const line of lines) {
          const { exitCode, terminal: text } = await terminal.run(line);
          expect(exitCode, `${line}: ${text}`).to.equal(0);
          shown += text;
        }
        return shown;
      };
      await typeUnseen(session.before);
      for (const { command, output } of readTranscript(read(name, 'transcript.txt'))) {
        const shown = (await type(command)) + (await typeUnseen(session.with[command]));
        await typeUnseen(session.after[command]);
        await terminal.cluster.time.pass(A_WHILE);
        const [actual, expected] = [shown, output].map((text) => inAnyOrder(command, mask(text)));
        expect(actual, command).to.equal(expected);
      }
    });
  }

  it('is there', () => {
    expect(SESSIONS).to.include('policies');
  });
});
