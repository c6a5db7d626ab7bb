import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { findChromium, NO_BROWSER, startChromium } from '../../../browser/chromium';

/** Milliseconds. Long, for machines that have other things to do: whatever is waited for comes, or the test fails. */
const PATIENCE = 60_000;

let browser: Promise<Browser> | undefined;

// One browser for all tests of a process, begun by the first that needs it; the next begins another.
after(async () => {
  await (await browser)?.close();
  browser = undefined;
});

/** Tests that need a browser. Where there is none they are pending, and say so; build servers must have one. */
export const describeInBrowser = (title: string, tests: () => void): void => {
  describe(title, function () {
    this.timeout(3 * PATIENCE);
    if (findChromium() !== undefined) return tests();
    it(`is not tried. ${NO_BROWSER}`, function () {
      if (process.env.CI) throw new Error(NO_BROWSER);
      this.skip();
    });
  });
};

/** How somebody looks at a page. */
export interface Look {
  /** What stands behind the `#`. */
  readonly at?: string;
  /** In pixels. */
  readonly width?: number;
  readonly scheme?: 'light' | 'dark';
  /** False for a viewer that runs no scripts. */
  readonly script?: boolean;
  /** True for somebody who asked for less motion. */
  readonly still?: boolean;
  /** The language of the browser. */
  readonly locale?: string;
}

/**
 * Opens a report from the disk, as a double click does. A report that complains on the console, or that asks anybody for
 * anything, fails.
 */
export const visit = async (file: string, look: Look, see: (page: Page) => Promise<void>): Promise<void> => {
  browser ??= startChromium();
  const context = await (await browser).newContext({
    viewport: { width: look.width ?? 1200, height: 800 },
    colorScheme: look.scheme ?? 'light',
    reducedMotion: look.still ? 'reduce' : 'no-preference',
    javaScriptEnabled: look.script ?? true,
    locale: look.locale ?? 'en-GB',
  });
  const complaints: string[] = [];
  const address = pathToFileURL(file).href;
  context.on('weberror', (error) => complaints.push(error.error().message));
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !/^(data|blob):/.test(url)) complaints.push(`It asked for ${url}`);
  });
  try {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    await page.goto(look.at === undefined ? address : `${address}#${look.at}`);
    await see(page);
  } finally {
    await context.close();
  }
  expect(complaints).to.deep.equal([]);
};
