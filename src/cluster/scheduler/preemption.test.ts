import { expect } from 'chai';
import { toTimestamp } from '../../kubernetes/fields/time';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { aNode, aPod, type PodTraits } from '../../kubernetes/kinds/samples.testkit';
import { NodeInfo } from '../capacity/nodeInfo';
import type { Budget } from './budgets';
import { budget } from './budgets.testkit';
import { NOBODY_AROUND } from './plugins/around.testkit';
import { PREEMPTED, searchRoom, waitsForVictims } from './preemption';

/** A pod that was started so many seconds after the cluster. */
const started = (
  name: string,
  priority: number,
  cpu: string,
  second: number,
  traits: PodTraits = {},
): Pod => {
  const pod = aPod({ name, priority, cpu, ...traits });
  return { ...pod, status: { ...pod.status, startTime: toTimestamp(second * 1000) } };
};

/** A node with 4 cpu and these pods, each `[name, priority, cpu]` and started before the next. */
const node = (name: string, ...pods: readonly (readonly [string, number, string])[]): NodeInfo => {
  const info = new NodeInfo();
  info.node = aNode({ name });
  for (const [index, [pod, priority, cpu]] of pods.entries())
    info.add({ pod: started(pod, priority, cpu, index) });
  return info;
};
const important = aPod({ name: 'important', priority: 100, cpu: '2' });

const search = (pod: Pod, nodes: readonly NodeInfo[], budgets: readonly Budget[] = []) =>
  searchRoom(
    pod,
    nodes.flatMap((info) => (info.node ? [[info.node, info] as const] : [])),
    budgets,
    NOBODY_AROUND,
  );

const choice = (pod: Pod, ...nodes: NodeInfo[]) => {
  const { best } = search(pod, nodes);
  return best && [best.node, ...best.victims.map(({ metadata }) => metadata.name)];
};

