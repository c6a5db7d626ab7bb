import { expect } from 'chai';
import type { Toleration } from './taints';
import { mergeTolerations } from './tolerations';

const gpu = { key: 'gpu', operator: 'Equal', value: 'yes', effect: 'NoSchedule' } as Toleration;
const anyGpu = { key: 'gpu', operator: 'Exists' } as Toleration;

describe('tolerations of two lists in one', () => {
  it('are all of them, in their order', () => {
    const disk = { ...gpu, key: 'disk' };
    expect(mergeTolerations([gpu], [disk])).to.deep.equal([gpu, disk]);
    expect(mergeTolerations([gpu], [gpu])).to.deep.equal([gpu]);
  });

  it('are without those that another covers, whichever comes first', () => {
    expect(mergeTolerations([gpu], [anyGpu])).to.deep.equal([anyGpu]);
    expect(mergeTolerations([anyGpu], [gpu])).to.deep.equal([anyGpu]);
    const everything = { operator: 'Exists' } as Toleration;
    expect(mergeTolerations([gpu, anyGpu], [everything])).to.deep.equal([everything]);
  });

  it('cover only what goes no further', () => {
    const other = { ...gpu, value: 'no' };
    expect(mergeTolerations([gpu], [other])).to.deep.equal([gpu, other]);
    const leaving = { key: 'a', operator: 'Exists', effect: 'NoExecute' } as Toleration;
    const [brief, long] = [
      { ...leaving, tolerationSeconds: 5 },
      { ...leaving, tolerationSeconds: 9 },
    ];
    expect(mergeTolerations([brief], [long])).to.deep.equal([long]);
    expect(mergeTolerations([long], [leaving])).to.deep.equal([leaving]);
  });

  it('cover what says Equal if they name no operator, and nobody else who names none', () => {
    const silent = { key: 'gpu', value: 'yes' } as Toleration;
    expect(mergeTolerations([silent], [gpu])).to.deep.equal([silent]);
    const narrow = { ...silent, effect: 'NoSchedule' } as Toleration;
    expect(mergeTolerations([silent], [narrow])).to.deep.equal([silent, narrow]);
  });
});
