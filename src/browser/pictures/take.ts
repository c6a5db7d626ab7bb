import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import type { Picture } from './pictures';

/** Bytes that a picture may have: who clones the project gets them all. */
const MOST_BYTES = 150_000;

/** Where an example with this title stands in a report. @throws if there is none */
const addressOf = (report: string, title: string): string => {
  const [, address] =
    new RegExp(`<a href="#([^"]+:\\d+)">${title}</a>`).exec(readFileSync(report, 'utf8')) ?? [];
  if (address === undefined) throw new Error(`There is no example "${title}" in ${report}.`);
  return address;
};

const show = async (page: Page, report: string, { at, presses = [], awaits }: Picture): Promise<string> => {
  const address = typeof at === 'string' ? at : addressOf(report, at.example);
  await page.goto(`${pathToFileURL(report).href}#${address}`);
  for (const name of presses) {
    const where = page.locator('.page.on').locator(`[id="${address}"], #playground`).first();
    const controls = where.locator('a, button').filter({ hasText: name });
    await controls.first().click();
  }
  if (awaits !== undefined) await page.locator(awaits).first().waitFor();
  return address;
};

/**
 * Takes a picture of a report, in light colours. @param folder where it is put
 * @returns its path @throws if what it is to show is not there, or if it is too large
 */
export const take = async (
  browser: Browser,
  report: string,
  picture: Picture,
  folder: string,
): Promise<string> => {
  const page = await browser.newPage({
    viewport: { width: 1080, height: 760 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
  });
  const path = join(folder, picture.file);
  try {
    const address = await show(page, report, picture);
    const part = picture.part && page.locator(`[id="${address}"] .${picture.part}`).first();
    await (part ? part.screenshot({ path }) : page.screenshot({ path }));
  } finally {
    await page.close();
  }
  const { size } = statSync(path);
  if (size > MOST_BYTES) throw new Error(`${path} has ${size} bytes; ${MOST_BYTES} are the most.`);
  return path;
};
