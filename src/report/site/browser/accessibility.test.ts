import { source } from 'axe-core';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { brokenReport, soundReport } from './features.testkit';
import { BROKEN_KINDS, KINDS } from './kinds.testkit';
import { describeInBrowser, visit } from './visit.testkit';

/** What axe finds wrong with what is shown. */
const violations = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(source);
  return page.evaluate<readonly string[]>(`
    axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.flatMap(({ id, help, nodes }) =>
        nodes.slice(0, 3).map(({ html }) => id + ': ' + help + ': ' + html.slice(0, 160))))
  `);
};

const pages = [
  ...Object.entries(KINDS).map(([kind, at]) => ({ kind, at, report: soundReport })),
  ...Object.entries(BROKEN_KINDS).map(([kind, at]) => ({ kind, at, report: brokenReport })),
];

describeInBrowser('the page for those who hear it or use no mouse', () => {
  for (const { kind, at, report } of pages)
    it(`has nothing that axe objects to, light or dark: ${kind}`, async () => {
      await visit(await report(), { at }, async (page) => {
        expect(await violations(page), 'light').to.deep.equal([]);
        await page.emulateMedia({ colorScheme: 'dark' });
        expect(await violations(page), 'dark').to.deep.equal([]);
      });
    });

  it('has nothing that axe objects to in Korean', async () => {
    await visit(await soundReport(), { at: 'findings?lang=ko' }, async (page) => {
      expect(await violations(page)).to.deep.equal([]);
    });
  });
});
