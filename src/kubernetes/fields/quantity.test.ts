import { expect } from 'chai';
import { parseQuantity, toMilli } from './quantity';

describe('a quantity', () => {
  for (const [text, value] of Object.entries({
    '2': 2,
    '-1.5': -1.5,
    '.5': 0.5,
    '1.': 1,
    '500m': 0.5,
    '2k': 2000,
    '1Ki': 1024,
    '1Gi': 2 ** 30,
    '2e3': 2000,
    '1E3': 1000,
    '1E': 1e18,
  }))
    it(`${text} is ${value}`, () => expect(parseQuantity(text)).to.be.closeTo(value, 1e-9 * Math.abs(value)));

  it('may be a number already', () => {
    expect(parseQuantity(0.25)).to.equal(0.25);
  });

  for (const text of ['', 'lots', '1 Gi', '1gi', '1e', '--1', '1Gi1'])
    it(`"${text}" is none`, () => expect(parseQuantity(text)).to.be.NaN);
});

describe('thousandths of cpu', () => {
  it('are rounded up, but not for the inexactness of fractions', () => {
    expect(toMilli('100m')).to.equal(100);
    expect(toMilli('0.1')).to.equal(100);
    expect(toMilli('1100u')).to.equal(2);
    expect(toMilli('2')).to.equal(2000);
  });
});
