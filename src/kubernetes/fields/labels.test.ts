import { expect } from 'chai';
import {
  compileLabelSelector,
  compileSelectorText,
  hasLabels,
  meetsRequirement,
  SelectorSyntaxError,
} from './labels';

describe('one requirement of a selector', () => {
  const meets = (operator: string, value: string | undefined, ...values: string[]): boolean =>
    meetsRequirement(value === undefined ? {} : { zone: value }, { key: 'zone', operator, values });

  it('In asks for one of the values', () => {
    expect(meets('In', 'a', 'a', 'b')).to.equal(true);
    expect(meets('In', 'c', 'a', 'b')).to.equal(false);
    expect(meets('In', undefined, 'a')).to.equal(false);
  });

  it('NotIn and DoesNotExist are met where the key is missing', () => {
    expect(meets('NotIn', undefined, 'a')).to.equal(true);
    expect(meets('NotIn', 'b', 'a')).to.equal(true);
    expect(meets('NotIn', 'a', 'a')).to.equal(false);
    expect(meets('DoesNotExist', undefined)).to.equal(true);
    expect(meets('DoesNotExist', '')).to.equal(false);
  });

  it('Exists is met by an empty value', () => {
    expect(meets('Exists', '')).to.equal(true);
    expect(meets('Exists', undefined)).to.equal(false);
  });

  it('Gt and Lt compare whole numbers, not texts', () => {
    expect(meets('Gt', '10', '9')).to.equal(true);
    expect(meets('Lt', '-1', '0')).to.equal(true);
    expect(meets('Gt', '9', '9')).to.equal(false);
    expect(meets('Gt', '9007199254740993', '9007199254740992')).to.equal(true);
  });

  it('Gt and Lt are not met by what is no whole number', () => {
    expect(meets('Gt', '1.5', '1')).to.equal(false);
    expect(meets('Gt', 'ten', '1')).to.equal(false);
    expect(meets('Lt', undefined, '1')).to.equal(false);
    expect(meets('Lt', '1', 'many')).to.equal(false);
  });

  it('Gt and Lt are not met by what 64 bits cannot hold', () => {
    expect(meets('Gt', '9223372036854775807', '0')).to.equal(true);
    expect(meets('Gt', '9223372036854775808', '0')).to.equal(false);
  });

  it('is never met if the operator is unknown', () => {
    expect(meets('Near', 'a', 'a')).to.equal(false);
  });
});

describe('hasLabels', () => {
  it('asks for every label that is wanted, and for no other', () => {
    expect(hasLabels({ a: '1', b: '2' }, { a: '1' })).to.equal(true);
    expect(hasLabels({ a: '1' }, { a: '1', b: '2' })).to.equal(false);
    expect(hasLabels(undefined, {})).to.equal(true);
  });
});

describe('the label selector of an object', () => {
  it('matches nothing if it is missing, and everything if it is empty', () => {
    expect(compileLabelSelector(undefined)({ a: '1' })).to.equal(false);
    expect(compileLabelSelector({})(undefined)).to.equal(true);
  });

  it('asks for its labels and for its expressions', () => {
    const matches = compileLabelSelector({
      matchLabels: { app: 'agent' },
      matchExpressions: [{ key: 'tier', operator: 'NotIn', values: ['test'] }],
    });
    expect(matches({ app: 'agent' })).to.equal(true);
    expect(matches({ app: 'agent', tier: 'test' })).to.equal(false);
    expect(matches({ tier: 'live' })).to.equal(false);
  });
});

describe('a selector as a text', () => {
  const selects = (text: string, labels: Record<string, string>): boolean =>
    compileSelectorText(text)(labels);

  it('may be empty, and then selects everything', () => {
    expect(selects('', {})).to.equal(true);
  });

  it('knows =, == and !=', () => {
    expect(selects('a=1', { a: '1' })).to.equal(true);
    expect(selects('a == 1', { a: '1' })).to.equal(true);
    expect(selects('a!=1', {})).to.equal(true);
    expect(selects('a!=1', { a: '1' })).to.equal(false);
  });

  it('knows sets, with blanks where one likes', () => {
    expect(selects('a in (1, 2)', { a: '2' })).to.equal(true);
    expect(selects('a notin (1,2)', { a: '2' })).to.equal(false);
    expect(selects('a notin (1,2)', {})).to.equal(true);
  });

  it('knows > and <, which compare whole numbers', () => {
    expect(selects('a>1', { a: '2' })).to.equal(true);
    expect(selects('a > 1', { a: '1' })).to.equal(false);
    expect(selects('a<1', { a: '0' })).to.equal(true);
    expect(selects('a<1', {})).to.equal(false);
    expect(() => compileSelectorText('a>b')).to.throw(
      SelectorSyntaxError,
      "unable to parse requirement: values[0]: Invalid value: \"b\": for 'Gt', 'Lt' operators, the value must be an integer",
    );
  });

  it('knows keys that must be there, or must not', () => {
    expect(selects('a', { a: '' })).to.equal(true);
    expect(selects('!a', { a: '' })).to.equal(false);
    expect(selects('! a', {})).to.equal(true);
  });

  it('asks for everything between its commas', () => {
    expect(selects('a=1,b in (x),!c', { a: '1', b: 'x' })).to.equal(true);
    expect(selects('a=1,b in (x),!c', { a: '1', b: 'x', c: '' })).to.equal(false);
  });

  it('is refused if it cannot be read', () => {
    expect(() => compileSelectorText('a=1,=2')).to.throw(SelectorSyntaxError, "found '=2'");
  });
});
