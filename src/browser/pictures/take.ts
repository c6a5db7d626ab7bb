import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Picture } from './pictures';

/** In pixels; what is cut out of a page is as large as it is. */
const WINDOW = { width: 1200, height: 900 };

/** Milliseconds. */
const PATIENCE = 60_000;

/** The address of an example, by its title. */
const addressOf = async (page: Page, title: string): Promise<string> => {
  const link = page.locator('.example > h3 > a').filter({ hasText: title }).first();
  const address = await link.getAttribute('href', { timeout: PATIENCE });
  if (!address) throw new Error(`The page shows no example "${title}".`);
  return address;
};

const shown = (page: Page, hash: string, part: string): Locator =>
  page.locator(`[id="${hash.slice(1)}"] ${part}`).first();

/**
 * Takes pictures of a report.
 * @param report the path of the page
 * @param folder where they are put, as PNG
 */
export const take = async (
  browser: Browser,
  report: string,
  pictures: readonly Picture[],
  folder: string,
): Promise<void> => {
  const context = await browser.newContext({
    viewport: WINDOW,
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const address = pathToFileURL(report).href;
  for (const { file, at, part, press, awaits } of pictures) {
    // Each is opened anew: what was pressed for the one before is forgotten.
    await page.goto('about:blank');
    await page.goto(address);
    const hash = typeof at === 'string' ? `#${at}` : await addressOf(page, at.example);
    await page.goto(`${address}${hash}`);
    if (press) await shown(page, hash, `a:has-text("${press}")`).click();
    if (awaits) await page.locator(awaits).first().waitFor({ timeout: PATIENCE });
    const what = part === undefined ? page : shown(page, hash, part);
    await what.screenshot({ path: join(folder, file), timeout: PATIENCE });
  }
  await context.close();
};
