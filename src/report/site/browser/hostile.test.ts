import { expect } from 'chai';
import { describeInBrowser } from '../../../browser/inBrowser.testkit';
import { brokenReport } from './features.testkit';
import { visit } from './visit.testkit';

describeInBrowser('a page with texts that nobody would choose', () => {
  it('shows markup, scripts and letters of all kinds as text, and runs none of it', async () => {
    await visit(await brokenReport(), { at: 'own/hostile' }, async (page) => {
      await page.getByRole('heading', { level: 1, name: "<script>window.taken='title'</script>" }).waitFor();
      expect(await page.locator('.page.on').textContent()).to.contain(
        "</script><script>window.taken='manifest'",
      );
      expect(await page.locator('.page.on').textContent()).to.contain('مجموعة');
      await page.goto(page.url().replace(/#.*/, '#X01'));
      await page.getByRole('heading', { level: 1, name: 'onerror' }).waitFor();
      expect(await page.evaluate('window.taken')).to.equal(undefined);
      expect(await page.locator('img, a[href^="javascript:"]').count()).to.equal(0);
    });
  });

  it('gives every text that runs the other way a place of its own', async () => {
    await visit(await brokenReport(), { at: 'own/hostile' }, async (page) => {
      const directions = await page.evaluate<readonly string[]>(`
        [...document.querySelectorAll('h1, h2, h3, header a')].map((element) => getComputedStyle(element).direction)
      `);
      expect(new Set(directions)).to.deep.equal(new Set(['ltr']));
    });
  });
});
