import { expect } from 'chai';
import type { FoundCapability } from '../plan';
import { expectedOf, willSkip } from './estimate';

const PATIENCE = 65_000;
const MOVABLE: readonly FoundCapability[] = [{ name: 'movable-clock', offered: true }];
const ON_THE_WALL: readonly FoundCapability[] = [
  { name: 'movable-clock', offered: false, code: 'movable-clock', reason: 'Its time is that of the wall.' },
];

const lasting = (modelTime: number) => ({ tags: [], modelTime });

/** How much longer an example is expected to take that lasts a minute. */
const minuteOn = (capabilities: readonly FoundCapability[]): number =>
  expectedOf(lasting(60_000), PATIENCE, capabilities) - expectedOf(lasting(0), PATIENCE, capabilities);

describe('how long an example takes', () => {
  it('counts the time of the cluster where that is the time on the wall', () => {
    expect([ON_THE_WALL, []].map(minuteOn)).to.deep.equal([60_000, 60_000]);
  });

  it('does not count it where time is stepped', () => {
    expect(minuteOn(MOVABLE)).to.equal(0);
  });

  it('is next to nothing if it is left out', () => {
    const long = lasting(PATIENCE + 1);
    for (const capabilities of [MOVABLE, ON_THE_WALL]) {
      expect(willSkip(long, PATIENCE, capabilities)).to.equal('too-long');
      expect(expectedOf(long, PATIENCE, capabilities)).to.be.below(
        expectedOf(lasting(0), PATIENCE, capabilities),
      );
    }
  });
});
