import { expect } from 'chai';
import { NEVER, SLOW, USUAL } from './disruption';
import { EvictionQueue } from './evictionQueue';

describe('the queue of nodes to give up', () => {
  let queue = new EvictionQueue();
  beforeEach(() => {
    queue = new EvictionQueue();
    for (const node of ['a', 'b', 'c']) queue.add(node);
  });
  /** When nodes go, if somebody looks every second. */
  const departures = (from: number, until: number): [string, number][] => {
    const gone: [string, number][] = [];
    for (let now = from; now <= until; now += 1000) {
      for (let node = queue.take(now); node !== undefined; node = queue.take(now)) gone.push([node, now]);
    }
    return gone;
  };

  it('lets the first go at once, and then one every ten seconds', () => {
    expect(departures(0, 60_000)).to.deep.equal([
      ['a', 0],
      ['b', 10_000],
      ['c', 20_000],
    ]);
  });

  it('lets a node go at once that comes after a pause', () => {
    departures(0, 60_000);
    queue.add('d');
    expect(queue.take(60_000)).to.equal('d');
  });

  it('knows when the next turn comes', () => {
    expect(queue.due).to.equal(0);
    queue.take(5000);
    expect(queue.due).to.equal(5000 + USUAL);
    for (const node of ['b', 'c']) queue.remove(node);
    expect(queue.due).to.equal(undefined);
  });

  it('lets nobody go while nobody may', () => {
    queue.keep(NEVER, 0);
    expect(queue.due).to.equal(undefined);
    expect(departures(0, 3_600_000)).to.deep.equal([]);
  });

  it('makes those wait once more that could not go when its pace changes', () => {
    queue.keep(NEVER, 0);
    queue.keep(USUAL, 60_000);
    expect(departures(60_000, 75_000)).to.deep.equal([['a', 70_000]]);
    queue.keep(SLOW, 75_000);
    expect(departures(75_000, 200_000)).to.deep.equal([['b', 175_000]]);
  });

  it('does not make those wait who could go', () => {
    queue.keep(SLOW, 5000);
    expect(queue.take(5000)).to.equal('a');
    expect(queue.due).to.equal(5000 + SLOW);
  });
});
