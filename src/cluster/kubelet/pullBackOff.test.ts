import { expect } from 'chai';
import { waitForPull } from './pullBackOff';

describe('an image that could not be pulled', () => {
  /** When it is tried again, in seconds after the first time, if it can be pulled from a certain second on. */
  const triedAt = (second: number): number => second + waitForPull(5000, 5000 + second * 1000) / 1000;

  it('is tried after ten seconds, and then after waits that double', () => {
    expect([0, 1, 10, 11, 31, 71, 151].map(triedAt)).to.deep.equal([0, 10, 10, 30, 70, 150, 310]);
  });

  it('is tried every five minutes in the end', () => {
    expect([311, 610, 611, 910, 100_000].map(triedAt)).to.deep.equal([610, 610, 910, 910, 100_210]);
  });
});
