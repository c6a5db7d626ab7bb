import { AssertionError, expect } from 'chai';
import fc from 'fast-check';
import { failureOf } from './failure';

// What Cucumber itself says, from a file of it that is not among those that it offers.
const { formatError } = require('@cucumber/cucumber/lib/runtime/format_error') as {
  formatError: (error: unknown, filters: boolean) => { readonly message: string };
};

const withoutWay = (text = ''): string => text.replace(/\n\s+at [\s\S]*$/, '').trimEnd();

const line = fc.constantFrom(
  'east-1: running',
  'east-2: running',
  'web-1: no pod',
  '',
  '@@ odd',
  '+ plus',
  '- minus',
);
const text = fc
  .tuple(fc.array(line, { maxLength: 14 }), fc.boolean())
  .map(([lines, ends]) => lines.join('\n') + (ends ? '\n' : ''));

describe('a failure', () => {
  it('is told as Cucumber tells it, line by line of what differs', () => {
    fc.assert(
      fc.property(text, text, (expected, actual) => {
        const error = new AssertionError('They should be the same.', { expected, actual, showDiff: true });
        expect(withoutWay(failureOf(error).message)).to.equal(withoutWay(formatError(error, true).message));
      }),
      { numRuns: 1000 },
    );
  });

  it('compares nothing where nothing is to be shown', () => {
    const error = new AssertionError('No.', { expected: 'a', actual: 'b', showDiff: false });
    expect(withoutWay(failureOf(error).message)).to.equal('AssertionError: No.');
  });

  it('is told of whatever was thrown', () => {
    expect(failureOf('no').exception).to.include({ type: 'Error', message: 'no' });
    expect(failureOf(new TypeError('no')).exception).to.include({ type: 'TypeError', message: 'no' });
  });
});
