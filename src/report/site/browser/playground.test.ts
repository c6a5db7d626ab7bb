import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '../../../browser/inBrowser.testkit';
import { addressOf } from './address.testkit';
import { soundReport } from './features.testkit';
import { visit } from './visit.testkit';

const EXAMPLE = 'the new version reaches every node';

/** Opens an example of the report in the playground. */
const opened = async (change: (page: Page) => Promise<void>): Promise<void> => {
  const report = await soundReport();
  await visit(report, { at: `play/${addressOf(report, EXAMPLE)}` }, async (page) => {
    await page.locator('.cm-content').getByText('Changing the pod template').waitFor();
    await change(page);
  });
};

/** What stands in the editor is written anew. */
const write = async (page: Page, text: string): Promise<void> => {
  await page.locator('.cm-content').fill(text);
};

const feature = (...steps: readonly string[]): string =>
  ['Feature: Mine', '  Example: mine', ...steps.map((step) => `    ${step}`)].join('\n');

const play = (page: Page): Promise<void> => page.getByRole('button', { name: /Play$/ }).click();

describeInBrowser('the playground', () => {
  it('plays an example of the report, and replays it with the same history', async () => {
    await opened(async (page) => {
      await play(page);
      await page.getByText('1 example passed.').waitFor();
      await page.getByRole('button', { name: 'Replay here' }).click();
      await page.getByText('Same history ✓').waitFor();
    });
  });

  it('is reached from an example, which can be changed there', async () => {
    const report = await soundReport();
    const address = addressOf(report, EXAMPLE);
    await visit(report, { at: address }, async (page) => {
      const example = page.locator(`[id="${address}"]`);
      expect(await example.getByRole('link', { name: '▶ Play' }).count()).to.equal(1);
      await example.getByRole('link', { name: 'Change it' }).click();
      await page.locator('.cm-content:focus').getByText('Changing the pod template').waitFor();
    });
  });

  it('folds away what the feature says of itself, so that the steps are seen', async () => {
    await opened(async (page) => {
      const prose = page.locator('.cm-content').getByText('somebody edits the image');
      expect(await prose.count()).to.equal(0);
      await page.locator('.cm-content').getByText('When the daemon set').first().waitFor();
      await page.getByRole('button', { name: 'Show what it says of itself' }).first().click();
      await prose.waitFor();
    });
  });

  it('says that there is no example at an address, and leads to the feature', async () => {
    await visit(await soundReport(), { at: 'play/updating/template-changes:1' }, async (page) => {
      await page.getByText('There is no example at “updating/template-changes:1”.').waitFor();
      await page.locator('.page.on').getByRole('link', { name: 'Changing the pod template' }).click();
      await page.locator('.page.on h1').getByText('Changing the pod template').waitFor();
    });
    await visit(await soundReport(), { at: 'play/nowhere:1' }, async (page) => {
      await page.getByText('There is no example at “nowhere:1”.').waitFor();
    });
  });

  it('plays what is changed, and says of what is not so what was expected, and what is', async () => {
    await opened(async (page) => {
      await write(
        page,
        feature(
          'Given the nodes "a-1" and "b-1"',
          'And the daemon set "log-agent"',
          'When 1 minute passes',
          'Then "log-agent" runs one pod on "a-1" and nowhere else',
        ),
      );
      await play(page);
      await page.getByText('1 example did not pass.').waitFor();
      await page
        .getByText('"log-agent" should run one pod on each node named and no pod elsewhere.')
        .first()
        .waitFor();
    });
  });

  it('marks a mistake while it is typed, in the words of the terminal', async () => {
    await opened(async (page) => {
      await write(
        page,
        feature('Given the nodes "a-1"', 'When node "a-1" is labeled "x=y"', 'Then "log-agent" runs no pods'),
      );
      await page.getByText('No phrase fits this step').first().waitFor();
      await page.locator('.cm-lintRange-error').first().waitFor();
    });
  });

  it('stops what takes too long', async () => {
    await opened(async (page) => {
      await write(
        page,
        feature(
          'Given 5000 nodes',
          'And the daemon set "log-agent"',
          ...[2, 3, 4, 5].map(
            (version) => `And the daemon set "log-agent" is updated to version "v${version}"`,
          ),
          'When 1 minute passes',
          'Then all pods of "log-agent" run version "v5"',
        ),
      );
      await play(page);
      await page.getByRole('button', { name: 'Stop' }).click();
      await page.getByText('It was stopped').waitFor();
      await page.getByRole('button', { name: /Play$/ }).waitFor();
    });
  });

  it('gives a link that opens the same text elsewhere', async () => {
    const report = await soundReport();
    let link = '';
    await opened(async (page) => {
      await write(
        page,
        feature('Given the nodes "shared-1"', 'When 1 minute passes', 'Then node "shared-1" is ready'),
      );
      await page.getByRole('button', { name: 'Copy a link' }).click();
      const byHand = page.getByLabel('Copy this link:');
      await byHand.or(page.getByText('The link is copied.')).first().waitFor();
      link =
        (await byHand.count()) > 0
          ? await byHand.inputValue()
          : await page.evaluate<string>('navigator.clipboard.readText()');
    });
    expect(link).to.contain('#play=');
    await visit(report, { at: link.slice(link.indexOf('#') + 1) }, async (page) => {
      await page.locator('.cm-content').getByText('shared-1').first().waitFor();
    });
  });

  it('says so where a link has lost its end', async () => {
    await visit(await soundReport(), { at: 'play=H4sIAAAAA' }, async (page) => {
      await page.getByText('This link cannot be read.').waitFor();
    });
  });
});
