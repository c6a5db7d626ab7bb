import { expect } from 'chai';
import fc from 'fast-check';
import { atOnce, availability, existence, mostUnavailable, type Presence } from './atOnce';
import { History } from './history.testkit';
import { podLives } from './podLife';

const START = { at: 0, index: 0 };
const moment = (index: number) => ({ at: index, index });
const livesOf = (history: History) => podLives(history.timeline.changes());

describe('atOnce', () => {
  it('counts what overlaps', () => {
    const presences: Presence[] = [
      { key: 'a', from: moment(1), to: moment(5) },
      { key: 'b', from: moment(3), to: moment(8) },
      { key: 'c', from: moment(9) },
    ];
    expect(atOnce(presences, moment(2))).to.deep.equal({ fewest: 0, most: 2 });
  });

  it('counts a key once, however many of its presences overlap', () => {
    const presences: Presence[] = [
      { key: 'a', from: moment(1), to: moment(5) },
      { key: 'a', from: moment(3) },
    ];
    expect(atOnce(presences, moment(2))).to.deep.equal({ fewest: 1, most: 1 });
  });

  it('knows what has been there all along', () => {
    expect(atOnce([{ key: 'a', from: moment(1) }], moment(50))).to.deep.equal({ fewest: 1, most: 1 });
  });

  it('is the same as looking at every moment', () => {
    // Starts are even, ends odd: so no two edges of different kind fall together, and the order is clear.
    const presence = fc
      .tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(20), fc.nat(20))
      .map(([key, x, y]) => ({ key, from: moment(2 * Math.min(x, y)), to: moment(2 * Math.max(x, y) + 1) }));
    fc.assert(
      fc.property(fc.array(presence), fc.nat(20), (presences, start) => {
        const presentAt = (time: number) =>
          new Set(presences.filter((p) => p.from.at <= time && time < p.to.at).map(({ key }) => key)).size;
        const looks = Array.from({ length: 50 }, (_, i) => presentAt(2 * start - 1 + i));
        expect(atOnce(presences, moment(2 * start))).to.deep.equal({
          fewest: Math.min(...looks),
          most: Math.max(...looks),
        });
      }),
    );
  });
});

describe('availability', () => {
  it('begins when the pod has been ready long enough', () => {
    const [life] = livesOf(new History().pod(1, 'a', { node: 'east-1', ready: true }));
    expect(life && availability(life, 10).map(({ from }) => from.at)).to.deep.equal([11_000]);
  });

  it('counts from the whole second that the Ready condition carries', () => {
    const [life] = livesOf(new History().pod(1.9, 'a', { node: 'east-1', ready: true }));
    expect(life && availability(life, 10).map(({ from }) => from.at)).to.deep.equal([11_000]);
  });

  it('counts from there, too, if the news of it comes late', () => {
    const readySince = '2026-01-01T00:00:01Z';
    const [life] = livesOf(new History().pod(4, 'a', { node: 'east-1', ready: true, readySince }));
    expect(life && availability(life, 10).map(({ from }) => from.at)).to.deep.equal([11_000]);
  });

  it('never begins if the pod turns unready too soon', () => {
    const [life] = livesOf(
      new History().pod(1, 'a', { node: 'east-1', ready: true }).pod(5, 'a', { ready: false }),
    );
    expect(life && availability(life, 10)).to.deep.equal([]);
  });

  it('ends when the pod is asked to leave, though it is still ready', () => {
    const [life] = livesOf(
      new History().pod(1, 'a', { node: 'east-1', ready: true }).pod(5, 'a', { terminating: true }),
    );
    expect(life && availability(life).map(({ to }) => to?.at)).to.deep.equal([5000]);
  });
});

describe('existence', () => {
  it('tells how many nodes had a pod at once', () => {
    const lives = livesOf(
      new History().pod(1, 'a', { node: 'east-1' }).pod(2, 'b', { node: 'east-2' }).gone(3, 'a'),
    );
    expect(atOnce(lives.flatMap(existence), START)).to.deep.equal({ fewest: 0, most: 2 });
  });
});

describe('mostUnavailable', () => {
  const twoNodes = () =>
    new History().pod(1, 'a', { node: 'east-1', ready: true }).pod(1, 'b', { node: 'east-2', ready: true });

  it('is nothing while nothing happens', () => {
    const history = twoNodes();
    expect(mostUnavailable(livesOf(history), history.timeline.moment())).to.equal(0);
  });

  it('is one if one node is served after the other', () => {
    const history = twoNodes();
    const before = history.timeline.moment();
    history.pod(2, 'a', { terminating: true }).gone(3, 'a').pod(4, 'c', { node: 'east-1', ready: true });
    history.pod(5, 'b', { terminating: true }).gone(6, 'b').pod(7, 'd', { node: 'east-2', ready: true });
    expect(mostUnavailable(livesOf(history), before)).to.equal(1);
  });

  it('is two if both go together, even for an instant', () => {
    const history = twoNodes();
    const before = history.timeline.moment();
    history.pod(2, 'a', { terminating: true }).pod(2, 'b', { terminating: true });
    history.gone(3, 'a').gone(3, 'b');
    history.pod(4, 'c', { node: 'east-1', ready: true }).pod(4, 'd', { node: 'east-2', ready: true });
    expect(mostUnavailable(livesOf(history), before)).to.equal(2);
  });

  it('is nothing if the successor is available before the old pod goes', () => {
    const history = twoNodes();
    const before = history.timeline.moment();
    history.pod(2, 'c', { node: 'east-1', ready: true }).pod(3, 'a', { terminating: true }).gone(4, 'a');
    expect(mostUnavailable(livesOf(history), before)).to.equal(0);
  });

  it('leaves out nodes that had no available pod to begin with', () => {
    const history = twoNodes().pod(1, 'e', { node: 'east-3' });
    expect(mostUnavailable(livesOf(history), history.timeline.moment())).to.equal(0);
  });

  it('looks at the very moment before the first change', () => {
    const history = twoNodes();
    const before = history.timeline.moment();
    history.gone(2, 'a').gone(2, 'b');
    expect(mostUnavailable(livesOf(history), before)).to.equal(2);
  });
});
