import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { REGISTER_PATH } from '../catalogue/register';
import { HOUSE, Project } from './project.testkit';

const INPUTS = join(HOUSE, 'src/evidence/trust');

/** Files that try nothing, or nothing that can be read: whoever runs them is told so, and gets exit code 1. */
const ANSWERS: Readonly<Record<string, RegExp>> = {
  'U03-utf16.feature': /U03-utf16\.feature: This file is no text in UTF-8; it may be UTF-16/,
  'U04-empty-examples-table.feature': /:7: The table under Examples: has no row\./,
  'U05-no-example.feature': /:1: The feature has no example\./,
  'U06-no-then.feature': /:2: The example "no then" has no Then\./,
  'U08-columns.feature': /:3: No column is called "sett"[\s\S]*:9: No step has "<version>" in it/,
  'L01-house-conform/empty-outline.feature': /:12: The table under Examples: has no row\./,
  'L01-house-conform/no-examples.feature': /:5: The rule "A daemon set runs on every node" has no example\./,
  'L01-house-conform/no-then.feature': /:8: The example "two nodes" has no Then\./,
};

describe('files that try nothing', function () {
  this.timeout(60_000);
  const project = new Project();

  before(async () => {
    const configuration = JSON.stringify({
      require: [join(HOUSE, 'steps/**/!(*.test).ts')],
      format: [[join(HOUSE, 'src/report/formatter.cjs')]],
    });
    await project.write({
      'cucumber.js': `module.exports = { default: ${configuration} };`,
      [REGISTER_PATH]: readFileSync(join(HOUSE, REGISTER_PATH), 'utf8'),
    });
    cpSync(INPUTS, join(project.directory, 'trust'), { recursive: true });
  });

  after(() => project.remove());

  for (const [file, answer] of Object.entries(ANSWERS))
    it(`are not called well: ${file}`, async () => {
      const { code, stderr } = await project.run('start', `trust/${file}`);
      expect(stderr).to.match(answer);
      expect(code).to.equal(1);
    });

  it('are not by the rules of the house', async () => {
    const { code, stderr } = await project.run('lint', 'trust/L01-house-conform');
    for (const [file, answer] of Object.entries(ANSWERS))
      if (file.startsWith('L01')) expect(stderr).to.match(answer);
    expect(code).to.equal(1);
  });
});
