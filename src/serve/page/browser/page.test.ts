import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '../../../browser/inBrowser.testkit';
import { violationsIn } from '../../../report/site/browser/axe.testkit';
import type { Served } from '../../serve';
import { daemonSetSpec } from '../daemonSet.testkit';
import { visit } from './visit.testkit';

const DAEMON_SETS = '/apis/apps/v1/namespaces/default/daemonsets';

/** Creates a daemon set, or gives it another template, as a client does. */
const write = async (served: Served, version: string, method: 'POST' | 'PATCH'): Promise<void> => {
  const isNew = method === 'POST';
  const response = await fetch(`${served.url}${DAEMON_SETS}${isNew ? '' : '/log-agent'}`, {
    method,
    headers: { 'content-type': isNew ? 'application/json' : 'application/merge-patch+json' },
    body: JSON.stringify({ metadata: { name: 'log-agent' }, spec: daemonSetSpec(version) }),
  });
  expect(response.ok).to.equal(true);
};

/** The pods that are drawn in such a state: `` ready, `w` pending. */
const pods = (page: Page, state: string) => page.locator(`.c i${state}`);
const READY = ':not(.w, .u, .t, .f, .s, .G)';

const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>('document.documentElement.scrollWidth > document.documentElement.clientWidth');

describeInBrowser('the page of a cluster, in a browser', () => {
  it('shows what clients do, live: pods that come, and how far an update has got', async () => {
    await visit({ paused: true }, async (page, served) => {
      await page.getByText('There is no daemon set yet').waitFor();
      await write(served, 'v1', 'POST');
      await pods(page, '').nth(2).waitFor();
      expect(await pods(page, READY).count()).to.equal(0);
      await page.getByRole('row', { name: 'log-agent v1 3 3 3 0' }).waitFor();
      await page.getByText('The daemon set log-agent is new').first().waitFor();
      await page.getByRole('button', { name: 'until quiet' }).click();
      await pods(page, READY).nth(2).waitFor();
      await page.getByRole('row', { name: 'log-agent v1 3 3 3 3' }).waitFor();
      await write(served, 'v2', 'PATCH');
      await page.locator('.c i.t').first().waitFor();
      await page.getByRole('row', { name: /log-agent v2/ }).waitFor();
    });
  });

  it('pauses, steps and speeds up the clock of its cluster', async () => {
    await visit({ clusters: ['default', 'ci-1'], path: '/clusters/ci-1/' }, async (page, served) => {
      const { clock } = served.clusters.get('ci-1');
      await page.getByRole('button', { name: 'Pause' }).click();
      await page.getByText('paused').waitFor();
      expect(clock.paused).to.equal(true);
      const before = clock.now;
      const shown = await page.locator('.clock time').textContent();
      await page.getByRole('button', { name: '1 min' }).click();
      const later = new Date(Date.parse(`${shown}Z`) + 60_000).toISOString().slice(0, 19).replace('T', ' ');
      await page.locator('.clock time', { hasText: later }).waitFor();
      expect(clock.now - before).to.equal(60_000);
      await page.getByRole('button', { name: '60×' }).click();
      await page.locator('button[aria-pressed="true"]', { hasText: '60×' }).waitFor();
      await page.getByRole('button', { name: 'Go on' }).click();
      await page.getByText('running at 60×').waitFor();
      expect([clock.paused, clock.speed]).to.deep.equal([false, 60]);
      expect(served.cluster.clock.speed).to.equal(1);
      await page.getByRole('link', { name: 'default' }).click();
      await page.getByRole('heading', { level: 1, name: 'The cluster “default”' }).waitFor();
    });
  });

  it('is used by keyboard alone, and keeps the focus while pictures come', async () => {
    await visit({ paused: true }, async (page, served) => {
      const step = page.getByRole('button', { name: '10 s' });
      await page.getByRole('button', { name: 'Go on' }).focus();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await write(served, 'v1', 'POST');
      await pods(page, '').nth(2).waitFor();
      const before = served.cluster.clock.now;
      await page.keyboard.press('Enter');
      await pods(page, READY).nth(2).waitFor();
      expect(served.cluster.clock.now - before).to.equal(10_000);
      expect(await step.evaluate('document.activeElement.textContent')).to.equal('10 s');
    });
  });

  it('gives away its kubeconfig, and the commands to begin with', async () => {
    await visit({}, async (page, served) => {
      await page.getByRole('button', { name: 'Copy' }).first().click();
      await page.getByText('Copied').waitFor();
      const copied = await page.evaluate<string>('navigator.clipboard.readText()');
      expect(copied).to.contain(`curl -s ${served.url}/clusters/default/kubeconfig`);
      await page.getByText('The kubeconfig').click();
      await page.getByText(`server: ${served.url}`).waitFor();
    });
  });

  it('shows nothing until it has the token, and forgets it', async () => {
    await visit({ token: 'secret', isRefused: true }, async (page) => {
      const token = page.getByLabel('Token');
      await token.fill('other');
      await page.keyboard.press('Enter');
      await page.getByText('That is not the token.').waitFor();
      await token.fill('secret');
      await page.getByRole('button', { name: 'Show the cluster' }).click();
      await page.locator('.c li', { hasText: 'node-3' }).waitFor();
      await page.getByRole('button', { name: 'Pause' }).click();
      await page.getByText('paused').waitFor();
      expect(await page.evaluate('document.cookie + JSON.stringify(localStorage)')).to.equal('{}');
      await page.reload();
      await token.waitFor();
      expect(await page.locator('.c li').count()).to.equal(0);
    });
  });

  it('says so when the server is no more', async () => {
    await visit({ isRefused: true }, async (page, served) => {
      await page.getByRole('button', { name: 'Pause' }).waitFor();
      await served.close();
      await page.getByText('The server does not answer.').waitFor();
    });
  });

  it('is a picture where no script runs', async () => {
    await visit({ script: false }, async (page) => {
      expect(await page.locator('.c li').count()).to.equal(3);
      expect(await page.locator('button').count()).to.equal(0);
      await page.locator('noscript p', { hasText: 'without JavaScript nothing moves' }).waitFor();
    });
  });

  for (const [kind, look] of Object.entries({
    light: {},
    dark: { scheme: 'dark' },
    Korean: { path: '/?lang=ko' },
    'without nodes': { nodes: 0 },
    'of 250 nodes': { nodes: 250 },
    'with a token': { token: 'secret' },
  } as const))
    it(`fits a telephone, and axe finds nothing wrong: ${kind}`, async () => {
      await visit({ width: 360, ...look }, async (page, served) => {
        await page.getByRole('button').first().waitFor();
        if (!('token' in look)) {
          await write(served, 'v1', 'POST');
          await page.locator('.sets td').first().waitFor();
        }
        expect(await isTooWide(page)).to.equal(false);
        expect(await violationsIn(page)).to.deep.equal([]);
      });
    });
});
