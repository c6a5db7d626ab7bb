import { expect } from 'chai';
import { LeftOut } from '../../../port/leftOut';
import { ACTS_ON_ALL, checkActsOnAll } from './actsOnAll';

describe('what acts on all pods of a cluster', () => {
  const outcomeOf = (kind: string, written: unknown): unknown => {
    try {
      checkActsOnAll(kind, written);
      return 'written';
    } catch (error) {
      return error;
    }
  };

  it('is not written where others would feel it', () => {
    expect(outcomeOf('PriorityClass', { value: 500, globalDefault: true }))
      .to.be.instanceOf(LeftOut)
      .with.property('code', ACTS_ON_ALL);
  });

  it('is no class that has to be named, nor another kind', () => {
    expect(outcomeOf('PriorityClass', { value: 500, globalDefault: false })).to.equal('written');
    expect(outcomeOf('PriorityClass', { value: 500 })).to.equal('written');
    expect(outcomeOf('Gadget', { globalDefault: true })).to.equal('written');
    expect(outcomeOf('PriorityClass', null)).to.equal('written');
  });
});
