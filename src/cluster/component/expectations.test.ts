import { expect } from 'chai';
import { ControllerExpectations } from './expectations';

const MINUTE = 60_000;

describe('expectations', () => {
  let expectations = new ControllerExpectations();
  beforeEach(() => {
    expectations = new ControllerExpectations();
  });

  it('are satisfied as long as there are none', () => {
    expect(expectations.satisfied(0)).to.equal(true);
  });

  it('are satisfied when all creations have been seen', () => {
    expectations.expect(2, 0, 0);
    expectations.creationObserved();
    expect(expectations.satisfied(0)).to.equal(false);
    expectations.creationObserved();
    expect(expectations.satisfied(0)).to.equal(true);
  });

  it('are satisfied when all deletions have been seen, too', () => {
    expectations.expect(1, 1, 0);
    expectations.creationObserved();
    expect(expectations.satisfied(0)).to.equal(false);
    expectations.deletionObserved();
    expect(expectations.satisfied(0)).to.equal(true);
  });

  it('do not mind to see more than was asked for', () => {
    expectations.expect(1, 1, 0);
    for (let i = 0; i < 3; i++) expectations.deletionObserved();
    expect(expectations.satisfied(0)).to.equal(false);
    for (let i = 0; i < 3; i++) expectations.creationObserved();
    expect(expectations.satisfied(0)).to.equal(true);
  });

  it('are given up after five minutes', () => {
    expectations.expect(1, 0, MINUTE);
    expect(expectations.satisfied(6 * MINUTE)).to.equal(false);
    expect(expectations.satisfied(6 * MINUTE + 1)).to.equal(true);
  });

  it('are replaced by the next', () => {
    expectations.expect(5, 5, 0);
    expectations.expect(0, 1, MINUTE);
    expectations.deletionObserved();
    expect(expectations.satisfied(MINUTE)).to.equal(true);
  });
});
