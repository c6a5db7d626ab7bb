import { expect } from 'chai';
import { aDaemonSet, beside, inPlace, rolling } from '../samples.testkit';
import { budgetOf } from './budget';

describe('the budget of a rolling update', () => {
  it('is what the daemon set says', () => {
    expect(budgetOf(inPlace(3), 100)).to.deep.equal({ maxUnavailable: 3, maxSurge: 0 });
    expect(budgetOf(beside(2), 100)).to.deep.equal({ maxUnavailable: 0, maxSurge: 2 });
  });

  it('counts percentages against the desired nodes, rounded up', () => {
    expect(budgetOf(inPlace('10%'), 30).maxUnavailable).to.equal(3);
    expect(budgetOf(inPlace('10%'), 31).maxUnavailable).to.equal(4);
    expect(budgetOf(beside('10%'), 1).maxSurge).to.equal(1);
    expect(budgetOf(inPlace('100%'), 7).maxUnavailable).to.equal(7);
  });

  it('is one node at least, as long as there are any', () => {
    expect(budgetOf(inPlace('0%'), 30)).to.deep.equal({ maxUnavailable: 1, maxSurge: 0 });
    expect(budgetOf(inPlace('0%'), 0)).to.deep.equal({ maxUnavailable: 0, maxSurge: 0 });
  });

  it('is one node without surge where nothing is said', () => {
    expect(budgetOf(rolling({}), 30)).to.deep.equal({ maxUnavailable: 1, maxSurge: 0 });
    expect(budgetOf(aDaemonSet({ spec: { updateStrategy: { type: 'RollingUpdate' } } }), 30)).to.deep.equal({
      maxUnavailable: 1,
      maxSurge: 0,
    });
  });
});
