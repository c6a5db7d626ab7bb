import { expect } from 'chai';
import { featureAddress, lineAddress, linkTo, subjectOf } from './addresses';

describe('addresses in the page', () => {
  it('are the paths of features, below features/, without their ending', () => {
    expect(featureAddress('features/rolling-update/budget.feature')).to.equal('rolling-update/budget');
    expect(lineAddress('features/rolling-update/budget.feature', 42)).to.equal('rolling-update/budget:42');
    expect(featureAddress('../mine/disk.feature')).to.equal('../mine/disk');
  });

  it('of features are never those of something else', () => {
    for (const name of ['register', 'play', 'main', 'D19'])
      expect(featureAddress(`features/${name}.feature`)).to.equal(`./${name}`);
  });

  it('can be put into links', () => {
    expect(linkTo('노드/a b')).to.equal('#%EB%85%B8%EB%93%9C/a%20b');
  });

  it('of subjects are folders, the same in every edition', () => {
    expect(subjectOf('features/taints/no-schedule.feature')).to.equal('taints');
    expect(subjectOf('features/ko/taints/no-schedule.feature')).to.equal('taints');
    expect(subjectOf('features/agents/gpu/gpu-agents.feature')).to.equal('agents');
    expect(subjectOf('disk.feature')).to.equal('');
    expect(subjectOf('../mine/disk.feature')).to.equal('');
  });
});
