import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { brokenReport, soundReport } from './features.testkit';
import { BROKEN_KINDS, KINDS } from './kinds.testkit';
import { describeInBrowser, visit } from './visit.testkit';

const pages = [
  ...Object.entries(KINDS).map(([kind, at]) => ({ kind, at, report: soundReport })),
  ...Object.entries(BROKEN_KINDS).map(([kind, at]) => ({ kind, at, report: brokenReport })),
];

/** What reaches over the right edge of the window. */
const tooWide = (page: Page): Promise<readonly string[]> =>
  page.evaluate<readonly string[]>(`(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .map((element) => element.outerHTML.slice(0, 120));
  })()`);

describeInBrowser('the page on a screen', () => {
  for (const { kind, at, report } of pages)
    it(`does not scroll sideways, narrow or wide: ${kind}`, async () => {
      await visit(await report(), { at, width: 360 }, async (page) => {
        expect(await tooWide(page), '360 pixels').to.deep.equal([]);
        await page.setViewportSize({ width: 1600, height: 900 });
        expect(await tooWide(page), '1600 pixels').to.deep.equal([]);
      });
    });

  it('is dark for those who like it dark', async () => {
    await visit(await soundReport(), { scheme: 'dark' }, async (page) => {
      expect(await brightness(page)).to.be.lessThan(60);
      await page.emulateMedia({ colorScheme: 'light' });
      expect(await brightness(page)).to.be.greaterThan(220);
    });
  });

  it('does not move where less motion is asked for', async () => {
    await visit(await soundReport(), { still: true, at: KINDS['claim with both sides'] }, async (page) => {
      const moving = await page.evaluate<readonly string[]>(`
        [...document.querySelectorAll('.page.on *')]
          .filter((element) => {
            const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
            const moves = parseFloat(transitionDuration) > 0.01 || animationName !== 'none';
            return moves || scrollBehavior === 'smooth';
          })
          .map((element) => element.outerHTML.slice(0, 80))
      `);
      expect(moving).to.deep.equal([]);
    });
  });
});

/** How bright the paper is, from 0 to 255. */
const brightness = (page: Page): Promise<number> =>
  page.evaluate<number>(`(() => {
    const [red, green, blue] = getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).map(Number);
    return (red + green + blue) / 3;
  })()`);

describeInBrowser('the page on paper', () => {
  it('has light colours, and none of what can only be pressed', async () => {
    await visit(await soundReport(), { at: 'D19', scheme: 'dark' }, async (page) => {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      expect(await brightness(page)).to.be.greaterThan(220);
      for (const control of ['button', 'input', 'select', 'nav'])
        expect(await page.locator(`${control}:visible`).count(), control).to.equal(0);
    });
  });

  for (const { kind, at, report } of pages)
    it(`cuts nothing off: ${kind}`, async () => {
      await visit(await report(), { at, width: 700 }, async (page) => {
        await page.emulateMedia({ media: 'print' });
        expect(await tooWide(page)).to.deep.equal([]);
        const hidden = await page.evaluate<readonly string[]>(`
          [...document.querySelectorAll('.page.on *')]
            .filter((element) => element.checkVisibility() && element.scrollWidth > element.clientWidth + 1)
            .filter((element) => /auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX))
            .filter((element) => element.clientWidth > 1)
            .map((element) => element.outerHTML.slice(0, 120))
        `);
        expect(hidden).to.deep.equal([]);
      });
    });
});
