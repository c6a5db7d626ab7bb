import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { browserOfTests, PATIENCE } from '../../../browser/inBrowser.testkit';

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
  const context = await (await browserOfTests()).newContext({
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
