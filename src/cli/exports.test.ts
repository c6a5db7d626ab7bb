import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { HOUSE, Project } from './project.testkit';

const REPORT = 'src/index.api.md';

describe('the report of the public entry', function () {
  this.timeout(120_000);
  const project = new Project();

  const change = (file: string, text: string) => writeFileSync(join(project.directory, file), text);
  const read = (file: string) => readFileSync(join(project.directory, file), 'utf8');

  before(() =>
    project.write({
      'package.json': '{ "name": "small" }',
      'tsconfig.json': readFileSync(join(HOUSE, 'tsconfig.json'), 'utf8'),
      'src/index.ts': "export { count } from './count';\n",
      'src/count.ts':
        '/** How many. */\nexport const count = (words: readonly string[]): number => words.length;\n',
    }),
  );

  after(() => project.remove());

  it('is written, and is then up to date', async () => {
    expect(await project.run('exports')).to.include({ stderr: '', code: 0 });
    expect(read(REPORT)).to.contain(
      '// @public\nexport const count: (words: readonly string[]) => number;\n',
    );
    expect(await project.run('exports', '--check')).to.include({ stderr: '', code: 0 });
  });

  it('is not written where an option is misspelt', async () => {
    change(REPORT, 'old');
    const { code, stderr } = await project.run('exports', '--chek');
    expect(stderr).to.equal('There is no option --chek. There are: --check; --help.\n');
    expect(code).to.equal(1);
    expect(read(REPORT)).to.equal('old');
    await project.run('exports');
  });

  it('is refused when a signature has changed, with what has, and what to do', async () => {
    change(
      'src/count.ts',
      '/** How many. */\nexport const count = (words: string): number => words.length;\n',
    );
    const before = read(REPORT);
    const { code, stderr } = await project.run('exports', '--check');
    expect(code).to.equal(1);
    expect(stderr).to.match(/^src\/index\.api\.md is out of date/);
    expect(stderr).to.contain('- export const count: (words: readonly string[]) => number;');
    expect(stderr).to.contain('+ export const count: (words: string) => number;');
    expect(stderr).to.contain('npm run exports');
    expect(read(REPORT)).to.equal(before);
  });

  it('is not written of what is undocumented, lacks a type, or needs what is not exported', async () => {
    change(
      'src/count.ts',
      'interface Word { text: string }\n' +
        'export const count = (words: readonly Word[]): number => words.length;\n' +
        '/** Now. */\nexport const now = Date.now();\n',
    );
    const { code, stderr } = await project.run('exports');
    expect(code).to.equal(1);
    expect(stderr).to.match(/^src\/count\.ts:4: Write out the type of what is exported\./m);
    expect(stderr).to.match(
      /^src\/\S+: The symbol "Word" needs to be exported by the entry point src\/index\.ts$/m,
    );
    expect(stderr).to.match(/^src\/index\.ts: "count" is exported and has no TSDoc comment\.$/m);
  });
});
