import { expect } from 'chai';
import fc from 'fast-check';
import { History } from './history.testkit';
import { compareMoments } from './moment';
import { podLives } from './podLife';

const livesOf = (history: History) => podLives(history.timeline.changes());

describe('podLives', () => {
  it('follows a pod from its creation to its removal', () => {
    const [life] = livesOf(
      new History()
        .pod(1, 'a', { meantFor: 'east-1' })
        .pod(2, 'a', { node: 'east-1' })
        .pod(3, 'a', { ready: true })
        .pod(8, 'a', { terminating: true })
        .pod(9, 'a', { ready: false })
        .gone(10, 'a'),
    );
    expect(life).to.deep.include({
      uid: 'a',
      node: 'east-1',
      created: { at: 1000, index: 0 },
      bound: { at: 2000, index: 1 },
      terminating: { at: 8000, index: 3 },
      gone: { at: 10_000, index: 5 },
      ready: [{ from: { at: 3000, index: 2 }, to: { at: 9000, index: 4 } }],
    });
  });

  it('knows the node a pod waits for, from its affinity', () => {
    const [life] = livesOf(new History().pod(1, 'a', { meantFor: 'west-1' }));
    expect(life?.node).to.equal('west-1');
    expect(life?.bound).to.equal(undefined);
  });

  it('tells pods of one name apart by their uid', () => {
    const lives = livesOf(
      new History().pod(1, 'a', { name: 'report-job' }).gone(2, 'a').pod(3, 'b', { name: 'report-job' }),
    );
    expect(lives.map(({ uid, gone }) => [uid, gone?.at])).to.deep.equal([
      ['a', 2000],
      ['b', undefined],
    ]);
  });

  it('keeps every controller a pod had, in order, through orphanhood and adoption', () => {
    const [life] = livesOf(
      new History()
        .pod(1, 'a', { owner: 'log-agent' })
        .pod(2, 'a', { owner: undefined })
        .pod(3, 'a', { owner: 'log-shipper' }),
    );
    expect(life?.controllers.map(({ name }) => name)).to.deep.equal(['log-agent', 'log-shipper']);
  });

  it('ends readiness with the pod', () => {
    const [life] = livesOf(new History().pod(1, 'a', { ready: true }).gone(5, 'a'));
    expect(life?.ready).to.deep.equal([{ from: { at: 1000, index: 0 }, to: { at: 5000, index: 1 } }]);
  });

  it('passes over objects of other kinds', () => {
    expect(livesOf(new History().other(1, 'ADDED', { kind: 'Node', name: 'east-1' }))).to.deep.equal([]);
  });

  it('always gives separate stretches of readiness, inside the life of the pod', () => {
    const happenings = fc.array(fc.record({ pod: fc.constantFrom('a', 'b', 'c'), ready: fc.boolean() }));
    fc.assert(
      fc.property(happenings, (list) => {
        const history = new History();
        list.forEach(({ pod, ready }, second) => {
          history.pod(second, pod, { ready });
        });
        for (const uid of new Set(list.map(({ pod }) => pod))) history.gone(list.length, uid);
        for (const { created, gone, ready } of livesOf(history)) {
          const edges = [created, ...ready.flatMap(({ from, to }) => (to ? [from, to] : [from])), gone];
          const inOrder = edges.every((edge, i) => {
            const before = edges[i - 1];
            return !edge || !before || compareMoments(before, edge) <= 0;
          });
          expect(inOrder).to.equal(true);
          expect(ready.every(({ to }) => to !== undefined)).to.equal(true);
        }
      }),
    );
  });
});
