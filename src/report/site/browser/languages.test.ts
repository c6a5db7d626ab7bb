import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '../../../browser/inBrowser.testkit';
import { soundReport } from './features.testkit';
import { visit } from './visit.testkit';

const languageOf = (page: Page): Promise<string> => page.evaluate<string>('document.documentElement.lang');

const HANGUL = /\p{Script=Hangul}/u;

describeInBrowser('the language of the page', () => {
  it('is switched in place, with title, address and language of the document', async () => {
    await visit(await soundReport(), { at: 'run' }, async (page) => {
      expect(await languageOf(page)).to.equal('en');
      expect(await page.title()).to.equal('This run · Rollcall');
      await page.getByRole('button', { name: '한국어' }).click();
      await page.getByRole('heading', { level: 1, name: '이번 실행' }).waitFor();
      expect(await languageOf(page)).to.equal('ko');
      expect(await page.title()).to.match(HANGUL);
      expect(page.url()).to.match(/#run\?lang=ko$/);
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('heading', { level: 1, name: 'This run' }).waitFor();
      expect(await languageOf(page)).to.equal('en');
    });
  });

  it('is that of the address, whatever the browser speaks', async () => {
    await visit(await soundReport(), { at: 'findings?lang=ko' }, async (page) => {
      expect(await languageOf(page)).to.equal('ko');
      await page.getByRole('heading', { level: 1, name: HANGUL }).waitFor();
    });
  });

  it('is that of the browser, if the address says nothing', async () => {
    await visit(await soundReport(), { locale: 'ko-KR' }, async (page) => {
      expect(await languageOf(page)).to.equal('ko');
    });
  });

  it('stays on the way to another page', async () => {
    await visit(await soundReport(), { at: 'run?lang=ko' }, async (page) => {
      await page.getByRole('link', { name: '주제' }).click();
      await page.getByRole('heading', { level: 1, name: '주제' }).waitFor();
      expect(await languageOf(page)).to.equal('ko');
      expect(page.url()).to.match(/lang=ko/);
    });
  });

  it('marks every text in the other language as such', async () => {
    await visit(await soundReport(), { at: 'findings?lang=ko' }, async (page) => {
      const unmarked = await page.evaluate<readonly string[]>(`
        [...document.querySelectorAll('[lang=ko]')]
          .filter((element) => element.closest('.page') && !/\\p{Script=Hangul}|\\d/u.test(element.textContent))
          .filter((element) => element.textContent.trim() !== '' && element.children.length === 0)
          .map((element) => element.textContent)
      `);
      expect([...new Set(unmarked)]).to.deep.equal(
        ['Kubernetes', 'Rollcall'].filter((word) => unmarked.includes(word)),
      );
    });
  });
});
