import { expect } from 'chai';
import { CommandError } from './errors';
import { grep } from './grep';

const TEXT = 'Name: a\nNode: east-1\nNode-Selectors: role=worker\n';

describe('grep', () => {
  const examples: readonly (readonly [readonly string[], string])[] = [
    [['Node'], 'Node: east-1\nNode-Selectors: role=worker\n'],
    [['-v', 'Node'], 'Name: a\n'],
    [['-i', 'NAME'], 'Name: a\n'],
    [['-iv', 'node'], 'Name: a\n'],
    [['-E', 'Name|east'], 'Name: a\nNode: east-1\n'],
    [['Name|east'], ''],
    [['Name\\|east'], 'Name: a\nNode: east-1\n'],
    [['-F', 'a.t'], ''],
    [['a.t'], 'Node: east-1\n'],
    [['-w', 'Node:'], ''],
    [['-w', 'east'], 'Node: east-1\n'],
    [['^N.*a$'], 'Name: a\n'],
  ];
  for (const [words, kept] of examples) {
    it(words.join(' '), () => expect(grep(words)(TEXT)).to.equal(kept));
  }

  it('refuses what it does not know', () => {
    expect(() => grep(['-c', 'a'])).to.throw(CommandError, "unknown option '-c'");
    expect(() => grep([])).to.throw(CommandError, 'exactly one pattern');
    expect(() => grep(['-E', '('])).to.throw(CommandError, 'invalid regular expression');
  });
});
