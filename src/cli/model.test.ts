import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { Project } from './project.testkit';

const PLACE = '<!-- what is left out -->\n\n';

describe('the list of what the model leaves out', function () {
  this.timeout(60_000);
  const project = new Project();
  const readme = join(project.directory, 'README.md');

  before(() => project.write({}));
  beforeEach(() => writeFileSync(readme, `# Small\n\n${PLACE}nothing\n\n<!-- -->\n`));
  after(() => project.remove());

  it('is written into its place in the README, and is then up to date', async () => {
    const stale = await project.run('model', '--check');
    expect(stale.stderr).to.match(/^README\.md is out of date: .* Run `npm run model`\.\n$/);
    expect(stale.code).to.equal(1);
    expect(await project.run('model')).to.include({ stderr: '', code: 0 });
    expect(readFileSync(readme, 'utf8')).to.match(
      /^# Small\n\n<!-- what is left out -->\n\n- `APIService`: /,
    );
    expect(await project.run('model', '--check')).to.include({ stderr: '', code: 0 });
  });

  it('is not written where an option is misspelt, or where there is no place for it', async () => {
    const { code, stderr } = await project.run('model', '--chek');
    expect([code, stderr]).to.deep.equal([1, 'There is no option --chek. There are: --check; --help.\n']);
    expect(readFileSync(readme, 'utf8')).to.contain('nothing');
    writeFileSync(readme, '# Small\n');
    expect((await project.run('model')).stderr).to.equal(
      'README.md has no place for what the model leaves out.\n',
    );
  });
});
