import { expect } from 'chai';
import { storeAll } from './bareLoop';
import { storedOfOnePod } from './sample';

/** The names of all fields there are, those in lists included: what is allocated, whatever it says. */
const shapeOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).map(([key, each]) => [key, shapeOf(each)])
    : typeof value;

describe('the bare loop', () => {
  const stored = storedOfOnePod();

  it('stores pods and events of the shapes that the model stores', () => {
    const { pods, events } = storeAll(stored, 2, 3);
    expect([pods.size, events.size]).to.deep.equal([6, 6]);
    for (const pod of pods.values()) expect(shapeOf(pod)).to.deep.equal(shapeOf(stored.running));
    for (const event of events.values()) expect(shapeOf(event)).to.deep.equal(shapeOf(stored.event));
  });

  it('shares between pods what the model shares, and nothing else', () => {
    const [one, other] = [...storeAll(stored, 2, 1).pods.values()];
    expect(one?.spec.containers).to.equal(other?.spec.containers);
    expect(one?.metadata.labels).to.equal(other?.metadata.labels);
    expect(one?.spec.affinity).not.to.equal(other?.spec.affinity);
    expect(one?.status.podIPs).not.to.equal(other?.status.podIPs);
  });
});
