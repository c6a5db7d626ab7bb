import { expect } from 'chai';
import { plainly } from '../../terminal/style';
import { compare } from './compare';
import { comparisonText } from './comparisonText';
import { register, reportOf, SKIPPED } from './reports.testkit';

const before = reportOf([{ claims: ['D01'] }, { claims: ['D02'] }, SKIPPED]);

describe('two reports beside each other', () => {
  it('do not differ if the same was found, however long it took', () => {
    const again = reportOf([{ claims: ['D01'], seconds: 1 }, { claims: ['D02'], attempts: 2 }, SKIPPED]);
    const comparison = compare(before, again);
    expect(comparison).to.deep.include({
      same: true,
      capabilities: [],
      claims: [],
      examples: [],
      remarks: [],
    });
    expect(comparisonText(comparison, register, plainly(80))).to.contain('The same promises hold in both');
  });

  it('differ in promises, capabilities and examples', () => {
    const after = reportOf(
      [{ claims: ['D01'] }, { claims: ['D02'], outcome: 'failed' }, { needs: ['impersonation'] }],
      {
        capabilities: before.capabilities.map(({ name }) => ({ name, offered: true })),
        cluster: { ...before.cluster, version: 'v1.37.0' },
      },
    );
    const comparison = compare(before, after);
    expect(comparison.same).to.equal(false);
    expect(comparison.claims).to.deep.equal([{ id: 'D02', a: 'holds-when', b: 'contradicted' }]);
    expect(comparison.capabilities).to.deep.equal([{ name: 'impersonation', a: false, b: true }]);
    expect(comparison.examples.map(({ name, a, b }) => [name, a, b])).to.deep.equal([
      ['example 2', 'passed', 'failed'],
      ['example 3', 'skipped (impersonation)', 'passed'],
    ]);
    const text = comparisonText(comparison, register, plainly(80));
    expect(text).to.contain('A: kubernetes v1.36.2, suite 012345678901: success');
    expect(text).to.contain('D02  holds-when → contradicted\n     Doubts pass.');
    expect(text).to.match(/impersonation +no +yes/);
    expect(text).to.contain('1 promise, 1 capability and 2 examples differ.');
  });

  it('find an example again whose line has moved', () => {
    const moved = reportOf([
      { claims: ['D01'], example: 'features/work.feature:11' },
      { claims: ['D02'], example: 'features/work.feature:12' },
      { ...SKIPPED, example: 'features/work.feature:13' },
    ]);
    expect(compare(before, moved).same).to.equal(true);
  });

  it('say what may come from how the suite was run', () => {
    const patient = reportOf([{ claims: ['D01'] }, { claims: ['D02'] }, SKIPPED], {
      run: { ...before.run, patience: 600 },
      suite: { ...before.suite, commit: '1'.repeat(40) },
    });
    expect(compare(before, patient).remarks).to.deep.equal([
      `The suite differs: ${before.suite.commit} in A, ${'1'.repeat(40)} in B.`,
      'The patience differs: 65 seconds in A, 600 seconds in B.',
    ]);
  });
});
