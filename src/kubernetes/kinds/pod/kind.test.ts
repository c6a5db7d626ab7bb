import { expect } from 'chai';
import { aPod } from '../samples.testkit';
import { pods } from './kind';

describe('a pod', () => {
  it('begins pending, with the quality of service that follows from its spec', () => {
    const { status } = pods.prepareForCreate(aPod({ phase: 'Failed', readySince: 0 }));
    expect([status.phase, status.conditions, status.qosClass]).to.deep.equal([
      'Pending',
      undefined,
      'BestEffort',
    ]);
  });

  it('has the time to leave that is asked for, else what its spec says, else half a minute', () => {
    const bound = aPod({ node: 'east-1', spec: { terminationGracePeriodSeconds: 20 } });
    expect(pods.gracePeriod(bound, undefined)).to.equal(20);
    expect(pods.gracePeriod(bound, 5)).to.equal(5);
    expect(pods.gracePeriod(bound, -1)).to.equal(1);
    expect(pods.gracePeriod(aPod({ node: 'east-1' }), undefined)).to.equal(30);
  });

  it('leaves at once if no node runs it, or if it has ended', () => {
    expect(pods.gracePeriod(aPod(), 5)).to.equal(0);
    expect(pods.gracePeriod(aPod({ node: 'east-1', phase: 'Failed' }), 5)).to.equal(0);
  });
});
