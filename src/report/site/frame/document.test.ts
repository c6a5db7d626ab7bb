import { createHash } from 'node:crypto';
import { TestStepResultStatus } from '@cucumber/messages';
import { expect } from 'chai';
import type { Claim } from '../../../catalogue/register';
import type { RunLog } from '../../../run/log';
import { logOf, type Rehearsal } from '../../../run/run.testkit';
import { siteOf } from '../model/siteOf';
import { documentOf } from './document';

const CODE = {
  style: 'a{}',
  plainStyle: 'b{}',
  script: 'go()',
  blocks: [{ name: 'playground', packed: 'H4sI', runs: 'play()' }],
};
const CLAIM = { id: 'D01', claim: 'A claim.', verdict: 'holds', line: 1 } as const;

const pageOf = (rehearsal: Rehearsal): string => pageOfLog(logOf(rehearsal));

const pageOfLog = (log: RunLog, selection: readonly string[] = [], claim: Claim = CLAIM): string =>
  documentOf(
    siteOf(log, {
      claims: [claim],
      questions: [],
      forms: new Map(),
      translated: new Set(),
      options: { seed: 1, disturbed: false },
      selection,
      version: '0.1.0',
      beside: ['junit.xml'],
      now: 0,
    }),
    CODE,
  );

const NASTY = `</script><script>alert("1")</script> <!-- 'é' \u001b[31m \u202e 👩‍🚀 ${'w'.repeat(300)}`;

describe('the page of a run', () => {
  it('shows text from outside as text, wherever it stands', () => {
    const page = pageOf({
      feature: `Feature: ${NASTY}

  ${NASTY}

  Rule: ${NASTY}
    # Authority: measured: ${NASTY}
    @D01
    Example: ${NASTY}
      Given a table:
        | ${NASTY} |
      When a text:
        """
        ${NASTY}
        """
      Then ${NASTY}
`,
      phrases: ['a table:', 'a text:'],
      uri: `features/${NASTY.slice(0, 40)}.feature`,
    });
    const scripts = page.match(/<script[^>]*>/g) ?? [];
    expect(scripts.filter((tag) => !tag.includes('type="text/plain"'))).to.deep.equal([
      '<script>',
      '<script>',
    ]);
    expect(page).not.to.include('alert("1")</script>');
    expect(page).not.to.match(/<!--/);
    expect(page).not.to.include('\u001b');
    expect(page).to.include('\\x1b[31m');
    expect(page).to.include('w'.repeat(300));
  });

  it('lets nothing run but its own scripts, which it names, and nothing be fetched', () => {
    const page = pageOf({ feature: 'Feature: a' });
    const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
    expect(policy).to.match(/^default-src 'none'; script-src 'sha256-/);
    expect(policy).not.to.match(/script-src[^;]*unsafe/);
    for (const script of ['go()', 'play()'])
      expect(policy).to.include(createHash('sha256').update(script).digest('base64'));
    expect(page).not.to.match(/(?:src|href)="(?:https?:)?\/\//);
  });

  it('has every address once', () => {
    const page = pageOf({
      feature: `Feature: a
  Rule: r
    Scenario Outline: <n>
      Then <n>
      Examples:
        | n |
        | 1 |
        | 1 |
  Rule: s
    @D01
    Example: t
      Then 2
`,
      phrases: ['1', '2'],
    });
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids).to.include.members(['a:2', 'a:7', 'a:8', 'a:9', 'a:11', 'D01']);
    expect(new Set(ids).size).to.equal(ids.length);
    // What is played is an example of the page, too.
    for (const [, address = ''] of page.matchAll(/ href="#(?:play\/)?([^"=?]*)(?:\?change=yes)?"/g))
      expect(ids, address).to.include(decodeURI(address));
  });

  it('speaks of both sides only where the register names them', () => {
    const log = logOf({
      feature:
        '@D01\nFeature: a\n  Rule: r\n    Example: b\n      Then 1\n  Rule: s\n    Example: c\n      Then 1\n',
      phrases: ['1'],
    });
    expect(pageOfLog(log)).to.contain('See it happen').and.not.to.contain('Both sides');
    const sides = ['b', 'c'].map((title) => ({
      says: { en: title, ko: title },
      example: { feature: 'features/a.feature', title },
    }));
    expect(pageOfLog(log, [], { ...CLAIM, sides })).to.contain('Both sides');
  });

  it('says how to run the same again: all of it, or what was chosen, as a shell takes it', () => {
    const log = logOf({ feature: 'Feature: a' });
    expect(pageOfLog(log)).to.contain('<code>npm start -- --seed 1</code>');
    expect(pageOfLog(log, ['features/my own', '--tags', '@D07 or @D19'])).to.contain(
      "<code>npm start -- 'features/my own' --tags '@D07 or @D19' --seed 1</code>",
    );
  });

  it('names failures first', () => {
    const page = pageOf({
      feature: 'Feature: a\n  Example: it breaks\n    Then 1\n',
      phrases: ['1'],
      ending: () => ({ status: TestStepResultStatus.FAILED, message: 'no' }),
    });
    expect(page.indexOf('Not as stated')).to.be.within(1, page.indexOf('The register'));
    expect(page).to.include('1 failed');
  });
});
