import { expect } from 'chai';
import { containerOf, imagesOf, isVersion, readImage, versionOf, withVersion } from './images';

const cleaner = { name: 'cleaner', image: 'registry.example.com:5000/tools/disk-cleaner:2.1' };
const proxy = { name: 'proxy', image: 'example.test/proxy:v7' };

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

describe('the container that is meant', () => {
  it('is the only one, whatever it is called', () => {
    expect(containerOf({ containers: [cleaner] }, 'log-agent')).to.equal(cleaner);
  });

  it('is the one that is called like the daemon set, or whose image is', () => {
    expect(containerOf({ containers: [cleaner, proxy] }, 'proxy')).to.equal(proxy);
    expect(containerOf({ containers: [proxy, cleaner] }, 'disk-cleaner')).to.equal(cleaner);
  });

  it('is named where several might be', () => {
    expect(() => containerOf({ containers: [cleaner, proxy] }, 'log-agent')).to.throw(
      'cleaner (registry.example.com:5000/tools/disk-cleaner:2.1), proxy (example.test/proxy:v7)',
    );
  });
});

describe('the images of a program', () => {
  it('are looked for in init containers too', () => {
    const spec = { containers: [proxy], initContainers: [cleaner] };
    expect(imagesOf('disk-cleaner', 'agent', spec)).to.deep.equal([cleaner.image]);
    expect(imagesOf('agent', 'agent', spec)).to.deep.equal([proxy.image]);
    expect(imagesOf('other', 'agent', spec)).to.deep.equal([]);
  });
});
