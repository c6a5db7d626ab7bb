import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { findChromium, NO_BROWSER, startChromium } from '../../../browser/chromium';
import { type Served, type ServeOptions, serve } from '../../serve';

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
export interface Look extends ServeOptions {
  readonly path?: string;
  readonly width?: number;
  readonly scheme?: 'light' | 'dark';
  /** False for a viewer that runs no scripts. */
  readonly script?: boolean;
  /** Answers that are no 200 belong to what is tried: the console tells of them. */
  readonly isRefused?: boolean;
}

/** Serves clusters, and opens a page of one. A page that complains, or that asks another server for anything, fails. */
export const visit = async (
  { path = '/', width = 1200, scheme = 'light', script = true, isRefused = false, ...options }: Look,
  see: (page: Page, served: Served) => Promise<void>,
): Promise<void> => {
  browser ??= startChromium();
  const served = await serve({ nodes: 3, ...options });
  const context = await (await browser).newContext({
    viewport: { width, height: 800 },
    colorScheme: scheme,
    javaScriptEnabled: script,
    locale: 'en-GB',
  });
  const complaints: string[] = [];
  context.on('weberror', (error) => complaints.push(error.error().message));
  context.on('console', (message) => {
    if (message.type() === 'error' && !isRefused) complaints.push(message.text());
  });
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(served.url) && !/^(data|blob):/.test(url)) complaints.push(`It asked for ${url}`);
  });
  try {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    await page.goto(`${served.url}${path}`);
    await see(page, served);
  } finally {
    await context.close();
    await served.close();
  }
  expect(complaints).to.deep.equal([]);
};
