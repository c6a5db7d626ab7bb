import { isIP } from 'node:net';
import { expect } from 'chai';
import fc from 'fast-check';
import { versionOfAddress } from './ipSyntax';

describe('versionOfAddress', () => {
  const agrees = (text: string): void => {
    expect(versionOfAddress(text) ?? 0, JSON.stringify(text)).to.equal(isIP(text));
  };

  for (const text of [
    '::',
    '::1',
    '1::',
    '1::2::3',
    ':::',
    '1:2:3:4:5:6:7::',
    '1:2:3:4:5:6:7:8::',
    '1:2:3:4:5:6:1.2.3.4',
  ])
    it(`reads ${text} as others do`, () => agrees(text));

  it('reads every address as others do', () => {
    fc.assert(fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), agrees));
  });

  it('refuses what others refuse', () => {
    const piece = fc.constantFrom('0', '1', 'ff', '12345', 'g', ':', '::', '.', '1.2.3.4', '256', '01');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => agrees(pieces.join(''))),
      { numRuns: 2000 },
    );
  });
});
