import { expect } from 'chai';
import { plainly } from '../terminal/style';
import { readAssertion, sideBySide } from './comparison';

/** As Cucumber formats a failed assertion that compares two lists. */
const message = [
  'AssertionError: the pods of "log-agent"',
  '    + expected - actual',
  '',
  '     [',
  '       "east-1"',
  '    -  "infra"',
  '    +  "west-1"',
  '    +  "west-2"',
  '     ]',
  '    at Scenario.<anonymous> (/project/steps/pods.ts:6:10)',
].join('\n');

describe('a failed assertion', () => {
  it('is taken apart into its sentence and the lines of both sides', () => {
    expect(readAssertion(message)).to.deep.equal({
      sentence: 'AssertionError: the pods of "log-agent"',
      rows: [
        { expected: '[', actual: '[' },
        { expected: '  "east-1"', actual: '  "east-1"' },
        { expected: '  "west-1"', actual: '  "infra"' },
        { expected: '  "west-2"', actual: undefined },
        { expected: ']', actual: ']' },
      ],
    });
  });

  it('without a comparison is its sentence, without the stack', () => {
    const error =
      'Error: There is no pod "a".\nThere is: b.\n    at Scenario.pod (/project/steps/world.ts:3:1)';
    expect(readAssertion(error)).to.deep.equal({
      sentence: 'Error: There is no pod "a".\nThere is: b.',
      rows: [],
    });
  });

  it('is shown side by side, with a mark where the sides differ', () => {
    expect(sideBySide(readAssertion(message).rows, plainly(40)).split('\n')).to.deep.equal([
      'expected    │ actual',
      '[           │ [',
      '  "east-1"  │   "east-1"',
      '  "west-1"  ≠   "infra"',
      '  "west-2"  ≠',
      ']           │ ]',
    ]);
  });

  it('is folded where a line is too long for its half', () => {
    const rows = [{ expected: 'one two three four five', actual: 'six seven eight nine ten' }];
    expect(sideBySide(rows, plainly(28)).split('\n')).to.deep.equal([
      'expected      │ actual',
      'one two       ≠ six seven',
      'three four    ≠ eight nine',
      'five          ≠ ten',
    ]);
  });
});
