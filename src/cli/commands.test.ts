import { expect } from 'chai';
import { Project } from './project.testkit';

const steps = `
const { When } = require('@cucumber/cucumber');
When('node {string} is labelled {string}', (_node, _label) => {});
When('node {string} leaves', (_node) => { throw new Error('it would not go'); });
When('node {string} leaves for good', (_node) => {});
When('node {string} {word} for good', (_node, _verb) => {});
`;

const claims = `
- id: D01
  claim: One pod a node.
  verdict: holds
`;

const example = (step: string, tag = '@D01'): string =>
  `${tag}\nFeature: Nodes\n  Words.\n  Rule: A truth\n    Example: it happens\n      ${step}\n`;

describe('the commands', function () {
  this.timeout(60_000);
  const project = new Project();

  before(() =>
    project.write({
      'steps/nodes.js': steps,
      'features/claims.yaml': claims,
      'features/good.feature': example('When node "east-1" is labelled "role=db"'),
      'own/leaving.feature': example('When node "east-1" leaves'),
      'own/undefined.feature': example('When node "east-1" is labeled "role=db"'),
      'own/ambiguous.feature': example('When node "east-1" leaves for good'),
      'own/syntax.feature': example('When node "east-1" leaves\n      Thn all is well'),
      'own/typo.feature': example('Whn node "east-1" leaves'),
      'own/tag.feature': example('When node "east-1" is labelled "role=db"', '@D77'),
      'dotted.folder/good.feature': example('When node "east-1" is labelled "role=db"'),
      'own/notes.txt': 'no feature',
    }),
  );

  after(() => project.remove());

  /** Expects a refusal of one line, without a stack. */
  const refuses = async (args: readonly string[], complaint: RegExp) => {
    const { code, stderr } = await project.run('start', ...args);
    expect(code).to.equal(1);
    expect(stderr.trim().split('\n')).to.have.length(1);
    expect(stderr).to.match(complaint);
  };

  it('run all features and end with claims, totals and seed', async () => {
    const { code, stdout, stderr } = await project.run('start', '--seed', '7');
    expect(stderr).to.equal('');
    expect(stdout).to.match(/✓ D01 {2}holds .*One pod a node\./);
    expect(stdout).to.match(
      /1 of 1 claims of the chapter proven\.\n1 example: 1 passed, in .* s with seed 7\.\n$/,
    );
    expect(stdout).not.to.contain('\u001b');
    expect(code).to.equal(0);
  });

  it('run one feature from anywhere, and fail with it', async () => {
    const { code, stdout } = await project.run('start', 'own/leaving.feature:5');
    expect(code).to.equal(1);
    expect(stdout).to.contain('it would not go');
    expect(stdout).to.contain('npm start -- own/leaving.feature:5 --seed 1');
    expect(stdout).to.contain('0 of 1 claims of the chapter proven; 1 not proven: an example failed.');
  });

  it('run a folder, whatever its name', async () => {
    const { code, stdout } = await project.run('start', 'dotted.folder');
    expect(stdout).to.match(/1 example: 1 passed/);
    expect(code).to.equal(0);
  });

  it('refuse tags that make no sense, in a line', () =>
    refuses(['--tags', '@D01 and'], /^\s*Tag expression "\(@D01 and\)" could not be parsed/));

  it('refuse a file that is not there', () =>
    refuses(['features/none.feature'], /^\s*features\/none\.feature: no such file\./));

  it('refuse a file that is no feature', () =>
    refuses(['own/notes.txt'], /^\s*own\/notes\.txt: not a feature\./));

  it('refuse to run nothing', () =>
    refuses(['features/good.feature:2'], /No example found in features\/good\.feature:2\./));

  it('refuse a seed that is none', () =>
    refuses(['--seed', 'many'], /--seed is "many"\. A seed is a positive whole number/));

  it('refuse a driver that there is not, and list those that there are', async () => {
    for (const command of ['start', 'seeds']) {
      const { code, stderr } = await project.run(
        command,
        ...(command === 'seeds' ? ['1'] : []),
        '--driver',
        'x',
      );
      expect(code).to.equal(1);
      expect(stderr.trim()).to.match(
        /^There is no driver "x"\. There is:\n {2}in-process {2}a cluster in .*$/,
      );
    }
  });

  it('refuse what Gherkin cannot read, in plain words', () =>
    refuses(
      ['own/syntax.feature'],
      /^\s*own\/syntax\.feature:7: This line cannot be read: "Thn all is well"\./,
    ));

  it('refuse an example without steps', () =>
    refuses(['own/typo.feature'], /^\s*own\/typo\.feature:5: .* has no steps\./));

  it('refuse a tag that names no claim', () =>
    refuses(['own/tag.feature'], /^\s*own\/tag\.feature:1: The tag @D77 names no claim\./));

  it('answer an undefined step with phrases and examples from the features', async () => {
    const { code, stdout, stderr } = await project.run('start', 'own/undefined.feature');
    expect(code).to.equal(1);
    expect(stderr).to.equal('');
    expect(stdout).to.contain('own/undefined.feature:6: No phrase fits this step.');
    expect(stdout).to.contain(
      '    node {string} is labelled {string}\n      When node "east-1" is labelled "role=db"',
    );
  });

  it('name both definitions of an ambiguous step', async () => {
    const { code, stdout } = await project.run('start', 'own/ambiguous.feature');
    expect(code).to.equal(1);
    expect(stdout).to.match(/2 phrases fit this step/);
    expect(stdout).to.match(/steps\/nodes\.js:5[\s\S]*steps\/nodes\.js:6/);
  });

  it('fail a dry run on an undefined step, though nothing is executed', async () => {
    const { code } = await project.run('start', 'own/undefined.feature', '--dry-run');
    expect(code).to.equal(1);
  });

  it('print the dictionary, and fail on a phrase without an example', async () => {
    const { code, stdout, stderr } = await project.run('steps');
    expect(stdout).to.match(
      /^Nodes\n\n {2}node \{string\} is labelled \{string\}\n {4}When node "east-1" is labelled/,
    );
    expect(stderr).to.contain('steps/nodes.js:4: The phrase "node {string} leaves" has no example.');
    expect(code).to.equal(1);
  });

  it('hold features to their rules', async () => {
    const { code, stdout } = await project.run('lint');
    expect(stdout).to.equal('1 feature, 1 example, 1 claim: all by the rules.\n');
    expect(code).to.equal(0);
  });
});
