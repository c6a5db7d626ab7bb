import { expect } from 'chai';
import fc from 'fast-check';
import { coloursFor } from './colour';
import { columnsOf } from './columns';
import { table } from './table';
import { hang, indent, widthOf, wrap } from './wrap';

/** Korean letters take two columns each. */
const letters = fc.string({ unit: fc.constantFrom(...'ab -데몬세트 ') });

describe('wrapping', () => {
  it('never exceeds the width and loses no letter', () => {
    fc.assert(
      fc.property(letters, fc.integer({ min: 2, max: 40 }), (text, width) => {
        const lines = wrap(text, width);
        expect(Math.max(...lines.map(columnsOf))).to.be.at.most(width);
        expect(lines.join('').replace(/\s/g, '')).to.equal(text.replace(/\s/g, ''));
      }),
    );
  });

  it('hangs the further lines under the first word, however that is coloured', () => {
    expect(hang('- ', 'one two three', 9)).to.equal('- one two\n  three');
    expect(hang('\u001b[32m-\u001b[39m ', 'one two three', 9)).to.equal(
      '\u001b[32m-\u001b[39m one two\n  three',
    );
  });

  it('indents lines, but not empty ones', () => {
    expect(indent('a\n\nb', 2)).to.equal('  a\n\n  b');
  });

  it('keeps to what is pleasant to read', () => {
    expect([
      widthOf({}),
      widthOf({ columns: 10 }),
      widthOf({ columns: 80 }),
      widthOf({ columns: 400 }),
    ]).to.deep.equal([100, 40, 80, 120]);
  });
});

describe('Korean', () => {
  it('takes two columns a letter, in lines and in tables', () => {
    expect(hang('✓ ', '데몬 세트가 파드를 만든다', 14)).to.equal('✓ 데몬 세트가\n  파드를\n  만든다');
    expect(
      table([
        ['노드', '파드'],
        ['east-1', '로그'],
      ]),
    ).to.equal('노드     파드\neast-1   로그');
  });
});

describe('colours', () => {
  const painted = (isTTY: boolean, env: NodeJS.ProcessEnv) =>
    coloursFor({ isTTY }, env).good('fine') !== 'fine';

  it('are for terminals, and for those who want them', () => {
    expect(painted(true, {})).to.equal(true);
    expect(painted(false, {})).to.equal(false);
    expect(painted(true, { NO_COLOR: '1' })).to.equal(false);
    expect(painted(true, { NO_COLOR: '' })).to.equal(true);
  });
});

describe('a table', () => {
  it('has columns as wide as their widest cell', () => {
    expect(
      table([
        ['NODE', 'POD'],
        ['east-1', 'log-agent'],
        ['b', ''],
      ]),
    ).to.equal('NODE     POD\neast-1   log-agent\nb');
  });
});
