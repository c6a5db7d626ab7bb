import { expect } from 'chai';
import { stored, wrong } from '../objects.testkit';
import { leases } from './kind';

describe('a lease', () => {
  it('changed hands no less than never', () => {
    expect(wrong(leases.validateCreate(stored(leases, { spec: { leaseTransitions: -1 } })))).to.deep.equal([
      'spec.leaseTransitions: Invalid value: -1: must be greater than or equal to 0',
    ]);
  });

  it('lasts some time, changed or not', () => {
    const short = stored(leases, { spec: { leaseDurationSeconds: 0 } });
    expect(wrong(leases.validateUpdate(short, stored(leases, { spec: {} })))).to.deep.equal([
      'spec.leaseDurationSeconds: Invalid value: 0: must be greater than 0',
    ]);
  });
});
