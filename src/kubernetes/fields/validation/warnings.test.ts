import { expect } from 'chai';
import { addressWarnings } from './addressWarnings';
import { fractionWarnings } from './fractions';

describe('what is said of an address', () => {
  it('is nothing if there is none, or if it is written as it should be', () => {
    for (const fine of [undefined, 'none', '10.0.0.1', '::', '::1', '1::2:0:0:3', 'fe80::1:2']) {
      expect(addressWarnings(fine, 'ip'), fine).to.deep.equal([]);
    }
  });

  it('is how it should be written', () => {
    const better = (text: string) => /"([^"]*)"\)?$/.exec(addressWarnings(text, 'ip')[0] ?? '')?.[1];
    expect(better('1:0:0:2:0:0:0:3')).to.equal('1:0:0:2::3');
    expect(better('1::2:0:0:0:3')).to.equal('1:0:0:2::3');
    expect(better('FE80::1')).to.equal('fe80::1');
    expect(better('010.000.0.1')).to.equal('10.0.0.1');
    expect(better('::ffff:1.2.3.4')).to.equal('1.2.3.4');
  });
});

describe('what is said of bytes', () => {
  it('is that there are whole ones only', () => {
    expect(fractionWarnings('100m', 'a')).to.deep.equal([
      'a: fractional byte value "100m" is invalid, must be an integer',
    ]);
    for (const fine of ['1', '1Gi', '2000m', undefined]) {
      expect(fractionWarnings(fine, 'a')).to.deep.equal([]);
    }
  });
});
