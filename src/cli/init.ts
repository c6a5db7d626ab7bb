import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { HOUSE } from '../project/house';
import { typed } from '../run/calledAs';
import { type Ending, runCommand } from './support/command';
import { Refusal } from './support/refusal';

const FOLDER = 'features';

const usage = (): string => `Usage: ${typed('init')}

Writes a first feature, and the manifest it speaks of, into ${FOLDER}/. Nothing is overwritten.
`;

/** Writes a first feature into the folder of features of the project. @throws Refusal if that would overwrite a file */
const init = (): Ending => {
  const templates = join(HOUSE, 'src/cli/package/first');
  const names = readdirSync(templates).sort();
  const taken = names.map((name) => `${FOLDER}/${name}`).filter((path) => existsSync(path));
  if (taken.length > 0)
    throw new Refusal(taken.map((path) => `${path}: there is such a file already. Nothing was written.`));
  mkdirSync(FOLDER, { recursive: true });
  for (const name of names) copyFileSync(join(templates, name), join(FOLDER, name));
  process.stdout.write(
    `${[...names.map((name) => `Wrote ${FOLDER}/${name}`), '', nextSteps()].join('\n')}\n`,
  );
  return { tried: names.length, failed: 0 };
};

const nextSteps = (): string => {
  const commands: readonly (readonly [string, string])[] = [
    [typed('start'), 'tries it, and writes reports/ for people and build servers'],
    [typed('steps', 'node'), 'finds phrases for your own sentences'],
    [typed('lint'), 'holds features to the rules they are written by'],
  ];
  const width = Math.max(...commands.map(([command]) => command.length));
  return commands.map(([command, what]) => `  ${command.padEnd(width)}  ${what}`).join('\n');
};

runCommand({ usage, options: [], words: [0, 0] }, init);
