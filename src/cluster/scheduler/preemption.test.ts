import { expect } from 'chai';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { aNode, aPod } from '../../kubernetes/kinds/samples.testkit';
import { NodeInfo } from '../capacity/nodeInfo';
import { choosePreemption, waitsForVictims } from './preemption';

/** A node with 4 cpu and these pods, each `[name, priority, cpu]` and older than the next. */
const node = (name: string, ...pods: readonly (readonly [string, number, string])[]): NodeInfo => {
  const info = new NodeInfo();
  info.node = aNode({ name });
  for (const [index, [pod, priority, cpu]] of pods.entries())
    info.add({ pod: aPod({ name: pod, priority, cpu, created: index * 1000 }) });
  return info;
};
const important = aPod({ name: 'important', priority: 100, cpu: '2' });

const choice = (pod: Pod, ...nodes: NodeInfo[]) => {
  const chosen = choosePreemption(pod, nodes);
  return chosen && [chosen.node, ...chosen.victims.map(({ metadata }) => metadata.name)];
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
    const started = (name: string, on: string, startTime: string): NodeInfo => {
      const pod = aPod({ name, priority: 1, cpu: '4' });
      const info = node(on);
      info.add({ pod: { ...pod, status: { ...pod.status, startTime } } });
      return info;
    };
    const early = started('early', 'east-1', '2026-01-01T00:00:00Z');
    const late = started('late', 'east-2', '2026-01-01T01:00:00Z');
    expect(choice(important, early, late)).to.deep.equal(['east-2', 'late']);
  });

  it('helps against ports that are taken, too', () => {
    const listening = (name: string, priority: number) =>
      aPod({ name, priority, containers: [{ name: 'main', ports: [{ containerPort: 1, hostPort: 80 }] }] });
    const info = node('east-1');
    info.add({ pod: listening('holder', 1) });
    expect(choice(listening('important', 100), info)).to.deep.equal(['east-1', 'holder']);
  });

  it('waits while victims on its nominated node are on their way out', () => {
    const info = node('east-1');
    info.add({ pod: aPod({ name: 'going', priority: 1, terminating: true }) });
    expect(waitsForVictims(important, info)).to.equal(true);
    expect(waitsForVictims(important, node('east-1', ['staying', 1, '1']))).to.equal(false);
    expect(waitsForVictims(important, undefined)).to.equal(false);
    const equal = node('east-1');
    equal.add({ pod: aPod({ name: 'going', priority: 100, terminating: true }) });
    expect(waitsForVictims(important, equal), 'which was no victim').to.equal(false);
  });
});
