import { expect } from 'chai';
import { firstIllegal } from './base64';

describe('firstIllegal', () => {
  for (const text of ['', 'YWJj', 'YWI=', 'YQ==', 'YW\nJj\r\n']) {
    it(`lets ${JSON.stringify(text)} pass`, () => expect(firstIllegal(text)).to.equal(undefined));
  }

  for (const [text, at] of [
    ['***', 0],
    ['YWJj!', 4],
    ['YWJ', 0],
    ['YWJjYQ', 4],
    ['Y===', 1],
    ['YQ=', 3],
    ['YQ=x', 2],
    ['YWI=YQ==', 4],
  ] as const) {
    it(`finds the fault in ${JSON.stringify(text)}`, () => expect(firstIllegal(text)).to.equal(at));
  }
});
