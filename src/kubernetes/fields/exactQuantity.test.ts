import { expect } from 'chai';
import fc from 'fast-check';
import { canonicalQuantity, exactly, readQuantity, roundedToMilli } from './exactQuantity';

describe('quantities', () => {
  const written: readonly (readonly [string, string])[] = [
    ['0.5', '500m'],
    ['2', '2'],
    ['1000', '1k'],
    ['1500', '1500'],
    ['1024Mi', '1Gi'],
    ['1.5Gi', '1536Mi'],
    ['0.5Ki', '512'],
    ['1e3', '1e3'],
    ['1E3', '1e3'],
    ['1E', '1E'],
    ['100m', '100m'],
    ['0', '0'],
    ['0Gi', '0'],
    ['-1', '-1'],
    ['+5', '5'],
    ['1.', '1'],
    ['.5', '500m'],
  ];
  for (const [text, canonical] of written) {
    it(`stores ${text} as ${canonical}`, () => expect(canonicalQuantity(text)).to.equal(canonical));
  }

  it('refuses what is no quantity in the API server’s words', () => {
    for (const text of ['', 'lots', '1.2.3', '1GB', '1 Gi', '5mb']) {
      expect(readQuantity(text), text).to.match(/^quantities must match the regular expression/);
    }
    for (const text of ['1K', '5M5', '1ki']) {
      expect(readQuantity(text), text).to.equal("unable to parse quantity's suffix");
    }
  });

  it('rounds up to thousandths', () => expect(roundedToMilli('100u')).to.equal('1m'));

  it('writes a form that reads as the same number and is written no other way', () => {
    const quantity = fc
      .tuple(
        fc.integer({ min: -(10 ** 6), max: 10 ** 6 }),
        fc.constantFrom('', 'n', 'u', 'm', 'k', 'M', 'G', 'Ki', 'Mi', 'Gi', 'e3', 'e-2'),
      )
      .map(([number, suffix]) => `${number}${suffix}`);
    fc.assert(
      fc.property(quantity, (text) => {
        const canonical = canonicalQuantity(text);
        return exactly(canonical).nano === exactly(text).nano && canonicalQuantity(canonical) === canonical;
      }),
    );
  });
});
