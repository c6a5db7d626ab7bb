import { expect } from 'chai';
import { formatBytes, formatCpu } from './resourceTotals';

describe('amounts', () => {
  it('use the largest unit without a fraction', () => {
    expect([0, 250, 2000, 1500].map(formatCpu)).to.deep.equal(['0', '250m', '2', '1500m']);
    expect([0, 100 * 2 ** 20, 2 ** 30, 1000].map(formatBytes)).to.deep.equal(['0', '100Mi', '1Gi', '1000']);
  });
});