describe('preemption', () => {
  it('takes only pods of strictly lower priority', () => {
    expect(choice(important, node('east-1', ['same', 100, '4']))).to.equal(undefined);
    expect(choice(important, node('east-1', ['lower', 99, '4']))).to.deep.equal(['east-1', 'lower']);
  });

  it('takes nobody, if even that would not make room', () => {
    expect(choice(important, node('east-1', ['same', 100, '3'], ['lower', 1, '1']))).to.equal(undefined);
  });

  it('takes as few as it can on a node, the least important', () => {
    const full = node('east-1', ['a', 10, '1'], ['b', 5, '1'], ['c', 1, '1'], ['d', 10, '1']);
    expect(choice(important, full)).to.deep.equal(['east-1', 'b', 'c']);
    expect(choice(important, node('east-1', ['small', 1, '1'], ['large', 5, '3']))).to.deep.equal([
      'east-1',
      'large',
    ]);
  });

  it('of equal pods takes the youngest', () => {
    const full = node('east-1', ['old', 1, '2'], ['young', 1, '2']);
    expect(choice(important, full)).to.deep.equal(['east-1', 'young']);
  });

  it('goes to the node whose most important victim matters least', () => {
    const one = node('east-1', ['one', 10, '4']);
    const many = node('east-2', ['a', 9, '1'], ['b', 9, '1'], ['c', 9, '1'], ['d', 9, '1']);
    expect(choice(important, one, many)?.[0]).to.equal('east-2');
  });

  it('then to the node with the fewest victims, however unimportant', () => {
    const large = aPod({ name: 'large', priority: 100, cpu: '4' });
    const three = node('east-1', ['a', 10, '2'], ['b', -9, '1'], ['c', -9, '1']);
    expect(choice(large, three, node('east-2', ['d', 10, '2'], ['e', 5, '2']))).to.deep.equal([
      'east-2',
      'd',
      'e',
    ]);
  });

  it('then to the node with the less important victims', () => {
    const large = aPod({ name: 'large', priority: 100, cpu: '4' });
    const five = node('east-1', ['a', 10, '2'], ['b', 5, '2']);
    expect(choice(large, five, node('east-2', ['c', 10, '2'], ['d', 4, '2']))?.[0]).to.equal('east-2');
  });

  it('then to the node whose most important victims have run for the shortest time', () => {
    const old = node('east-1', ['a', 10, '4']);
    const young = node('east-2', ['own', 100, '0'], ['b', 10, '4']);
    expect(choice(important, old, young)?.[0]).to.equal('east-2');
  });

  it('of several victims on a node asks only how long the most important have run', () => {
    const large = aPod({ name: 'large', priority: 100, cpu: '4' });
    const long = node('east-1', ['important', 10, '2'], ['other', 1, '2']);
    const short = node('east-2', ['other', 1, '2'], ['important', 10, '2']);
    expect(choice(large, long, short)?.[0]).to.equal('east-2');
  });

  it('counts from the moment a pod was started, not from when it was made', () => {
    const early = new NodeInfo();
    early.node = aNode({ name: 'east-1' });
    early.add({ pod: started('early', 1, '4', 10, { created: 5000 }) });
    const late = new NodeInfo();
    late.node = aNode({ name: 'east-2' });
    late.add({ pod: started('late', 1, '4', 20, { created: 0 }) });
    expect(choice(important, early, late)).to.deep.equal(['east-2', 'late']);
  });

  it('takes pods that have not been started yet before those that run', () => {
    const full = node('east-1', ['running', 1, '2']);
    full.add({ pod: aPod({ name: 'new', priority: 1, cpu: '2', created: 0 }) });
    expect(choice(important, full)).to.deep.equal(['east-1', 'new']);
  });

  it('takes no more than needed, one by one, which is not the least that would do', () => {
    const full = node('east-1', ['large', 50, '2'], ['small-1', 0, '1'], ['small-2', 0, '1']);
    expect(choice(important, full)).to.deep.equal(['east-1', 'small-1', 'small-2']);
  });

  it('says of each node why nobody could make room there', () => {
    const nobody = node('east-1', ['same', 100, '4']);
    const vain = node('east-2', ['same', 100, '3'], ['lower', 1, '1']);
    expect(search(important, [nobody, vain])).to.deep.equal({
      best: undefined,
      vain: [['No preemption victims found for incoming pod'], ['Insufficient cpu']],
    });
  });

  describe('and disruption budgets', () => {
    /** A node that is full of a web server and something less important. */
    const full = () => {
      const info = node('east-1', ['job', 1, '2']);
      info.add({ pod: started('web', 0, '2', 9, { labels: { app: 'web' } }) });
      return info;
    };
    const victims = (...budgets: Budget[]) =>
      search(important, [full()], budgets).best?.victims.map(({ metadata }) => metadata.name);

    it('spares the pods that a budget wants kept, though they are less important', () => {
      expect(victims()).to.deep.equal(['web']);
      expect(victims(budget(0))).to.deep.equal(['job']);
      expect(victims(budget(1))).to.deep.equal(['web']);
    });

    it('looks only at budgets of the project that select the pod, and at no pod that is on its way out already', () => {
      const metadata = { ...aPod().metadata, namespace: 'bank' };
      expect(victims(budget(0, { metadata }))).to.deep.equal(['web']);
      expect(victims(budget(0, { spec: { selector: {} } }))).to.deep.equal(['web']);
      expect(victims(budget(0, { status: { disruptedPods: { web: '' } } }))).to.deep.equal(['web']);
    });

    it('names the most important first, whomever it would rather have kept', () => {
      const large = aPod({ name: 'large', priority: 100, cpu: '4' });
      const { best } = search(large, [full()], [budget(0)]);
      expect(best?.victims.map(({ metadata }) => metadata.name)).to.deep.equal(['job', 'web']);
    });

    it('goes against a budget where nothing else helps, and to the node where that is least', () => {
      const alone = node('east-2');
      alone.add({ pod: started('web-2', 0, '4', 9, { labels: { app: 'web' } }) });
      expect(search(important, [alone], [budget(0)]).best?.violations).to.equal(1);
      const other = node('west-1', ['important-job', 99, '4']);
      expect(search(important, [alone, other], [budget(0)]).best?.node).to.equal('west-1');
    });
  });

  it('helps against ports that are taken, too', () => {
    const listening = (name: string, priority: number) =>
      aPod({ name, priority, containers: [{ name: 'main', ports: [{ containerPort: 1, hostPort: 80 }] }] });
    const info = node('east-1');
    info.add({ pod: listening('holder', 1) });
    expect(choice(listening('important', 100), info)).to.deep.equal(['east-1', 'holder']);
  });

  it('waits while victims on its nominated node are on their way out', () => {
    const leaving = (priority: number, reason?: string): NodeInfo => {
      const info = node('east-1');
      const pod = aPod({ name: 'going', priority, terminating: true });
      const conditions = reason ? [{ type: 'DisruptionTarget', status: 'True', reason }] : [];
      info.add({ pod: { ...pod, status: { ...pod.status, conditions } } });
      return info;
    };
    expect(waitsForVictims(important, leaving(1, PREEMPTED))).to.equal(true);
    expect(waitsForVictims(important, leaving(1, 'DeletionByTaintManager'))).to.equal(false);
    expect(waitsForVictims(important, leaving(1))).to.equal(false);
    expect(waitsForVictims(important, leaving(100, PREEMPTED))).to.equal(false);
    expect(waitsForVictims(important, node('east-1', ['staying', 1, '1']))).to.equal(false);
    expect(waitsForVictims(important, undefined)).to.equal(false);
  });
});
