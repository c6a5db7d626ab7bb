import { expect } from 'chai';
import fc from 'fast-check';
import { alignTabs, DESCRIBE_TABS, TABLE_TABS } from './tabs';

describe('Aligning tabs', () => {
  it('gives every block of lines its own width', () => {
    expect(alignTabs('a:\tx\nlonger:\ty\nno cell\nb:\tz\n', DESCRIBE_TABS)).to.equal(
      'a:       x\nlonger:  y\nno cell\nb:  z\n',
    );
  });

  it('lets a column end before its neighbours', () => {
    expect(alignTabs('a\tb\tc\nd\te\nf\tgg\th\n', DESCRIBE_TABS)).to.equal('a  b  c\nd  e\nf  gg  h\n');
  });

  it('pads an empty cell, but nothing behind the last tab', () => {
    expect(alignTabs('a\t\tb\n', DESCRIBE_TABS)).to.equal('a    b\n');
    expect(alignTabs('AGE\tIP\n1s\t\n', TABLE_TABS)).to.equal('AGE   IP\n1s    \n');
  });

  it('puts the cells of a column below each other', () => {
    const cell = fc.stringMatching(/^\S{0,9}$/);
    const table = fc
      .integer({ min: 1, max: 5 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }));
    fc.assert(
      fc.property(table, (rows) => {
        const lines = alignTabs(rows.map((row) => row.join('\t')).join('\n'), TABLE_TABS).split('\n');
        const widths = rows[0]?.map((_, column) =>
          Math.max(6, 3 + Math.max(...rows.map((row) => row[column]?.length ?? 0))),
        );
        const startOf = (column: number): number =>
          (widths ?? []).slice(0, column).reduce((sum, width) => sum + width, 0);
        rows.forEach((row, line) => {
          row.forEach((text, column) => {
            expect(lines[line]?.slice(startOf(column)).startsWith(text)).to.equal(true);
          });
        });
      }),
    );
  });
});
