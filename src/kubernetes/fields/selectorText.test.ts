import { expect } from 'chai';
import fc from 'fast-check';
import { compileLabelSelector, compileSelectorText } from '../fields/labels';
import { formatSelector } from './selectorText';

describe('Selectors in kubectl’s notation', () => {
  it('lists equalities and expressions by key', () => {
    const selector = {
      matchLabels: { tier: 'b', app: 'a' },
      matchExpressions: [
        { key: 'zone', operator: 'In', values: ['west', 'east'] },
        { key: 'gpu', operator: 'Exists' },
        { key: 'old', operator: 'DoesNotExist' },
        { key: 'env', operator: 'NotIn', values: ['test'] },
      ],
    };
    expect(formatSelector(selector)).to.equal('app=a,env notin (test),gpu,!old,tier=b,zone in (east,west)');
    expect(formatSelector({})).to.equal('<none>');
  });

  it('means the same, read back', () => {
    const key = fc.constantFrom('a', 'b', 'c');
    const value = fc.constantFrom('x', 'y');
    const values = fc.uniqueArray(value, { minLength: 1 });
    const expression = fc.oneof(
      fc.record({ key, operator: fc.constantFrom('In', 'NotIn'), values }),
      fc.record({ key, operator: fc.constantFrom('Exists', 'DoesNotExist') }),
    );
    const selector = fc.record({
      matchLabels: fc.dictionary(key, value, { minKeys: 1 }),
      matchExpressions: fc.array(expression, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(selector, fc.dictionary(key, value), (each, labels) => {
        expect(compileSelectorText(formatSelector(each))(labels)).to.equal(
          compileLabelSelector(each)(labels),
        );
      }),
    );
  });
});
