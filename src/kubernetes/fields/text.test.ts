import { expect } from 'chai';
import fc from 'fast-check';
import { base64Bytes, quoted, utf8Bytes } from './text';

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

describe('the size of text', () => {
  it('is that of its UTF-8', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0x10ffff })), (points) => {
        const text = String.fromCodePoint(...points);
        expect(utf8Bytes(text)).to.equal(Buffer.byteLength(text));
      }),
    );
    expect(utf8Bytes('é日👍\ud83d')).to.equal(2 + 3 + 4 + 3);
  });

  it('in base64 is that of what it stands for', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(base64Bytes(Buffer.from(bytes).toString('base64'))).to.equal(bytes.length);
      }),
    );
  });
});
