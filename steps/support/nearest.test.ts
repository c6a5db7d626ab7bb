import { expect } from 'chai';
import { nearestOf } from './nearest';

describe('the answer to a name that nobody knows', () => {
  it('is the nearest one', () => {
    expect(nearestOf('agnet', ['plain', 'agent'])).to.equal('Did you mean "agent"?');
    expect(nearestOf('n3', ['n1', 'n2', 'infra-west'])).to.equal('Did you mean "n1" or "n2"?');
  });

  it('is all of them if none is near, and a number if they are many', () => {
    expect(nearestOf('log-agent', ['cache', 'proxy'])).to.equal('Known: cache, proxy.');
    const many = Array.from({ length: 20 }, (_, i) => `a-long-name-${i}`);
    expect(nearestOf('x', many)).to.contain('a-long-name-7 and 12 more.');
  });

  it('says so if there is none', () => {
    expect(nearestOf('agent', [])).to.equal('There is none at all.');
  });
});
