import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '../../../browser/inBrowser.testkit';
import { addressOf } from './address.testkit';
import { soundReport } from './features.testkit';
import { visit } from './visit.testkit';

describeInBrowser('a reader of the page', () => {
  it('finds the front page where nothing is asked for', async () => {
    await visit(await soundReport(), {}, async (page) => {
      expect(await page.getByRole('heading', { level: 1 }).allTextContents()).to.have.length(1);
      await page.getByText('all as stated').first().waitFor();
    });
  });

  it('is two clicks from a question to its answer', async () => {
    await visit(await soundReport(), {}, async (page) => {
      await page.getByText('Why did my pod not move?').click();
      const causes = page.locator('details[open]').getByRole('link');
      expect(await causes.count()).to.be.greaterThan(1);
      await causes.first().click();
      expect(page.url()).to.match(/#[DKI]\d\d/);
      await page.locator('.page.on').getByRole('heading', { level: 1 }).waitFor();
      await page.locator('.page.on .strip').first().waitFor();
    });
  });

  it('comes to the claim, the feature and the example that an address names', async () => {
    await visit(await soundReport(), { at: 'D19' }, async (page) => {
      await page.getByRole('heading', { level: 1, name: /pod template/ }).waitFor();
    });
    await visit(await soundReport(), { at: 'updating/template-changes' }, async (page) => {
      await page.getByRole('heading', { level: 1, name: 'Changing the pod template' }).waitFor();
    });
    const example = addressOf(await soundReport(), 'a new version changes nothing yet');
    await visit(await soundReport(), { at: example }, async (page) => {
      await page.locator('.page.on').getByText('a new version changes nothing yet').first().waitFor();
      expect(await topOf(page, example)).to.be.within(-5, 400);
    });
  });

  it('sees the front page where an address names nothing', async () => {
    await visit(await soundReport(), { at: 'no/such:place' }, async (page) => {
      await page.getByRole('heading', { level: 1, name: 'What daemon sets do' }).waitFor();
    });
  });

  it('goes back to where they were', async () => {
    await visit(await soundReport(), {}, async (page) => {
      await page.getByRole('link', { name: 'Subjects' }).click();
      await page.getByRole('heading', { level: 1, name: 'Subjects' }).waitFor();
      await page.goBack();
      await page.getByRole('heading', { level: 1, name: 'What daemon sets do' }).waitFor();
    });
  });
});

/** How far below the upper edge of the window something is, in pixels. */
const topOf = (page: Page, id: string): Promise<number> =>
  page.evaluate<number>(`document.getElementById(${JSON.stringify(id)}).getBoundingClientRect().top`);
