import { expect } from 'chai';
import fc from 'fast-check';
import { parseJson, readNextJson } from './parse';
import { bytesUpTo, JsonSyntaxError } from './problem';

const wrong = (text: string): string => {
  try {
    parseJson(text);
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    return error.at === undefined ? error.message : `${bytesUpTo(text, error.at)}: ${error.message}`;
  }
  throw new Error('not refused');
};

describe('JSON as Go reads it', () => {
  it('is what everybody reads', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(3), (text, indent) => {
        const value: unknown = JSON.parse(text);
        expect(parseJson(JSON.stringify(value, null, indent))).to.deep.equal(value);
      }),
    );
  });

  it('keeps whole numbers of 64 bits, and rounds larger ones', () => {
    expect(parseJson('[1234567890123456789, -0, 1e3, 12345678901234567890]')).to.deep.equal([
      1234567890123456789n,
      0,
      1000,
      12345678901234567000,
    ]);
  });

  it('has the last value of a name that stands twice, and U+FFFD for half a character', () => {
    expect(parseJson('{"a": 1, "a": "\\ud800"}')).to.deep.equal({ a: '\ufffd' });
  });

  it('may follow other JSON', () => {
    const text = ' {"a":1}[2] ';
    const first = readNextJson(text);
    expect(first).to.deep.equal({ value: { a: 1 }, start: 1, end: 8 });
    expect(readNextJson(text, 8)).to.deep.equal({ value: [2], start: 8, end: 11 });
    expect(readNextJson(text, 11)).to.equal(undefined);
  });

  const refused: readonly (readonly [string, string])[] = [
    ['{"é":}', "7: invalid character '}' looking for beginning of value"],
    ['{x', "2: invalid character 'x' looking for beginning of object key string"],
    ['{"a" 1', "6: invalid character '1' after object key"],
    ['{"a":1 "', `8: invalid character '"' after object key:value pair`],
    ["[1 '", "4: invalid character '\\'' after array element"],
    ['["a\n"]', "4: invalid character '\\n' in string literal"],
    ['["\\x"]', "4: invalid character 'x' in string escape code"],
    ['["\\u00g0"]', "7: invalid character 'g' in \\u hexadecimal character escape"],
    ['[-x]', "3: invalid character 'x' in numeric literal"],
    ['[1.x]', "4: invalid character 'x' after decimal point in numeric literal"],
    ['[1ex]', "4: invalid character 'x' in exponent of numeric literal"],
    ['[01]', "3: invalid character '1' after array element"],
    ['[trux]', "5: invalid character 'x' in literal true (expecting 'e')"],
    ['[é', "2: invalid character 'Ã' looking for beginning of value"],
    ['1 2', "3: invalid character '2' after top-level value"],
    ['{"a":', 'unexpected EOF'],
  ];
  for (const [text, message] of refused)
    it(`says what is wrong with ${JSON.stringify(text)}`, () => expect(wrong(text)).to.equal(message));
});

describe('a field that is set twice', () => {
  const duplicatesIn = (text: string): readonly string[] => {
    const found: string[] = [];
    parseJson(text, { onDuplicate: (path) => found.push(path) });
    return found;
  };

  it('is told of by its path, wherever it is', () => {
    expect(duplicatesIn('{"a":1,"b":{"c":[{"d":1},{"d":1,"d":2}]},"a":3}')).to.deep.equal(['b.c[1].d', 'a']);
  });

  it('has the last value', () => {
    expect(parseJson('{"a":1,"a":2}', { onDuplicate: () => {} })).to.deep.equal({ a: 2 });
  });

  it('is none in another map', () => {
    expect(duplicatesIn('[{"a":1},{"a":1}]')).to.deep.equal([]);
  });
});
