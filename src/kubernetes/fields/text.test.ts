import { expect } from 'chai';
import { quoted } from './text';

describe('quoted', () => {
  for (const [text, printed] of [
    ['front end', '"front end"'],
    ['café 日本 👍', '"café 日本 👍"'],
    ['a"b\\c', '"a\\"b\\\\c"'],
    ['a\tb\n', '"a\\tb\\n"'],
    ['\u0001\u007f', '"\\x01\\x7f"'],
    ['a\u00a0b\u200b', '"a\\u00a0b\\u200b"'],
  ] as const) {
    it(`prints ${printed}`, () => expect(quoted(text)).to.equal(printed));
  }
});
