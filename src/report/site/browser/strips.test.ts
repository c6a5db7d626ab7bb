import { expect } from 'chai';
import { describeInBrowser } from '../../../browser/inBrowser.testkit';
import { addressOf } from './address.testkit';
import { soundReport } from './features.testkit';
import { visit } from './visit.testkit';

const EXAMPLE = 'the new version reaches every node';

describeInBrowser('the film strips', () => {
  it('are reached and scrolled by keyboard', async () => {
    const report = await soundReport();
    await visit(report, { at: addressOf(report, EXAMPLE), width: 360 }, async (page) => {
      const strip = page.locator('.page.on').getByRole('group', { name: EXAMPLE });
      await strip.focus();
      const before = await strip.evaluate<number, HTMLElement>('(element) => element.scrollLeft');
      for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowRight');
      await page.waitForFunction(
        `document.activeElement.scrollLeft > ${before} || document.activeElement.scrollWidth <= document.activeElement.clientWidth`,
      );
    });
  });

  it('have a table that says the same in words', async () => {
    const report = await soundReport();
    await visit(report, { at: addressOf(report, EXAMPLE) }, async (page) => {
      const example = page.locator(`[id="${addressOf(report, EXAMPLE)}"]`);
      await example.getByText('As a table').first().click();
      await example.getByRole('table').first().waitFor();
      expect(await example.getByRole('table').first().textContent()).to.contain('east-1');
    });
  });

  it('show the moments in between, one after the other, each with an address', async () => {
    const report = await soundReport();
    await visit(report, { at: addressOf(report, EXAMPLE) }, async (page) => {
      const example = page.locator(`[id="${addressOf(report, EXAMPLE)}"]`);
      await example.getByText('moments in between').last().click();
      await example.getByRole('slider').waitFor();
      await example.getByRole('button', { name: /next|forward/i }).click();
      const at = example.locator('.at', { hasText: /2 of \d+/ });
      const where = await at.textContent();
      await at.getByRole('link').click();
      expect(page.url()).to.match(/:\d+\/\d+\/2$/);
      await page.reload();
      await example.getByRole('slider').waitFor();
      expect(await at.textContent()).to.equal(where);
    });
  });
});

describeInBrowser('the plots of updates', () => {
  it('say in a sentence and in a table what they draw', async () => {
    const report = await soundReport();
    await visit(report, { at: addressOf(report, EXAMPLE) }, async (page) => {
      const plot = page.locator(`[id="${addressOf(report, EXAMPLE)}"] figure`).first();
      const says = await plot.getByRole('img').getAttribute('aria-label');
      expect(says).to.match(/old pods fall/);
      expect(await plot.locator('figcaption').textContent()).to.equal(says);
      await plot.getByText('As a table').click();
      expect(await plot.getByRole('row').count()).to.be.greaterThan(3);
    });
  });
});

describeInBrowser('the pictures', () => {
  for (const width of [360, 1200])
    it(`have every pod that is on a node within it, on ${width} pixels`, async () => {
      const claims = ['D02', 'D19', 'I16'];
      for (const at of claims)
        await visit(await soundReport(), { at, width }, async (page) => {
          const outside = await page.evaluate<readonly string[]>(`
            [...document.querySelectorAll('.page.on .c li')].flatMap((node) =>
              [...node.querySelectorAll('i:not(.m)')]
                .filter((pod) => pod.getBoundingClientRect().bottom > node.getBoundingClientRect().bottom
                  || pod.getBoundingClientRect().right > node.getBoundingClientRect().right)
                .map((pod) => node.textContent))
          `);
          expect(outside, at).to.deep.equal([]);
        });
    });
});
