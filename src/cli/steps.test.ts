import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Pickle } from '@cucumber/messages';
import { expect } from 'chai';
import { lineOf, linesBelow } from '../catalogue/phrases/example';
import { parseFeatures } from '../project/features';
import type { Example } from '../run/example';
import { complaintOf, tryFeatures } from '../run/tried.testkit';
import { HOUSE, runCommandIn } from './project.testkit';

/** Examples as they are printed: a step and what stands below it, set in by four. */
const examplesIn = (printed: string): readonly string[] => {
  const lines = printed.split('\n');
  return lines.flatMap((line, at) => {
    if (!/^ {4}(Given|When|Then) /.test(line)) return [];
    const fence = /^ {6}("""|```)$/.exec(lines[at + 1] ?? '')?.[1];
    const closed = (each: string, i: number) => i > at + 1 && each === `      ${fence}`;
    const isOver = (each: string, i: number) => i > at && !/^ {6}\|/.test(each);
    const end = fence === undefined ? lines.findIndex(isOver) : lines.findIndex(closed) + 1;
    return [
      lines
        .slice(at, end)
        .map((each) => each.slice(4))
        .join('\n'),
    ];
  });
};

const stepsOf = ({ steps }: Pickle): readonly string[] =>
  steps.map((step) => [lineOf(step), ...linesBelow(step)].join('\n'));

/** What stands before an example in the feature that it is taken from. */
const sceneOf = (example: string, pickles: readonly (readonly string[])[]): readonly string[] => {
  const pickle = pickles.find((steps) => steps.includes(example)) ?? [];
  return pickle.slice(0, pickle.indexOf(example));
};

/** What is said of an example that ends before it says what becomes of it. */
const UNFINISHED =
  /This was refused, and the example does not say so|no command has read it|and nothing in it (runs|has)/;

describe('the dictionary of phrases', function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-'));
  let printed = '';
  let examples: readonly string[] = [];
  let tried: readonly Example[] = [];

  before(async () => {
    ({ stdout: printed } = await runCommandIn(HOUSE, 'steps'));
    examples = examplesIn(printed);
    const parsed = parseFeatures(HOUSE).pickles;
    const pickles = parsed.map(stepsOf);
    for (const beside of new Set(parsed.map(({ uri }) => dirname(join(HOUSE, uri)))))
      cpSync(beside, folder, { recursive: true, filter: (path) => !path.endsWith('.feature') });
    const pasted = examples.map((example, i) =>
      [`  Example: ${i}`, ...sceneOf(example, pickles), example].join('\n'),
    );
    const file = join(folder, 'pasted.feature');
    writeFileSync(file, `Feature: Examples of phrases\n${pasted.join('\n')}\n`);
    tried = await tryFeatures(file);
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it('shows an example of every phrase', () => {
    const phrases = printed.match(/^( {2}\S.*\n)+(?= {4}(Given|When|Then) )/gm) ?? [];
    expect(examples.length).to.be.greaterThan(100);
    expect(new Set(examples).size).to.equal(examples.length);
    expect(phrases.length).to.equal(examples.length);
  });

  it('shows examples that can be pasted into a feature, and run', () => {
    expect(tried.length).to.equal(examples.length);
    const wrong = tried.filter(
      (each) =>
        each.outcome !== 'passed' && !(each.outcome === 'failed' && UNFINISHED.test(complaintOf(each))),
    );
    expect(
      wrong.map((each) => `${examples[Number(each.name)]}\n${each.outcome}: ${complaintOf(each)}`),
    ).to.deep.equal([]);
  });

  it('says what tables take, with units, and what parameters mean', async () => {
    const { stdout } = await runCommandIn(HOUSE, 'steps', 'nodes:');
    expect(stdout).to.contain('\n      memory: bytes, like 16Gi\n');
    expect(stdout).to.contain('\n      name: must be there\n');
    const parameters = new Set([...printed.matchAll(/\{([a-z]+)\}/g)].map(([, name]) => name));
    const [, legend = ''] = printed.split('What stands for what');
    const unexplained = [...parameters].filter((name) => !legend.includes(`  {${name}} `));
    expect(unexplained.sort()).to.deep.equal([]);
  });
});
