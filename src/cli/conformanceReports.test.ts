import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { register, reportOf, SKIPPED } from '../conformance/report/reports.testkit';
import { reportText } from '../conformance/report/text';
import { runCommandIn } from './project.testkit';

describe('the commands about reports of conformance runs', function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-reports-'));
  const write = (file: string, text: string): void => writeFileSync(join(folder, file), text);
  const good = reportOf([{ claims: ['D01'] }, { claims: ['D02'] }, SKIPPED]);
  const worse = reportOf([{ claims: ['D01'] }, { claims: ['D02'], outcome: 'failed' }, SKIPPED]);
  // A register is read from the folder that the command works in.
  const claims = register.map(({ id, verdict, claim }) =>
    [`- id: ${id}`, `verdict: ${verdict}`, `claim: ${claim}`, 'condition: Always.'].join('\n  '),
  );
  before(() => {
    mkdirSync(join(folder, 'features'));
    write('features/claims.yaml', claims.join('\n'));
    write('good.yaml', reportText(good));
    write('worse.yaml', reportText(worse));
    write('lie.yaml', reportText(worse).replaceAll('contradicted', 'holds-when'));
    write('other.yaml', 'kind: ConfigMap');
  });
  after(() => rmSync(folder, { recursive: true }));

  it('accept a report that is in order, and refuse one that was changed, with the place', async () => {
    const fine = await runCommandIn(folder, 'conformanceCheck', 'good.yaml');
    expect([fine.code, fine.stdout]).to.deep.equal([
      0,
      'good.yaml: success. Core: 2 of 2 passed. Extended: 0 of 1 passed, 1 skipped. It is in order.\n',
    ]);
    const refused = await runCommandIn(folder, 'conformanceCheck', 'lie.yaml');
    expect(refused.code).to.equal(1);
    expect(refused.stderr).to.contain(
      'lie.yaml: claims[1] (D02): "found" is holds-when, but its examples make it contradicted.',
    );
    expect(refused.stderr).to.contain('lie.yaml: seal: it does not fit.');
  });

  it('compare two reports: 0 for the same, 1 for others, 2 for what is no report', async () => {
    const same = await runCommandIn(folder, 'conformanceCompare', 'good.yaml', 'good.yaml');
    expect(same.code, same.stderr).to.equal(0);
    const other = await runCommandIn(folder, 'conformanceCompare', 'good.yaml', 'worse.yaml');
    expect(other.code).to.equal(1);
    expect(other.stdout).to.contain('D02  holds-when → contradicted');
    const yaml = await runCommandIn(folder, 'conformanceCompare', '-o', 'yaml', 'good.yaml', 'worse.yaml');
    expect(yaml.stdout).to.contain('id: D02');
    const none = await runCommandIn(folder, 'conformanceCompare', 'good.yaml', 'other.yaml');
    expect([none.code, none.stderr.split('\n')[0]]).to.deep.equal([
      2,
      'other.yaml is no report of a conformance run:',
    ]);
  });
});
