import { join } from 'node:path';
import { startChromium } from '../browser/chromium';
import { ofBrokenRun, ofSoundRun, type Picture } from '../browser/pictures/pictures';
import { take } from '../browser/pictures/take';
import { typed } from '../run/calledAs';
import { HOUSE, npmStart, outputOf } from './bench/children';
import { type Ending, runCommand } from './support/command';

const usage = (): string => `Usage: ${typed('pictures')}

Runs the features, and one that fails, and takes the pictures of the README anew. It needs Chromium.
`;

const REPORT = join(HOUSE, 'reports/index.html');
const FOLDER = join(HOUSE, 'reports/pictures');
const FAILING = 'src/browser/pictures/failing.feature';

/** `npm run pictures`: what the page looks like, taken from a run, so that the pictures stay true. */
const main = async (): Promise<Ending> => {
  const browser = await startChromium();
  const takeAll = async (pictures: readonly Picture[]): Promise<void> => {
    for (const picture of pictures) console.log(await take(browser, REPORT, picture, FOLDER));
  };
  try {
    outputOf(npmStart(FAILING), { mayFail: true });
    await takeAll(ofBrokenRun);
    outputOf(npmStart());
    await takeAll(ofSoundRun);
  } finally {
    await browser.close();
  }
  return { tried: ofBrokenRun.length + ofSoundRun.length, failed: 0 };
};

runCommand({ usage, options: [], words: [0, 0] }, main);
