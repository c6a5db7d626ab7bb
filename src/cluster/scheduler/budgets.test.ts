import { expect } from 'chai';
import { aPod } from '../../kubernetes/kinds/samples.testkit';
import { type Budget, spared } from './budgets';
import { budget } from './budgets.testkit';

/** Which of three web servers and a job would go against budgets. */
const against = (...budgets: Budget[]): string[] => {
  const web = ['web-1', 'web-2', 'web-3'].map((name) => aPod({ name, labels: { app: 'web' } }));
  const [kept] = spared(
    [...web, aPod({ name: 'job' })].map((pod) => ({ pod })),
    budgets,
  );
  return kept.map(({ pod }) => pod.metadata.name);
};

describe('pods that a disruption budget would rather keep', () => {
  it('are those that it selects, beyond what it allows', () => {
    expect(against()).to.deep.equal([]);
    expect(against(budget(3))).to.deep.equal([]);
    expect(against(budget(1))).to.deep.equal(['web-2', 'web-3']);
    expect(against(budget(0))).to.deep.equal(['web-1', 'web-2', 'web-3']);
  });

  it('are those of any of several budgets', () => {
    expect(against(budget(2), budget(1))).to.deep.equal(['web-2', 'web-3']);
  });

  it('are none of a budget that selects by nothing, or says nothing of what it allows and selects nobody', () => {
    const everyone = { selector: { matchExpressions: [] } };
    expect(against(budget(0, { spec: everyone }))).to.deep.equal([]);
    expect(against(budget(0, { spec: {} }))).to.deep.equal([]);
  });

  it('are none of a budget that nobody can read, or of another project', () => {
    const unreadable = { selector: { matchLabels: { app: '/' } } };
    expect(against(budget(0, { spec: unreadable }))).to.deep.equal([]);
    const metadata = { ...aPod().metadata, namespace: 'bank' };
    expect(against(budget(0, { metadata }))).to.deep.equal([]);
  });

  it('are all of a budget whose controller has said nothing yet', () => {
    const { status, ...silent } = budget(5);
    expect(status?.disruptionsAllowed).to.equal(5);
    expect(against(silent)).to.deep.equal(['web-1', 'web-2', 'web-3']);
  });

  it('do not include those that were let go already, and these use up nothing', () => {
    const status = { disruptionsAllowed: 1, disruptedPods: { 'web-1': '2026-01-01T00:00:00Z' } };
    expect(against(budget(0, { status }))).to.deep.equal(['web-3']);
  });
});
