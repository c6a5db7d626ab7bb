import { expect } from 'chai';
import { describeInBrowser } from '../../../browser/inBrowser.testkit';
import { soundReport } from './features.testkit';
import { brightnessOf } from './layout.testkit';
import { visit } from './visit.testkit';

describeInBrowser('the look of the page', () => {
  it('is dark for those who like it dark, and light for others', async () => {
    await visit(await soundReport(), { scheme: 'dark' }, async (page) => {
      expect(await brightnessOf(page)).to.be.lessThan(60);
      await page.emulateMedia({ colorScheme: 'light' });
      expect(await brightnessOf(page)).to.be.greaterThan(220);
    });
  });

  it('is light on paper, without what can only be pressed', async () => {
    await visit(await soundReport(), { at: 'D19', scheme: 'dark' }, async (page) => {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      expect(await brightnessOf(page)).to.be.greaterThan(220);
      for (const control of ['button', 'input', 'select', 'nav'])
        expect(await page.locator(`${control}:visible`).count(), control).to.equal(0);
    });
  });

  it('does not move where less motion is asked for', async () => {
    await visit(await soundReport(), { still: true, at: 'D19' }, async (page) => {
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
