import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { REGISTER_PATH } from '../catalogue/register';
import { HOUSE, Project } from './project.testkit';

const readme = readFileSync(join(HOUSE, 'README.md'), 'utf8');

/** The one block of code in the README that is written in a language. */
const block = (language: string): string =>
  new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'ms').exec(readme)?.[1] ?? '';

describe('the worked example of the README', function () {
  this.timeout(60_000);
  const project = new Project();

  const configuration = JSON.stringify({
    require: [join(HOUSE, 'steps/**/!(*.test).ts')],
    format: [[join(HOUSE, 'src/report/formatter.cjs')]],
  });

  before(() =>
    project.write({
      'cucumber.js': `module.exports = { default: ${configuration} };`,
      [REGISTER_PATH]: readFileSync(join(HOUSE, REGISTER_PATH), 'utf8'),
      'mine/disk-cleaner.yaml': block('yaml'),
      'mine/disk-cleaner.feature': block('gherkin'),
      'mine/as-told.feature': block('gherkin').replace(
        'is labelled "disk=local"',
        'is labelled "disk=remote"',
      ),
    }),
  );

  after(() => project.remove());

  it('passes as it is printed', async () => {
    const { code, stdout, stderr } = await project.run('start', 'mine/disk-cleaner.feature');
    expect(stderr).to.equal('');
    expect(stdout).to.match(/1 example: 1 passed/);
    expect(code).to.equal(0);
  });

  it('fails as the README says, and shows the cluster', async () => {
    const { code, stdout } = await project.run('start', 'mine/as-told.feature');
    expect(stdout).to.match(/web-1 .*no pod of disk-cleaner .*it wants disk=local/);
    expect(code).to.equal(1);
  });
});
