import { expect } from 'chai';
import { managerOfAgent, validateFieldManager } from './fieldManager';

describe('a field manager', () => {
  it('is what a user agent says before its first slash, as far as it can be seen and fits', () => {
    expect(managerOfAgent('kubectl/v1.36.2 (linux/amd64) kubernetes/abc')).to.equal('kubectl');
    expect(managerOfAgent('my agent')).to.equal('my agent');
    expect(managerOfAgent('a\u0007b\u200b/1')).to.equal('ab');
    expect(managerOfAgent(`${'x'.repeat(127)}éy/1`)).to.equal('x'.repeat(127));
    expect(managerOfAgent('')).to.equal('');
  });

  it('has at most 128 bytes, of characters that can be seen', () => {
    expect(validateFieldManager('é'.repeat(64), 'field')).to.deep.equal([]);
    expect(validateFieldManager('é'.repeat(65), 'field')[0]?.message).to.equal(
      'Too long: may not be more than 128 bytes',
    );
    expect(validateFieldManager('é\u200b\n', 'field').map(({ message }) => message)).to.deep.equal([
      'Invalid value: "é\\u200b\\n": invalid character U+200B (at position 2)',
      'Invalid value: "é\\u200b\\n": invalid character U+000A (at position 5)',
    ]);
  });
});
