import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Locator } from 'playwright-core';
import type { Picture } from './pictures';

type Box = NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>;

/** Bytes that a picture may have: who clones the project gets them all. */
const MOST_BYTES = 150_000;

/** Where an example with this title stands in a report. @throws if there is none */
const addressOf = (report: string, title: string): string => {
  const [, address] =
    new RegExp(`<a href="#([^"]+:\\d+)">${title}</a>`).exec(readFileSync(report, 'utf8')) ?? [];
  if (address === undefined) throw new Error(`There is no example "${title}" in ${report}.`);
  return address;
};

/** Pixels around a part of a page. */
const MARGIN = 20;

/** Where a part of the page is, with room around it. */
const boxOf = async (part: Locator): Promise<Box> => {
  await part.scrollIntoViewIfNeeded();
  const box = await part.boundingBox();
  if (!box) throw new Error('There is nothing to be pictured.');
  return {
    x: Math.max(0, box.x - MARGIN),
    y: Math.max(0, box.y - MARGIN),
    width: box.width + 2 * MARGIN,
    height: box.height + 2 * MARGIN,
  };
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
    const { at, part, awaits } = picture;
    const example = typeof at === 'string' ? at : addressOf(report, at.example);
    const address = typeof at !== 'string' && at.isPlayed ? `play/${example}` : example;
    await page.goto(`${pathToFileURL(report).href}#${address}`);
    if (awaits !== undefined) await page.locator(awaits).first().waitFor();
    const clip = part && (await boxOf(page.locator(`[id="${address}"] .${part}`).first()));
    await page.screenshot({ path, ...(clip ? { clip } : {}) });
  } finally {
    await page.close();
  }
  const { size } = statSync(path);
  if (size > MOST_BYTES) throw new Error(`${path} has ${size} bytes; ${MOST_BYTES} are the most.`);
  return path;
};
