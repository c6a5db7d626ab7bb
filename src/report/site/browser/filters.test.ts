import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '../../../browser/inBrowser.testkit';
import { soundReport } from './features.testkit';
import { visit } from './visit.testkit';

const shownClaims = (page: Page): Promise<number> => page.locator('#register ol > li:visible').count();

describeInBrowser('the filters of the register', () => {
  it('leave what fits, and stand in the address', async () => {
    await visit(await soundReport(), {}, async (page) => {
      const all = await shownClaims(page);
      await page.getByLabel('Verdict').selectOption('misprint');
      const some = await shownClaims(page);
      expect(some).to.be.within(1, all - 1);
      expect(page.url()).to.match(/verdict=misprint/);
      for (const mark of await page.locator('#register ol > li:visible').allTextContents())
        expect(mark).to.contain('misprint');
    });
  });

  it('are read from the address, also after the way back', async () => {
    await visit(await soundReport(), { at: 'register?verdict=superseded' }, async (page) => {
      const some = await shownClaims(page);
      expect(some).to.be.greaterThan(0);
      for (const mark of await page.locator('#register ol > li:visible').allTextContents())
        expect(mark).to.contain('was true once');
      await page.locator('#register ol > li:visible a').first().click();
      await page.locator('.page.on.claim, .page.on[id^=D], .page.on[id^=K], .page.on[id^=I]').waitFor();
      await page.goBack();
      await page.locator('#register').waitFor();
      expect(await shownClaims(page)).to.equal(some);
      expect(await page.getByLabel('Verdict').inputValue()).to.equal('superseded');
    });
  });

  it('say so where nothing is left', async () => {
    await visit(await soundReport(), { at: 'register?verdict=misprint&subject=deletion' }, async (page) => {
      await page.getByText('No claim is like this.').waitFor();
      await page.getByRole('button', { name: 'Show all' }).click();
      await page.locator('#register output', { hasText: /^(\d+) \/ \1$/ }).waitFor();
    });
  });
});
