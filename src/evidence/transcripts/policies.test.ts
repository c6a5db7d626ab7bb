import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { openTerminal, type Terminal } from '../../oc/terminal.testkit';
import { readTranscript, typed } from './shell.testkit';

const FOLDER = join(__dirname, 'policies');
const read = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');

/** What kubectl printed in front of an API server that admits as it does by default. */
const RECORDED = readTranscript(read('transcript.txt'));
const FILES = Object.fromEntries(readdirSync(FOLDER).map((file) => [file, read(file)]));

const open = async (): Promise<Terminal> => {
  const terminal = await openTerminal({ nodes: ['n1', 'n2', 'n3', 'n4'], files: FILES });
  return terminal;
};

describe('scratch', () => {
  it('reads', async () => {
    const terminal = await open();
    for (const { command, output } of RECORDED) {
      const text = await typed(command, (line) => terminal.run(line));
      await terminal.cluster.time.pass(3000);
      if (text.trimEnd() !== output) console.log(`$ ${command}\nEXPECTED ${output}\nACTUAL   ${text}`);
    }
    expect(1).to.equal(1);
  });
});
