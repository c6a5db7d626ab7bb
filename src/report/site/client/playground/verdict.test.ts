import { expect } from 'chai';
import type { ExampleShown } from '../../../../play/outcome';
import { isGood, verdictOf } from './verdict';

const example = (outcome: ExampleShown['outcome']): ExampleShown => ({
  name: 'a',
  line: 1,
  outcome,
  steps: [],
  evidence: [],
  notes: [],
});

const result = (...outcomes: readonly ExampleShown['outcome'][]) => ({
  problems: [],
  examples: outcomes.map(example),
});

describe('how it went', () => {
  it('is good only if every example passed, and one was tried', () => {
    expect(isGood(result('passed', 'passed'))).to.equal(true);
    for (const other of ['failed', 'skipped', 'pending', 'undefined', 'ambiguous'] as const)
      expect(isGood(result('passed', other)), other).to.equal(false);
    expect(isGood(result())).to.equal(false);
    expect(isGood({ ...result('passed'), problems: [{ file: 'a', what: 'b', mend: 'c' }] })).to.equal(false);
  });

  it('is said of all of them', () => {
    expect(verdictOf(result('passed', 'passed'), 'en')).to.equal('2 examples passed.');
    expect(verdictOf(result('passed', 'undefined'), 'en')).to.equal('1 example did not pass.');
    expect(verdictOf(result('skipped'), 'en')).to.equal('1 example was skipped.');
    expect(verdictOf(result('passed', 'skipped'), 'ko')).to.contain('건너뛰었다');
  });
});
