#!/usr/bin/env node
// The command of the package: `npx rollcall [COMMAND]`. Without one it runs features.
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const HOUSE = join(__dirname, '../../..');
const COMMANDS = ['start', 'init', 'steps', 'lint', 'seeds', 'serve', 'conformance'];

const [, , word = ''] = process.argv;
const isCommand = COMMANDS.includes(word);

if (!isCommand && /^[a-z]+$/.test(word) && !existsSync(word)) {
  process.stderr.write(
    `There is no command "${word}", nor a file or folder of this name. Commands are: ${COMMANDS.join(', ')}.\n`,
  );
  process.exitCode = 1;
} else {
  // ts-node passes over what lies in packages, but for the one whose settings these are.
  process.env.TS_NODE_PROJECT = join(HOUSE, 'tsconfig.json');
  process.env.ROLLCALL_COMMAND = 'npx rollcall';
  if (isCommand) process.argv.splice(2, 1);
  const command = isCommand ? word : 'start';
  if (command === 'start') require(join(HOUSE, 'src/loader/seldomOptimized.cjs'));
  require(join(HOUSE, 'src/loader/register.cjs'));
  require(join(HOUSE, 'src/cli', `${command}.ts`));
}
