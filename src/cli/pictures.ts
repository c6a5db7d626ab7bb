import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startChromium } from '../browser/chromium';
import { ofBrokenRun, ofSoundRun } from '../browser/pictures/pictures';
import { take } from '../browser/pictures/take';
import { HOUSE } from '../project/house';
import { typed } from '../run/calledAs';
import { type Ending, runCommand } from './support/command';
import { Refusal } from './support/refusal';

const FOLDER = 'reports/pictures';
const REPORT = 'reports/index.html';
const FAILING = 'src/browser/pictures/failing.feature';

const usage = (): string => `Usage: ${typed('pictures')}

Runs all features, and one that fails, and takes the pictures of their reports that the README shows: ${FOLDER}/.
It needs Chromium.
`;

/** Runs features, as people do. @throws Refusal if it does not end as it must */
const run = (words: readonly string[], ending: number): void => {
  const command = ['-r', './src/loader/register.cjs', 'src/cli/start.ts', '--lang', 'en', ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: HOUSE, encoding: 'utf8' });
  if (status !== ending)
    throw new Refusal([
      `No picture was taken: a run ended with ${status}, and should with ${ending}.`,
      stdout + stderr,
    ]);
};

/** Takes the pictures anew, so that they show what there is. */
const pictures = async (): Promise<Ending> => {
  const folder = join(HOUSE, FOLDER);
  mkdirSync(folder, { recursive: true });
  const browser = await startChromium();
  try {
    run([FAILING], 1);
    await take(browser, join(HOUSE, REPORT), ofBrokenRun, folder);
    run([], 0);
    await take(browser, join(HOUSE, REPORT), ofSoundRun, folder);
  } finally {
    await browser.close();
  }
  const taken = [...ofSoundRun, ...ofBrokenRun];
  process.stdout.write(`${taken.length} pictures in ${FOLDER}/.\n`);
  return { tried: taken.length, failed: 0 };
};

runCommand({ usage, options: [], words: [0, 0] }, pictures);
