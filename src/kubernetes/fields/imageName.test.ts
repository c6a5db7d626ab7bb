import { expect } from 'chai';
import { isVersion, readImage, versionOf, withVersion } from './imageName';

describe('the name of an image', () => {
  it('may have a registry with a port, a tag, and a digest', () => {
    expect(readImage('registry.example.com:5000/tools/disk-cleaner:2.1@sha256:ab')).to.deep.equal({
      repository: 'registry.example.com:5000/tools/disk-cleaner',
      program: 'disk-cleaner',
      tag: '2.1',
      digest: 'sha256:ab',
    });
    expect(readImage('registry:5000/a')).to.deep.equal({ repository: 'registry:5000/a', program: 'a' });
    expect(readImage('a')).to.deep.equal({ repository: 'a', program: 'a' });
  });

  it('says the version', () => {
    expect(versionOf('a:2.1')).to.equal('2.1');
    expect(versionOf('registry:5000/a@sha256:ab')).to.equal('sha256:ab');
    expect(versionOf('registry:5000/a')).to.equal('latest');
    expect(isVersion('a:2.1@sha256:ab', '2.1')).to.equal(true);
    expect(isVersion('a:2.1@sha256:ab', 'sha256:ab')).to.equal(true);
    expect(isVersion('a:2.1', '2')).to.equal(false);
  });

  it('of another version keeps the registry', () => {
    expect(withVersion('registry:5000/a:2.1', '2.2')).to.equal('registry:5000/a:2.2');
    expect(withVersion('registry:5000/a:2.1', 'sha256:ab')).to.equal('registry:5000/a@sha256:ab');
    expect(withVersion('registry:5000/a@sha256:ab', '2.2')).to.equal('registry:5000/a:2.2');
    expect(withVersion('a:2.1@sha256:ab', '2.1')).to.equal('a:2.1@sha256:ab');
  });
});
