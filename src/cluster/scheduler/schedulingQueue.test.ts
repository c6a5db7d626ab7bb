import { expect } from 'chai';
import { aNode, aPod } from '../../kubernetes/kinds/samples.testkit';
import { Loop } from '../simulation/loop';
import { Random } from '../simulation/random';
import { backoffAfter } from './activeQueue';
import { type Known, newlyKnown } from './known';
import { nodePorts } from './plugins/nodePorts';
import { nodeUnschedulable } from './plugins/nodeUnschedulable';
import { SchedulingQueue } from './schedulingQueue';

describe('the line of pods to schedule', () => {
  let loop = new Loop(new Random(1), () => 0);
  let turns: number[] = [];
  let line: SchedulingQueue;
  beforeEach(() => {
    loop = new Loop(new Random(1), () => 0);
    turns = [];
    line = new SchedulingQueue({
      now: () => loop.now,
      after: (...timer) => loop.after(...timer),
      cancel: (timer) => loop.cancel(timer),
      onTurn: (turn) => turns.push(turn),
    });
  });

  let serial = 0;
  const known = (name: string, priority = 0): Known => newlyKnown(serial++, aPod({ name, priority }));
  const take = () => line.take()?.pod.metadata.name;
  const takeAll = (): string[] => {
    const name = take();
    return name === undefined ? [] : [name, ...takeAll()];
  };
  const news = { type: 'node added', node: aNode() } as const;

  it('lets the most important go first, and among equals who came first', () => {
    for (const pod of [known('a'), known('b', 10), known('c', -1), known('d', 10)]) line.add(pod);
    expect(takeAll()).to.deep.equal(['b', 'd', 'a', 'c']);
  });

  it('has each pod once, and announces each turn', () => {
    const pod = known('a');
    line.add(pod);
    line.add(pod);
    expect(turns).to.have.length(1);
    expect(takeAll()).to.deep.equal(['a']);
    line.add(pod);
    expect(turns).to.have.length(2);
    expect(new Set(turns).size).to.equal(2);
  });

  it('lets pods that were refused lately go last, in order of when their delay is over', () => {
    const [twice, once] = [known('twice', 100), known('once', 10)];
    line.refused(twice, new Set([nodePorts]));
    line.refused(twice, new Set([nodePorts]));
    line.refused(once, new Set([nodePorts]));
    line.add(twice);
    line.add(once);
    line.add(known('new'));
    expect(takeAll()).to.deep.equal(['new', 'once', 'twice']);
    loop.pass(3000);
    for (const pod of [once, twice]) line.add(pod);
    line.add(known('new'));
    expect(takeAll()).to.deep.equal(['twice', 'once', 'new']);
  });

  it('delays by a second, doubling to ten', () => {
    expect([0, 1, 2, 3, 4, 5, 9].map(backoffAfter)).to.deep.equal([
      0, 1000, 2000, 4000, 8000, 10_000, 10_000,
    ]);
  });

  it('brings a pod back that is refused when one of those that refused it may think otherwise', () => {
    const [cordon, ports] = [known('cordon'), known('ports')];
    line.refused(cordon, new Set([nodeUnschedulable]));
    line.refused(ports, new Set([nodeUnschedulable, nodePorts]));
    line.hear({ type: 'node added', node: aNode({ cordoned: true }) });
    expect(takeAll()).to.deep.equal(['ports']);
    line.hear(news);
    expect(takeAll()).to.deep.equal(['cordon']);
    line.hear(news);
    expect(takeAll()).to.deep.equal([]);
  });

  it('tells only some, if it is for some', () => {
    const [a, b] = [known('a'), known('b')];
    for (const pod of [a, b]) line.refused(pod, new Set([nodePorts]));
    line.hear(news, (each) => each === b);
    expect(takeAll()).to.deep.equal(['b']);
  });

  it('brings a pod back that nothing has happened to for more than five minutes, when it looks next', () => {
    line.refused(known('a'), new Set([nodePorts]));
    loop.pass(30_000);
    line.refused(known('b'), new Set([nodePorts]));
    // It looks every 30 seconds, and after exactly 300 it is not long enough yet.
    loop.pass(299_999);
    expect(takeAll()).to.deep.equal([]);
    loop.pass(1);
    expect(takeAll()).to.deep.equal(['a']);
    line.refused(known('c'), new Set([nodePorts]));
    loop.pass(30_000);
    expect(takeAll()).to.deep.equal(['b']);
    loop.pass(299_999);
    expect(takeAll()).to.deep.equal([]);
    loop.pass(1);
    expect(takeAll()).to.deep.equal(['c']);
  });

  it('brings a pod back with which something went wrong after a second, doubling, whatever happens', () => {
    const pod = known('a');
    for (const delay of [1000, 2000, 4000]) {
      line.failed(pod, 'work');
      line.hear(news);
      loop.pass(delay - 1);
      expect(takeAll()).to.deep.equal([]);
      loop.pass(1);
      expect(takeAll()).to.deep.equal(['a']);
    }
  });

  it('starts small again with a pod that was refused in between', () => {
    const pod = known('a');
    for (let i = 0; i < 3; i++) line.failed(pod, 'work');
    line.refused(pod, new Set([nodePorts]));
    line.failed(pod, 'work');
    loop.pass(1000);
    expect(takeAll()).to.deep.equal(['a']);
  });

  it('is not waited for while there is no use in it', () => {
    line.failed(known('a'), 'background');
    expect(loop.settle(60_000)).to.deep.equal({ quiet: true, elapsed: 0 });
    line.expectSuccess();
    expect(loop.settle(60_000)).to.deep.equal({ quiet: true, elapsed: 1000 });
    expect(takeAll()).to.deep.equal(['a']);
  });

  it('forgets a pod that need not be bound any more', () => {
    const [refused, failed] = [known('refused'), known('failed')];
    line.refused(refused, new Set([nodePorts]));
    line.failed(failed, 'work');
    for (const pod of [refused, failed]) line.forget(pod);
    line.hear(news);
    loop.pass(600_000);
    expect(takeAll()).to.deep.equal([]);
  });
});
