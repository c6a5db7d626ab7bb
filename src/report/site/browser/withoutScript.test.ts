import { expect } from 'chai';
import { describeInBrowser } from '../../../browser/inBrowser.testkit';
import { soundReport } from './features.testkit';
import { visit } from './visit.testkit';

describeInBrowser('the page where no script runs', () => {
  it('shows the front page, and leads to others', async () => {
    await visit(await soundReport(), { script: false }, async (page) => {
      await page.getByRole('heading', { level: 1, name: 'What daemon sets do' }).waitFor();
      await page.getByRole('link', { name: 'Subjects' }).click();
      await page.getByRole('heading', { level: 1, name: 'Subjects' }).waitFor();
      expect(await page.getByRole('heading', { level: 1 }).count()).to.equal(1);
      await page.getByRole('link', { name: 'Changing the pod template' }).first().click();
      await page.getByRole('heading', { level: 1, name: 'Changing the pod template' }).waitFor();
    });
  });

  it('shows of every kind of page one at a time, and no control that needs a script', async () => {
    for (const at of ['findings', 'D19', 'subjects', 'updating/template-changes', 'phrases', 'play', 'run'])
      await visit(await soundReport(), { script: false, at }, async (page) => {
        expect(await page.locator('.page:visible').count(), at).to.equal(1);
        expect(await page.locator('button:visible, select:visible').count(), at).to.equal(0);
      });
  });

  it('says of the playground that it needs one', async () => {
    await visit(await soundReport(), { script: false, at: 'play' }, async (page) => {
      const words = page.locator('#play noscript p');
      await words.waitFor();
      expect(await words.textContent()).to.contain('The playground needs JavaScript');
    });
  });

  it('is Korean for those who want it', async () => {
    await visit(await soundReport(), { script: false }, async (page) => {
      await page.getByLabel('한국어').check();
      await page.getByRole('link', { name: '주제' }).waitFor();
    });
  });
});
