import type { Browser } from 'playwright-core';
import { findChromium, NO_BROWSER, startChromium } from './chromium';

/** Milliseconds. Long, for machines that have other things to do: whatever is waited for comes, or the test fails. */
export const PATIENCE = 60_000;

let browser: Promise<Browser> | undefined;

// One browser for all tests of a process, begun by the first that needs it; the next begins another.
after(async () => {
  await (await browser)?.close();
  browser = undefined;
});

/** The browser of the tests. */
export const browserOfTests = (): Promise<Browser> => {
  browser ??= startChromium();
  return browser;
};

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
