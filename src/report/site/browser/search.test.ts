import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '../../../browser/inBrowser.testkit';
import { soundReport } from './features.testkit';
import { visit } from './visit.testkit';

const found = (page: Page) => page.getByRole('listbox').getByRole('option');

describeInBrowser('the search', () => {
  it('finds claims by their words, and is used by keyboard alone', async () => {
    await visit(await soundReport(), {}, async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('pod template affect');
      await found(page).first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: /pod template/i }).waitFor();
    });
  });

  it('finds in Korean, particles or not', async () => {
    await visit(await soundReport(), { at: 'findings?lang=ko' }, async (page) => {
      await page.getByRole('combobox', { name: '검색' }).fill('노드를');
      await found(page).first().waitFor();
      expect(await found(page).first().textContent()).to.match(/노드/);
    });
  });

  it('finds what a pasted message is about', async () => {
    await visit(await soundReport(), {}, async (page) => {
      await page
        .getByRole('combobox')
        .first()
        .fill(
          'Error from server (AlreadyExists): error when creating "x.yaml": daemonsets.apps "y" already exists',
        );
      await found(page).first().waitFor();
      expect((await found(page).allTextContents()).join('\n')).to.match(/second time/);
    });
  });

  it('says so where nothing is found', async () => {
    await visit(await soundReport(), {}, async (page) => {
      await page.getByRole('combobox').first().fill('xyzzyplugh');
      await page.getByText('Nothing was found.').first().waitFor();
    });
  });
});
