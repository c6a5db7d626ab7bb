import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { findChromium, NO_BROWSER, startChromium } from '../../browser/chromium';
import { cpuOf, cucumber, HOUSE } from './children';
import { median, seconds, type Target } from './figures';

const ROUNDS = 3;
const OPENINGS = 5;
/** Pages of each kind, the largest of theirs among them. */
const PAGES = ['D19', 'subjects', 'scheduling/first-obstacle', 'phrases', 'run', 'findings'];

/** How many runs there are in all, those that fill caches included. */
export const RUNS_OF_PAGE = 2 * (ROUNDS + 1);

/** Cucumber's configuration for all features of the house. @param page where the page is written, if it is */
const configuration = (page: string | undefined): string => {
  const formats = [
    [pathToFileURL(join(HOUSE, 'src/report/formatter.cjs')).href],
    ...(page === undefined ? [] : [[pathToFileURL(join(HOUSE, 'src/report/site.cjs')).href, page]]),
  ];
  const { requireModule, require: steps } = require(join(HOUSE, 'cucumber.js')).default;
  return `module.exports = { default: ${JSON.stringify({ requireModule, require: steps, format: formats })} };`;
};

/** Seconds of CPU for a run of all features, without the page and with it. */
const measureWriting = (folder: string, page: string, onRun: () => void): readonly [number, number] => {
  const runs = [undefined, page].map((wanted, index) => {
    const file = join(folder, `cucumber-${index}.js`);
    writeFileSync(file, configuration(wanted));
    return { command: cucumber(HOUSE, '--config', relative(HOUSE, file)), taken: [] as number[] };
  });
  for (let round = 0; round <= ROUNDS; round++)
    for (const { command, taken } of runs) {
      onRun();
      const cpu = cpuOf(command);
      if (round > 0) taken.push(cpu);
    }
  const [without = 0, written = 0] = runs.map(({ taken }) => median(taken));
  return [without, written];
};

/** Milliseconds until something is to be seen. */
const firstPaint = async (browser: Browser, file: string): Promise<number> => {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(file).href);
  const painted = await page.evaluate<number>(
    `performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity`,
  );
  await page.close();
  return painted;
};

/** Milliseconds from a click on a link until the other page is drawn. */
const pageSwitch = (page: Page, address: string): Promise<number> =>
  page.evaluate<number>(`new Promise((resolve) => {
    const begun = performance.now();
    addEventListener('hashchange', () =>
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun))), { once: true });
    location.hash = ${JSON.stringify(address)};
  })`);

const measureReading = async (file: string): Promise<readonly Target[]> => {
  const browser = await startChromium();
  try {
    const paints: number[] = [];
    for (let opening = 0; opening < OPENINGS; opening++) paints.push(await firstPaint(browser, file));
    const page = await browser.newPage();
    await page.goto(pathToFileURL(file).href);
    const switches: number[] = [];
    for (const address of PAGES) switches.push(await pageSwitch(page, address));
    return [
      { what: 'first paint of the page', value: median(paints) / 1000, limit: 0.3, unit: 's' },
      { what: 'slowest switch to another page', value: Math.max(...switches), limit: 100, unit: 'ms' },
    ];
  } finally {
    await browser.close();
  }
};

/** The page of all features: how large it is, what writing it costs, how fast it is read. @param onRun is told of every run */
export const benchPage = async (onRun: () => void): Promise<readonly Target[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-bench-'));
  const file = join(folder, 'index.html');
  try {
    const [without, written] = measureWriting(folder, file, onRun);
    const { size } = statSync(file);
    console.log(`The page of all features (CPU, medians of ${ROUNDS})
  ${seconds(written)} s  all features, and the page
  ${seconds(without)} s  all features alone
${findChromium() === undefined ? `  ${NO_BROWSER} So nobody measured how fast the page is read.\n` : ''}`);
    return [
      { what: 'the page', value: size / 2 ** 20, limit: 5, aim: 2, unit: 'MiB' },
      { what: 'writing the page', value: written / without - 1, limit: 0.2, unit: 'of the run without it' },
      ...(findChromium() === undefined ? [] : await measureReading(file)),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
};
