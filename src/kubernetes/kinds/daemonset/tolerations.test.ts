import { expect } from 'chai';
import type { Toleration } from '../../fields/taints';
import type { PodSpec } from '../pod/pod';
import { daemonTolerations } from './tolerations';

const spec = (rest: Partial<PodSpec> = {}): PodSpec => ({ containers: [], ...rest });
const tolerating = (...tolerations: Toleration[]): readonly Toleration[] =>
  daemonTolerations(spec({ tolerations }));
const inWords = (tolerations: readonly Toleration[]): string[] =>
  tolerations.map(({ key, effect }) => `${key}:${effect}`);

const NOT_READY: Toleration = {
  key: 'node.kubernetes.io/not-ready',
  operator: 'Exists',
  effect: 'NoExecute',
};

describe('what every daemon pod tolerates', () => {
  it('is what daemons should outlive, for ever and whatever the value', () => {
    const tolerations = daemonTolerations(spec());
    expect(inWords(tolerations)).to.deep.equal([
      'node.kubernetes.io/not-ready:NoExecute',
      'node.kubernetes.io/unreachable:NoExecute',
      'node.kubernetes.io/disk-pressure:NoSchedule',
      'node.kubernetes.io/memory-pressure:NoSchedule',
      'node.kubernetes.io/pid-pressure:NoSchedule',
      'node.kubernetes.io/unschedulable:NoSchedule',
    ]);
    for (const each of tolerations) {
      expect(each.operator).to.equal('Exists');
      expect(each).not.to.have.any.keys('value', 'tolerationSeconds');
    }
  });

  it('includes a missing network if the pod uses that of its node', () => {
    const added = daemonTolerations(spec({ hostNetwork: true }));
    expect(inWords(added).at(-1)).to.equal('node.kubernetes.io/network-unavailable:NoSchedule');
    expect(added).to.have.length(7);
  });

  it("comes after the template's own", () => {
    const gpu: Toleration = { key: 'gpu', value: 'large', effect: 'NoSchedule' };
    const all = tolerating(gpu);
    expect(all[0]).to.equal(gpu);
    expect(all).to.have.length(7);
  });

  it('takes the place of the same toleration with a time limit', () => {
    const gpu: Toleration = { key: 'gpu', operator: 'Exists' };
    const all = tolerating({ ...NOT_READY, tolerationSeconds: 60 }, gpu);
    expect(all.slice(0, 2)).to.deep.equal([NOT_READY, gpu]);
    expect(all).to.have.length(7);
  });

  it('stands beside similar ones that differ in effect, operator or value', () => {
    for (const similar of [
      { ...NOT_READY, effect: 'NoSchedule' },
      { ...NOT_READY, operator: 'Equal' },
      { ...NOT_READY, value: 'x' },
    ]) {
      const all = tolerating(similar);
      expect(all[0]).to.equal(similar);
      expect(all).to.have.length(7);
    }
  });
});
