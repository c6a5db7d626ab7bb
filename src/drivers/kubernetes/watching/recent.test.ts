import { expect } from 'chai';
import { Recent } from './recent';

describe('what is remembered for a while', () => {
  it('is the last of it', () => {
    const recent = new Recent(2);
    for (const text of ['a', 'b', 'c']) recent.add(text);
    expect(['a', 'b', 'c'].map((text) => recent.has(text))).to.deep.equal([false, true, true]);
  });
});
