import { expect } from 'chai';
import { aDaemonSet } from '../../../kubernetes/kinds/samples.testkit';
import { withStatus } from './status';

describe('an update of the status', () => {
  it('changes the status and nothing else', () => {
    const set = aDaemonSet();
    const next = withStatus(set, { ...set.status, numberReady: 3 });
    expect(next.spec).to.equal(set.spec);
    expect(next.metadata).to.equal(set.metadata);
    expect(next.status.numberReady).to.equal(3);
  });
});
