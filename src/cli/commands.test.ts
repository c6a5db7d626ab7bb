import { expect } from 'chai';
import { Project } from './project.testkit';

const steps = `
const { Then, When } = require('@cucumber/cucumber');
When('node {string} is labelled {string}', (_node, _label) => {});
When('node {string} leaves', (_node) => { throw new Error('it would not go'); });
When('node {string} leaves for good', (_node) => {});
When('node {string} {word} for good', (_node, _verb) => {});
When('nobody knows how', () => 'skipped');
Then('all is well', () => {});
`;

const claims = `
- id: D01
  claim: One pod a node.
  verdict: holds
`;

const example = (step: string, tag = '@D01'): string =>
  `${tag}\nFeature: Nodes\n  Words.\n  Rule: A truth\n    Example: it happens\n      ${step}\n      Then all is well\n`;

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
      'own/typo.feature': example('Whn node "east-1" leaves').replace(/\n +Then.*/, ''),
      'own/tag.feature': example('When node "east-1" is labelled "role=db"', '@D77'),
      'dotted.folder/good.feature': example('When node "east-1" is labelled "role=db"'),
      'own/notes.txt': 'no feature',
      'own/promise.feature': example('').replace(
        /\n +Then.*/,
        '\n      When node "east-1" is labelled "role=db"',
      ),
      'own/table.feature': `${example('When node "<node>" is labelled "role=db"').replace('Example', 'Scenario Outline')}      Examples:\n        | node |\n`,
      'own/utf16.feature': Buffer.from(example('When it rains'), 'utf16le').toString('utf8'),
      'own/skipped.feature': example('When nobody knows how'),
      'empty/notes.txt': 'no feature',
    }),
  );

  after(() => project.remove());

  /** Expects a command to refuse, in one line, without a stack. */
  const fails = async (command: string, args: readonly string[], complaint: RegExp) => {
    const { code, stdout, stderr } = await project.run(command, ...args);
    expect(stderr.trim().split('\n'), stdout).to.have.length(1);
    expect(stderr).to.match(complaint);
    expect(code).to.equal(1);
  };

  const refuses = (args: readonly string[], complaint: RegExp) => fails('start', args, complaint);

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

  it('say what the cluster leaves out, and run nothing', async () => {
    const { code, stdout } = await project.run('start', '--model');
    expect(stdout).to.match(/No controller makes pods of it.*\n +CronJob, Deployment/);
    expect(stdout).to.contain('spec.volumes.hostPath');
    expect(stdout).not.to.match(/\d+ example/);
    expect(code).to.equal(0);
  });

  it('refuse to run something and say what is left out', () =>
    refuses(['--model', 'own/leaving.feature'], /--model runs nothing/));

  it('run a folder, whatever its name', async () => {
    const { code, stdout } = await project.run('start', 'dotted.folder');
    expect(stdout).to.match(/1 example: 1 passed/);
    expect(code).to.equal(0);
  });

  it('refuse tags that make no sense, in a line', () =>
    refuses(['--tags', '@D01 and'], /^\s*Tag expression "\(@D01 and\)" could not be parsed/));

  it('refuse a file that is not there', () =>
    refuses(['features/none.feature'], /^\s*features\/none\.feature: no such file\./));

  it('refuse a pattern that no feature fits, also beside features that are well', async () => {
    for (const words of [['none/*.feature'], ['none/*.feature', 'features']]) {
      await refuses(words, /^\s*No feature found in none\/\*\.feature\./);
      await fails('seeds', ['1', ...words], /^No feature found in none\/\*\.feature\./);
    }
    const { code } = await project.run('start', 'features/*.feature');
    expect(code).to.equal(0);
  });

  it('refuse steps that are not there', () =>
    refuses(['--require', 'steps/none.js'], /^--require steps\/none\.js: no such file\./));

  it('go on when nobody reads what they print', async () => {
    const { code, stderr } = await project.runUnread('start');
    expect(stderr).to.equal('');
    expect(code).to.equal(0);
  });

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
        /^There is no driver "x"\. There is:\n {2}in-process {2}a cluster in .*\n {2}kubernetes {2}a cluster that exists.*$/,
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

  it('refuse an example that promises nothing', () =>
    refuses(['own/promise.feature'], /^\s*own\/promise\.feature:5: The example "it happens" has no Then\./));

  it('refuse a table that makes no example, beside features that are well', () =>
    refuses(
      ['own/table.feature', 'features'],
      /^\s*own\/table\.feature:8: The table under Examples: has no row\./,
    ));

  it('refuse a line where no example begins, beside one where one does', () =>
    refuses(
      ['features/good.feature:5:99'],
      /^\s*No example found in features\/good\.feature:99\. A line must be/,
    ));

  it('refuse an option that there is not, and name those that there are', () =>
    refuses(
      ['--sede', '7'],
      /^There is no option --sede\. There are: --driver NAME; --context NAME; --kubeconfig FILE; --seed N; .*; --help\.$/m,
    ));

  it('refuse a tag in an expression that names no claim', () =>
    refuses(['--tags', 'not @D77'], /^The tag @D77 names no claim\./));

  it('refuse a file that is not UTF-8', () =>
    refuses(['own/utf16.feature'], /^\s*own\/utf16\.feature: This file is no text in UTF-8;/));

  it('fail where every example was skipped', () =>
    refuses(['own/skipped.feature'], /^Nothing was tried\.$/m));

  for (const [args, complaint] of [
    [['nope'], /^nope: no such file\./],
    [['own/notes.txt'], /^own\/notes\.txt: not a feature\./],
    [['--foo'], /^There is no option --foo\. There are: --from SEED; /],
    [['features/good.feature:9999'], /^No example found in features\/good\.feature:9999\./],
    [['own/syntax.feature'], /^own\/syntax\.feature:7: This line cannot be read/],
    [['own/skipped.feature'], /^Nothing was tried\.$/m],
  ] as const)
    it(`do not try ${args.join(' ')} under many seeds and call it well`, () =>
      fails('seeds', ['1', ...args], complaint));

  it('say that all is well under many seeds, or how to repeat what is not', async () => {
    const well = await project.run('seeds', '2');
    expect(well.stdout).to.equal('2 seeds, each on a calm and on a rough day: every example passed.\n');
    expect(well.code).to.equal(0);
    const ill = await project.run('seeds', '1', 'own/leaving.feature');
    expect(ill.stdout).to.contain('npm start -- own/leaving.feature:5 --seed 1\n');
    expect(ill.code).to.equal(1);
  });

  for (const [command, args, complaint] of [
    ['replay', ['empty', '--foo'], /^There is no option --foo\. There is only --help\.$/m],
    ['replay', ['empty'], /^empty: no \.jsonl file in this folder$/m],
    ['rejections', ['own/notes.txt'], /^own\/notes\.txt: no \.jsonl file\nNo recorded answer found\.$/m],
    ['bench', ['fast'], /^There is no part "fast"\. There are: waiting, page, model, serving\.$/m],
    ['steps', ['zebra'], /^No phrase has "zebra" in it, nor in its example\./],
    ['lint', ['empty'], /^empty: no \.feature file in this folder$/m],
  ] as const)
    it(`do not take "${command} ${args.join(' ')}"`, async () => {
      const { code, stderr } = await project.run(command, ...args);
      expect(stderr).to.match(complaint);
      expect(code).to.equal(1);
    });

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

  it('find phrases by words in them, or in their examples', async () => {
    const { code, stdout } = await project.run('steps', 'ROLE=db', 'node');
    expect(stdout).to.equal(
      'Nodes\n\n  node {string} is labelled {string}\n    When node "east-1" is labelled "role=db"\n\n\n' +
        'What stands for what\n\n  {string}  a text in quotes: "log-agent"\n',
    );
    expect(code).to.equal(0);
  });

  it('hold features to their rules', async () => {
    const { code, stdout } = await project.run('lint');
    expect(stdout).to.equal('1 feature, 1 example, 1 claim: all by the rules.\n');
    expect(code).to.equal(0);
  });
});
