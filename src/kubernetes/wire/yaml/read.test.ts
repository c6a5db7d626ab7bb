import { expect } from 'chai';
import { readYamlDocument } from './read';

const wrong = (text: string): string => {
  try {
    readYamlDocument(text);
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  throw new Error('not refused');
};

const value = (text: string): unknown => (readYamlDocument(`x: ${text}`) as { readonly x: unknown }).x;

describe('a document of YAML', () => {
  it('is read up to its end, and not behind it', () => {
    expect(readYamlDocument('a: 1\n...\n@\n')).to.deep.equal({ a: 1 });
    expect(readYamlDocument('[a]\nb: c\n')).to.deep.equal(['a']);
    expect(readYamlDocument('# nothing\n')).to.equal(null);
  });

  it('may close brackets where the key stands', () => {
    expect(readYamlDocument('a: [\n  b,\n]\nc: {\n  d: e\n}\n')).to.deep.equal({ a: ['b'], c: { d: 'e' } });
  });

  it('names no line for the first one', () => {
    expect(wrong('a: b: c')).to.equal('yaml: mapping values are not allowed in this context');
    expect(wrong('\na: b: c')).to.equal('yaml: line 2: mapping values are not allowed in this context');
  });

  it('names the line above where a token may not stand', () => {
    expect(wrong('\na: [b\n\nc: d')).to.equal("yaml: line 3: did not find expected ',' or ']'");
  });

  it('has no empty brackets for a key', () => {
    expect(wrong('x:\n  []: b\n')).to.equal('yaml: line 1: did not find expected key');
    expect(wrong('x:\n  [a]: b\n')).to.equal('yaml: invalid map key: []interface {}{"a"}');
  });

  it('has keys of up to 1024 characters', () => {
    expect(readYamlDocument(`${'k'.repeat(1024)}: v`)).to.have.property('k'.repeat(1024), 'v');
    expect(wrong(`a: b\n${'k'.repeat(1025)}: v`)).to.equal("yaml: line 2: could not find expected ':'");
  });

  it('has no control characters, which are found a piece of 512 bytes ahead', () => {
    const refusal = 'yaml: control characters are not allowed';
    expect(wrong(`a: b: c\n\u0007`)).to.equal(refusal);
    expect(wrong(`a: b: c\n${'x'.repeat(600)}\u0007`)).to.equal(
      'yaml: mapping values are not allowed in this context',
    );
    expect(wrong(`a: ${'x'.repeat(600)}\u0007`)).to.equal(refusal);
  });

  it('may begin with a byte order mark', () =>
    expect(readYamlDocument('\ufeffa: 1')).to.deep.equal({ a: 1 }));

  it('may declare handles of tags, and needs to', () => {
    expect(readYamlDocument('%TAG !e! tag:yaml.org,2002:\n--- !e!str 5')).to.equal('5');
    expect(wrong('a: !e!str 5')).to.equal('yaml: found undefined tag handle');
    expect(value('!!%73tr 5')).to.equal('5');
  });

  it('reads bytes as text, U+FFFD for what is none', () => {
    expect(value('!!binary "w6n/"')).to.equal('é\ufffd');
    expect(wrong('!!binary "w6n"')).to.equal('yaml: !!binary value contains invalid base64 data');
  });

  it('merges maps in their order: later keys count more, and so do the first of several maps', () => {
    expect(value('{a: 1, <<: {a: 2}}')).to.deep.equal({ a: 2 });
    expect(value('{<<: {a: 2}, a: 1}')).to.deep.equal({ a: 1 });
    expect(value('{<<: [{a: 1}, {a: 2, b: 2}]}')).to.deep.equal({ a: 1, b: 2 });
  });

  it('takes a key for a name, whatever it is called', () => {
    expect(Object.entries(value('{__proto__: {a: 1}}') as object)).to.deep.equal([['__proto__', { a: 1 }]]);
  });

  it('keeps whole numbers of 64 bits, and rounds larger ones', () => {
    expect(value('9223372036854775807')).to.equal(9223372036854775807n);
    expect(value('-9223372036854775808')).to.equal(-9223372036854775808n);
    expect(value('9223372036854775808')).to.equal(9223372036854776000);
    expect(value('9007199254740992')).to.equal(9007199254740992);
  });

  it('may use an alias often in few values, and seldom in many', () => {
    const list = (item: string, times: number) => `[${Array.from({ length: times }, () => item).join(', ')}]`;
    const aliases = (times: number) => `a: &a ${list('x', 9)}\nb: ${list('*a', times)}`;
    expect(() => readYamlDocument(aliases(90))).not.to.throw();
    expect(() => readYamlDocument(`a: &a ${list('x', 20)}\nb: ${list('*a', 900)}`)).not.to.throw();
    const nested = `a: &a ${list('x', 20)}\nb: &b ${list('*a', 20)}\nc: &c ${list('*b', 20)}\nd: ${list('*c', 20)}`;
    expect(wrong(nested)).to.equal('yaml: document contains excessive aliasing');
  });

  it('is nested 1000 levels deep at most, and in brackets 10000', () => {
    const brackets = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(() => readYamlDocument(brackets(1000))).not.to.throw();
    expect(wrong(brackets(1001))).to.equal('yaml: exceeded max depth of 1000');
    expect(wrong(brackets(10_001))).to.equal('yaml: exceeded max depth of 10000');
  });
});
