import { expect } from 'chai';
import { describeInBrowser } from '../../../browser/inBrowser.testkit';
import { violationsIn } from './axe.testkit';
import { brokenReport, soundReport } from './features.testkit';
import { cutOffIn, tooWideIn } from './layout.testkit';
import { visit } from './visit.testkit';

/** A page of every kind, by its address, of a run in which all is as stated. */
const sound = {
  'front page': 'findings',
  'claim with both sides': 'D19',
  'claim of one side': 'D16',
  'claim that was not tried': 'K01',
  subjects: 'subjects',
  feature: 'updating/template-changes',
  'feature with commands': 'creating/first-daemon-set',
  'what you can say': 'phrases',
  playground: 'play',
  'the run': 'run',
  'front page in Korean': 'findings?lang=ko',
  'claim in Korean': 'D19?lang=ko',
};

/** Pages that are different where examples fail, or have odd names. */
const broken = {
  'front page with failures': 'findings',
  'feature that failed': 'own/failing',
  'feature with odd names': 'own/hostile',
  'claim with odd names': 'X01',
  'run that failed': 'run',
};

describeInBrowser('every kind of page fits screens and paper, and axe finds nothing wrong', () => {
  for (const [kinds, report] of [
    [sound, soundReport],
    [broken, brokenReport],
  ] as const)
    for (const [kind, at] of Object.entries(kinds))
      it(kind, async () => {
        await visit(await report(), { at, width: 360, still: true }, async (page) => {
          expect(await tooWideIn(page), 'on 360 pixels').to.deep.equal([]);
          await page.setViewportSize({ width: 1600, height: 900 });
          expect(await tooWideIn(page), 'on 1600 pixels').to.deep.equal([]);
          await page.setViewportSize({ width: 700, height: 900 });
          await page.emulateMedia({ media: 'print' });
          expect(await tooWideIn(page), 'on paper').to.deep.equal([]);
          expect(await cutOffIn(page), 'cut off on paper').to.deep.equal([]);
          await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
          expect(await violationsIn(page), 'light').to.deep.equal([]);
          await page.emulateMedia({ colorScheme: 'dark' });
          expect(await violationsIn(page), 'dark').to.deep.equal([]);
        });
      });
});
