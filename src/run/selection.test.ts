import { execFileSync } from 'node:child_process';
import { expect } from 'chai';
import fc from 'fast-check';
import { passOnSelection, selectionOfRun, shellWord } from './selection';

describe('what a run is of', () => {
  it('is everything if nobody chose', () => {
    expect(selectionOfRun({})).to.deep.equal([]);
  });

  it('reaches the report as it was passed on', () => {
    const words = ['--tags', '@D07 or @D19', 'features/updating'];
    const env = {};
    passOnSelection(words, env);
    expect(selectionOfRun(env)).to.deep.equal(words);
  });
});

describe('a word for a shell', () => {
  it('has quotes only where it needs them', () => {
    expect(shellWord('features/a.feature:3')).to.equal('features/a.feature:3');
    expect(shellWord('@D07')).to.equal('@D07');
    expect(shellWord('@D07 or @D19')).to.equal("'@D07 or @D19'");
    expect(shellWord("it's")).to.equal(String.raw`'it'\''s'`);
    expect(shellWord('')).to.equal("''");
  });

  it('arrives as it is, whatever is in it', () => {
    // No word of a command line can hold the character that ends it.
    const words = fc.array(fc.string({ unit: 'grapheme' }).map((word) => word.replaceAll('\0', '')));
    fc.assert(
      fc.property(words, (asked) => {
        const said = execFileSync('sh', ['-c', `printf '%s\\0' . ${asked.map(shellWord).join(' ')}`], {
          encoding: 'utf8',
        });
        expect(said.split('\0').slice(1, -1)).to.deep.equal(asked);
      }),
      { numRuns: 30 },
    );
  });
});
