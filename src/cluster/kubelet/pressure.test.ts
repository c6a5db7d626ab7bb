import { expect } from 'chai';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { aPod } from '../../kubernetes/kinds/samples.testkit';
import type { Pressure } from '../../port/world';
import { rankForEviction, refusalUnder } from './pressure';

const pod = (spec: Partial<Pod['spec']> = {}): Pod => {
  const sample = aPod();
  return { ...sample, spec: { ...sample.spec, ...spec } };
};
const refusal = (spec: Partial<Pod['spec']>, ...pressures: Pressure[]) =>
  refusalUnder(new Set(pressures), pod(spec))?.message;

const tolerations = [{ key: 'node.kubernetes.io/memory-pressure', operator: 'Exists', effect: 'NoSchedule' }];
const asking = { containers: [{ name: 'main', resources: { requests: { memory: '1Gi' } } }] };

describe('a node under pressure', () => {
  it('refuses pods, and says for what', () => {
    expect(refusal({}, 'disk')).to.equal('The node had condition: [DiskPressure]. ');
    expect(refusal({ tolerations }, 'PID')).to.equal('The node had condition: [PIDPressure]. ');
    expect(refusal(asking, 'memory', 'disk')).to.equal(
      'The node had condition: [MemoryPressure DiskPressure]. ',
    );
    expect(refusal({})).to.equal(undefined);
  });

  it('lets pods in that ask for something, or tolerate it, where only memory is short', () => {
    expect(refusal({}, 'memory')).to.equal('The node had condition: [MemoryPressure]. ');
    expect(refusal({ tolerations }, 'memory')).to.equal(undefined);
    expect(refusal(asking, 'memory')).to.equal(undefined);
  });

  it('lets in whatever matters to the system', () => {
    expect(refusal({ priority: 2_000_000_000 }, 'disk', 'PID')).to.equal(undefined);
    expect(refusal({ priority: 1_999_999_999 }, 'disk')).not.to.equal(undefined);
  });
});

describe('pods that are evicted', () => {
  const named = (name: string, startedAt: number, spec: Partial<Pod['spec']> = {}) => ({
    name,
    startedAt,
    pod: pod(spec),
  });
  const order = (what: Pressure, ...all: ReturnType<typeof named>[]) =>
    rankForEviction(all, what)
      .map(({ name }) => name)
      .join(' ');

  it('go before others if they asked for nothing of what is short', () => {
    const all = [named('asked', 2, { ...asking, priority: 1 }), named('did-not', 1, { priority: 5 })];
    expect(order('memory', ...all)).to.equal('did-not asked');
    expect(order('PID', ...all)).to.equal('asked did-not');
  });

  it('go before others if they matter less, or came later', () => {
    const all = [named('old', 1), named('important', 3, { priority: 9 }), named('new', 2)];
    expect(order('disk', ...all)).to.equal('new old important');
  });
});
