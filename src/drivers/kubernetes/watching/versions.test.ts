import { expect } from 'chai';
import fc from 'fast-check';
import { byVersion, isLater } from './versions';

describe('resource versions', () => {
  it('are compared as whole numbers of any size', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 40n }),
        fc.bigInt({ min: 0n, max: 10n ** 40n }),
        (a, b) => {
          expect(isLater(`${a}`, `${b}`)).to.equal(a > b);
          expect(Math.sign(byVersion(`${a}`, `${b}`))).to.equal(a === b ? 0 : a > b ? 1 : -1);
        },
      ),
    );
  });

  it('have no order, if they are something else', () => {
    for (const [a, b] of [
      ['x1', '2'],
      ['1', ''],
      ['01', '2'],
    ] as const)
      expect(isLater(a, b)).to.equal(undefined);
    expect(isLater('x1', 'x1')).to.equal(false);
    expect(byVersion('x1', 'x2')).to.equal(0);
  });
});
