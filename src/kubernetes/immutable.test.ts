import { expect } from 'chai';
import { extend } from './immutable';

describe('extend', () => {
  it('adds and replaces fields in a copy', () => {
    const object = { a: 1, b: 2 };
    expect(extend(object, { b: 3, c: 4 })).to.deep.equal({ a: 1, b: 3, c: 4 });
    expect(extend(object, { b: 3 })).to.deep.equal({ a: 1, b: 3 });
    expect(object).to.deep.equal({ a: 1, b: 2 });
  });

  it('shares what it does not replace', () => {
    const part = {};
    expect(extend({ part, b: 2 }, { b: 3 }).part).to.equal(part);
    expect(extend({ part }, { c: 3 }).part).to.equal(part);
  });
});
