import { expect } from 'chai';
import type { Example } from '../run/example';
import { readFile } from '../run/files';
import { optionsOfRun } from '../run/options';
import { type PlayOptions, play } from './play';
import { libraryOf } from './play.testkit';
import type { DataTable } from './support/dataTable';
import type { Library } from './support/library';

const titled = (steps: string): string => `Feature: A\n  Example: b\n${steps}`;

const played = async (text: string, library: Library, options?: PlayOptions): Promise<Example> => {
  const { problems, examples } = await play(text, library, options);
  expect(problems).to.deep.equal([]);
  const [example] = examples;
  if (!example) throw new Error('Nothing was played.');
  return example;
};

describe('a feature that is played', () => {
  const done: unknown[] = [];
  const note = (...values: unknown[]): void => {
    done.push(...values);
  };
  beforeEach(() => done.splice(0));

  it('calls the code of its steps with what they say, and what stands below them', async () => {
    const library = libraryOf({
      'node {string} has {int} pods': (name: string, pods: number) => note(name, pods),
      'these:': (table: DataTable) => note(table.hashes()),
      'this:': (text: string) => note(text),
    });
    const steps = `    Given node "a" has 2 pods
    When these:
      | x | y |
      | 1 | 2 |
    Then this:
      """
      text
      """
`;
    expect((await played(titled(steps), library)).outcome).to.equal('passed');
    expect(done).to.deep.equal(['a', 2, [{ x: '1', y: '2' }], 'text']);
  });

  it('skips what follows a failure, and calls hooks around it all', async () => {
    const library = libraryOf({
      well: () => note('well'),
      ill: () => {
        throw new Error('It is ill.');
      },
    });
    library.addHook('before', () => note('before'));
    library.addHook('beforeStep', () => note('<'));
    library.addHook('afterStep', () => note('>'));
    library.addHook('after', () => note('last'));
    library.addHook('after', () => note('first'));
    const { steps, outcome } = await played(titled('    Given well\n    When ill\n    Then well\n'), library);
    expect(outcome).to.equal('failed');
    const written = steps.filter(({ keyword }) => keyword);
    expect(written.map((step) => step.outcome)).to.deep.equal(['passed', 'failed', 'skipped']);
    expect(written[1]?.result?.exception?.message).to.equal('It is ill.');
    expect(done).to.deep.equal(['before', '<', 'well', '>', '<', '>', 'first', 'last']);
  });

  it('is skipped by a hook for its tags, and is not green then', async () => {
    const library = libraryOf({ well: () => note('well') });
    library.addHook('before', () => 'skipped', { tags: '@slow and not @quick' });
    const text = titled('    Given well\n    Then well\n').replace('  Example', '  @slow\n  Example');
    expect((await played(text, library)).outcome).to.equal('skipped');
    expect(done).to.deep.equal([]);
    expect((await played(text.replace('@slow', '@slow @quick'), library)).outcome).to.equal('passed');
  });

  it('does not pass with steps that no phrase fits, or two', async () => {
    const library = libraryOf({ well: () => undefined, '{word}': (_: string) => undefined });
    expect((await played(titled('    Then all well\n'), library)).outcome).to.equal('undefined');
    expect((await played(titled('    Then well\n'), library)).outcome).to.equal('ambiguous');
  });

  it('does not pass where a phrase takes something else than its code', async () => {
    const { outcome, steps } = await played(
      titled('    Then node "a"\n'),
      libraryOf({ 'node {string}': () => 1 }),
    );
    expect(outcome).to.equal('failed');
    expect(steps[0]?.result?.message).to.contain('function has 0 arguments, should have 1');
  });

  it('is not played if its first step is misspelt, and so counts as description', async () => {
    const { problems, examples } = await play(titled('    Thn well\n'), libraryOf({ well: () => undefined }));
    expect(examples).to.deep.equal([]);
    expect(problems.map(({ what }) => what)).to.deep.equal(['The example "b" has no steps.']);
  });

  it('is not played if it cannot be read', async () => {
    const { problems } = await play('Featur: A', libraryOf({}));
    expect(problems.map(({ line, what }) => [line, what])).to.deep.equal([
      [1, 'This line cannot be read: "Featur: A".'],
    ]);
  });

  it('speaks Korean', async () => {
    const text = '# language: ko\n기능: 가\n  시나리오: 나\n    조건 well\n    그러면 well\n';
    expect((await played(text, libraryOf({ well: () => undefined }))).outcome).to.equal('passed');
  });

  it('is given seed, rough day and files', async () => {
    const before = optionsOfRun();
    const library = libraryOf({
      well: () => note(optionsOfRun().seed, optionsOfRun().disturbed, readFile('a.yaml', 'a.feature')),
    });
    await played(titled('    Then well\n'), library, {
      seed: 7,
      disturbed: true,
      files: { 'a.yaml': 'text' },
    });
    expect(done).to.deep.equal([7, true, 'text']);
    await play(titled('    Then well\n'), libraryOf({ well: () => undefined }), {
      seed: before.seed,
      disturbed: before.disturbed,
    });
  });

  it('plays one example alone, if asked', async () => {
    const text = `${titled('    Then well\n')}  Example: c\n    Then well\n`;
    const { examples } = await play(text, libraryOf({ well: () => undefined }), { line: 4 });
    expect(examples.map(({ name }) => name)).to.deep.equal(['c']);
  });
});
