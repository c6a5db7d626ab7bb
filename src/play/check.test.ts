import { expect } from 'chai';
import { check } from './check';
import type { PhraseEntry } from './entries';
import { phrasesIn } from './phrases';
import { libraryOf } from './play.testkit';

const entries: readonly PhraseEntry[] = [
  {
    pattern: '(at once )node {string} is labelled {string}',
    file: 'steps/nodes.ts',
    line: 1,
    example: {
      step: 'node "east-1" is labelled "a=b"',
      line: 'When node "east-1" is labelled "a=b"',
      below: [],
    },
  },
];

const library = libraryOf({
  '(at once )node {string} is labelled {string}': () => undefined,
  '{word} joins': () => undefined,
  'east joins': () => undefined,
});
const known = { phrases: phrasesIn(library, entries), entries };

const wrong = (steps: string) =>
  check(`Feature: A\n\n  Why.\n\n  Rule: B\n    Example: c\n${steps}`, 'a.feature', known).filter(
    ({ weight }) => weight === 'wrong',
  );

describe('a text that is looked at', () => {
  it('has nothing amiss if every step is understood', () => {
    expect(wrong('      When west joins\n      Then west joins\n')).to.deep.equal([]);
  });

  it('is told what could be meant, with its own names in it', () => {
    const [remark] = wrong('      Then node "web-7" is labeled "role=web"\n');
    expect(remark).to.include({ line: 7, what: 'No phrase fits this step.' });
    expect(remark?.suggestions[0]).to.deep.equal({
      pattern: 'node {string} is labelled {string}',
      step: 'node "web-7" is labelled "role=web"',
    });
  });

  it('is told of steps that several phrases fit', () => {
    expect(wrong('      Then east joins\n')[0]?.what).to.equal('2 phrases fit this step.');
  });

  it('is told of quotes within quotes', () => {
    const [remark] = wrong('      Then node "d" is labelled "a "b" c"\n');
    expect(remark?.mend).to.contain('A text in quotes ends at the next ".');
  });

  it('is told once of a step, however many rows an outline has', () => {
    const outline =
      '      Then <what> comes\n      Examples:\n        | what |\n        | a    |\n        | b    |\n';
    const remarks = wrong(outline);
    expect(remarks.map(({ line, text }) => [line, text])).to.deep.equal([[7, '<what> comes']]);
  });

  it('is held to the rules of features before it is played', () => {
    expect(wrong('      Thn west joins\n').map(({ what }) => what)).to.deep.equal([
      'The example "c" has no steps.',
    ]);
    expect(check('Featur: A', 'a.feature', known)[0]).to.include({ line: 1, weight: 'wrong' });
  });

  it('is advised besides, and may be played all the same', () => {
    const remarks = check('Feature: A\n  Example: b\n    Then west joins\n', 'a.feature', known);
    expect(new Set(remarks.map(({ weight }) => weight))).to.deep.equal(new Set(['advice']));
    expect(remarks.map(({ what }) => what)).to.include('This example stands under no rule.');
  });
});
