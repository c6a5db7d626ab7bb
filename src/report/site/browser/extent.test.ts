import { existsSync } from 'node:fs';
import { expect } from 'chai';
import { describeInBrowser } from '../../../browser/inBrowser.testkit';
import {
  brokenReport,
  dryReport,
  failFastReport,
  oneExampleReport,
  registerlessReport,
  unreadableReport,
} from './features.testkit';
import { visit } from './visit.testkit';

describeInBrowser('what a page says of its run', () => {
  it('tells that examples failed before all else, and leads to them', async () => {
    await visit(await brokenReport(), {}, async (page) => {
      const failure = page
        .locator('.page.on')
        .getByRole('link', { name: 'it runs on one node too few' })
        .first();
      await failure.click();
      await page.locator('.page.on').getByText('Expected').first().waitFor();
      expect(page.url()).to.contain('#own/failing');
    });
  });

  it('tells what was skipped, and why', async () => {
    await visit(await brokenReport(), { at: 'run' }, async (page) => {
      await page.locator('.page.on').getByText('steady control plane').first().waitFor();
      await page.locator('.page.on').getByText('rough day').first().waitFor();
    });
  });

  it('claims nothing where nothing was executed', async () => {
    await visit(await dryReport(), {}, async (page) => {
      await page.getByText('Nothing was executed').first().waitFor();
      expect(await page.getByText('proven', { exact: true }).count()).to.equal(0);
    });
  });

  it('is of one example where one was run', async () => {
    await visit(await oneExampleReport(), {}, async (page) => {
      await page.getByText('1 example').first().waitFor();
      expect(await page.getByText('not tried in this run').count()).to.be.greaterThan(10);
    });
  });

  it('tells how to run just that example again', async () => {
    await visit(await oneExampleReport(), { at: 'run' }, async (page) => {
      const command = "npm start -- features/updating/template-changes.feature --name 'nothing yet' --seed 1";
      await page.locator('.page.on').getByText(command, { exact: true }).waitFor();
    });
  });

  it('tells how far a run got that ended at the first failure', async () => {
    await visit(await failFastReport(), {}, async (page) => {
      await page
        .getByText(/ended at the first failure/)
        .first()
        .waitFor();
    });
  });

  it('is there without a register of claims', async () => {
    await visit(await registerlessReport(), {}, async (page) => {
      await page.getByText('no register of claims').first().waitFor();
      await page.getByRole('link', { name: 'Subjects' }).click();
      await page.getByRole('link', { name: 'An agent that is not where it should be' }).waitFor();
    });
  });

  it('tells where a feature cannot be read', async () => {
    const report = await unreadableReport();
    expect(existsSync(report)).to.equal(true);
    await visit(report, { at: 'run' }, async (page) => {
      await page.getByText('odd.feature').first().waitFor();
    });
  });
});
