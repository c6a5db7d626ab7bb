import { expect } from 'chai';
import { findUntolerated, sameTaint, type Taint, type Toleration, tolerates } from './taints';

const gpu: Taint = { key: 'gpu', value: 'large', effect: 'NoSchedule' };

describe('a toleration', () => {
  const covers = (toleration: Toleration, taint: Taint = gpu): boolean => tolerates(toleration, taint);

  it('asks for the same value unless it says otherwise', () => {
    expect(covers({ key: 'gpu', value: 'large' })).to.equal(true);
    expect(covers({ key: 'gpu', value: 'small' })).to.equal(false);
    expect(covers({ key: 'gpu' })).to.equal(false);
    expect(covers({ key: 'gpu' }, { key: 'gpu', effect: 'NoSchedule' })).to.equal(true);
  });

  it('with Exists asks for no value', () => {
    expect(covers({ key: 'gpu', operator: 'Exists' })).to.equal(true);
    expect(covers({ key: 'disk', operator: 'Exists' })).to.equal(false);
  });

  it('with Exists and no key covers every taint', () => {
    expect(covers({ operator: 'Exists' })).to.equal(true);
    expect(covers({ operator: 'Exists', effect: 'NoExecute' })).to.equal(false);
  });

  it('without an effect covers every effect', () => {
    expect(covers({ key: 'gpu', operator: 'Exists' }, { ...gpu, effect: 'NoExecute' })).to.equal(true);
    expect(covers({ key: 'gpu', operator: 'Exists', effect: 'NoExecute' })).to.equal(false);
  });

  it('with an unknown operator covers nothing', () => {
    expect(covers({ key: 'gpu', value: 'large', operator: 'Like' })).to.equal(false);
  });
});

describe('findUntolerated', () => {
  const taints: Taint[] = [
    { key: 'soft', effect: 'PreferNoSchedule' },
    gpu,
    { key: 'gone', effect: 'NoExecute' },
  ];

  it('finds the first taint that counts and is not covered', () => {
    expect(findUntolerated(taints, undefined, ['NoSchedule', 'NoExecute'])).to.equal(gpu);
    expect(
      findUntolerated(taints, [{ key: 'gpu', operator: 'Exists' }], ['NoSchedule', 'NoExecute']),
    ).to.equal(taints[2]);
  });

  it('passes over effects that do not count', () => {
    expect(findUntolerated(taints, [], ['NoExecute'])).to.equal(taints[2]);
    expect(findUntolerated([gpu], [], ['NoExecute'])).to.equal(undefined);
    expect(findUntolerated(undefined, [], ['NoExecute'])).to.equal(undefined);
  });
});

describe('sameTaint', () => {
  it('compares key and effect, not value', () => {
    expect(sameTaint(gpu, { ...gpu, value: 'small' })).to.equal(true);
    expect(sameTaint(gpu, { ...gpu, effect: 'NoExecute' })).to.equal(false);
  });
});
