import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { REGISTER_PATH } from '../catalogue/register';
import { complaintOf, tryFeatures } from '../run/tried.testkit';
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

/** Slips of the pen in the example of the README: what is written, and what was meant, which the answer must name. */
const SLIPS: readonly (readonly [step: string, wrong: string, right: string])[] = [
  ['Given the nodes:', 'lables', 'labels'],
  ['Given the nodes:', 'wbe-1', 'web-1'],
  ['Given the nodes:', 'dsik-1', 'disk-1'],
  ['Given the nodes:', 'disk=loacl', 'disk=local'],
  ['I run', 'aplly', 'apply'],
  ['I run', 'disk-claener.yaml', 'disk-cleaner.yaml'],
  ['When node', 'wbe-1', 'web-1'],
  ['When node', 'disk=loacl', 'disk=local'],
  ['When node', 'dsik=local', 'disk=local'],
  ['Then "', 'disk-claener', 'disk-cleaner'],
  ['Then "', 'dsik-1', 'disk-1'],
  ['Then "', 'wbe-1', 'web-1'],
  ['And the pod', 'disk-claener', 'disk-cleaner'],
  ['And the pod', 'dsik-1', 'disk-1'],
];

/** Words of phrases that are misspelt: no phrase fits, and the answer shows the one that was meant. */
const WORDS: readonly (readonly [step: string, wrong: string, right: string, phrase: string])[] = [
  ['Given the nodes:', 'the nods:', 'the nodes:', 'the nodes:'],
  ['I run', 'I rnu', 'I run', '{actor} run(s) {string}'],
  ['When node', 'labeled', 'labelled', 'node {string} is labelled {labels}'],
  ['Then "', 'nowere', 'nowhere', '(the daemon set ){string} runs one pod on {nodes} and nowhere else'],
  [
    'And the pod',
    'repalced',
    'replaced',
    'the pod(s) of {string} {on} {nodes} was/were not replaced( since)',
  ],
];

describe('a slip of the pen in the worked example of the README', function () {
  this.timeout(60_000);
  const project = new Project();

  /** The feature with one sentence misspelt: from this step on, the first place counts. */
  const misspelt = (step: string, wrong: string, right: string): string => {
    const text = block('gherkin');
    const at = text.indexOf(step);
    const place = text.indexOf(right, at);
    expect([at, place], `${step} … ${right}`).not.to.include(-1);
    return text.slice(0, place) + wrong + text.slice(place + right.length);
  };

  const fileOf = (step: string, wrong: string): string =>
    `mine/${`${step} ${wrong}`.replace(/[^a-z]+/gi, '-')}.feature`;

  before(() =>
    project.write({
      'mine/disk-cleaner.yaml': block('yaml'),
      ...Object.fromEntries(
        [...SLIPS, ...WORDS].map(([step, wrong, right]) => [
          fileOf(step, wrong),
          misspelt(step, wrong, right),
        ]),
      ),
    }),
  );

  after(() => project.remove());

  for (const [step, wrong, right] of SLIPS)
    it(`is red, and mended: ${step} … ${wrong}`, async () => {
      const [example] = await tryFeatures(join(project.directory, fileOf(step, wrong)));
      if (!example) throw new Error('It was not tried.');
      expect(example.outcome).to.equal('failed');
      const complaint = complaintOf(example);
      expect(complaint).to.match(/Did you mean|Known/);
      expect(complaint).to.contain(right);
      expect(complaint).to.contain(wrong);
    });

  it('is red in the words of phrases, too, and mended', async () => {
    const house = JSON.stringify({
      require: [join(HOUSE, 'steps/**/!(*.test).ts')],
      format: [[join(HOUSE, 'src/report/formatter.cjs')]],
    });
    await writeFile(join(project.directory, 'cucumber.js'), `module.exports = { default: ${house} };`);
    const files = WORDS.map(([step, wrong]) => fileOf(step, wrong));
    const { code, stdout } = await project.run('start', ...files);
    expect(code).to.equal(1);
    for (const [, , , phrase] of WORDS) expect(stdout).to.contain(`\n    ${phrase}\n`);
    expect(stdout).to.contain(`${WORDS.length} examples: 0 passed, ${WORDS.length} failed`);
  });

  it('is tried in every sentence', () => {
    const steps = block('gherkin').match(/^ +(Given|When|Then|And) .*$/gm) ?? [];
    const tried = new Set([...SLIPS, ...WORDS].map(([step]) => step));
    expect(steps.filter((line) => ![...tried].some((step) => line.includes(step)))).to.deep.equal([]);
    expect(tried.size).to.equal(steps.length);
  });
});
