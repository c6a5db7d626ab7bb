import { expect } from 'chai';
import fc from 'fast-check';
import { unifiedDiff } from './unifiedDiff';

const HUNK = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@$/;

/** Puts the changes that a difference tells into the old text. */
const applied = (old: string, difference: string): string => {
  const lines = old.split('\n');
  const next: string[] = [];
  let at = 0;
  for (const line of difference.split('\n').slice(0, -1)) {
    const [, from, count] = HUNK.exec(line) ?? [];
    if (from !== undefined) {
      const start = Number(from) - (count === '0' ? 0 : 1);
      next.push(...lines.slice(at, start));
      at = start;
    } else if (line.startsWith('+')) next.push(line.slice(1));
    else {
      expect(lines[at], line).to.equal(line.slice(1));
      if (line.startsWith(' ')) next.push(line.slice(1));
      at += 1;
    }
  }
  return [...next, ...lines.slice(at)].join('\n');
};

describe('a difference between texts', () => {
  it('has three equal lines around, and a hunk for what is far apart', () => {
    const old = 'a b c d e f g h i j k l m n'.split(' ').join('\n');
    const next = 'a b c d x f g h i j k l n o'.split(' ').join('\n');
    expect(unifiedDiff(old, next)).to.equal(
      '@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+x\n f\n g\n h\n' + '@@ -10,5 +10,5 @@\n j\n k\n l\n-m\n n\n+o\n',
    );
  });

  it('is empty between equal texts', () => {
    expect(unifiedDiff('a\nb', 'a\nb')).to.equal('');
  });

  it('counts one line without saying so', () => {
    expect(unifiedDiff('a', 'b')).to.equal('@@ -1 +1 @@\n-a\n+b\n');
  });

  it('begins no match with a line that a long text is full of', () => {
    const many = Array.from({ length: 300 }, (_, index) => `line ${index}`);
    const brackets = ['{', '{', '{', '{', '{'];
    const old = [...many, 'old', ...brackets, 'end'].join('\n');
    const next = [...many, ...brackets, 'new', 'end'].join('\n');
    expect(unifiedDiff(old, next)).to.equal(
      `@@ -298,10 +298,10 @@\n ${many.slice(-3).join('\n ')}\n-old\n${brackets
        .map(() => '-{\n')
        .join('')}${brackets.map(() => '+{\n').join('')}+new\n end\n`,
    );
  });

  it('turns the old text into the new one', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 30 })
      .map((lines) => lines.join('\n'));
    fc.assert(fc.property(text, text, (old, next) => applied(old, unifiedDiff(old, next)) === next));
  });
});
