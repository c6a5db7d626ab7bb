import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { browserOfTests, PATIENCE } from '../../../browser/inBrowser.testkit';
import { type Served, type ServeOptions, serve } from '../../serve';

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
  const served = await serve({ nodes: 3, ...options });
  const context = await (await browserOfTests()).newContext({
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
