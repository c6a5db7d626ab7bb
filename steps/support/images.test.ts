import { expect } from 'chai';
import { containerOf, imagesOf } from './images';

const cleaner = { name: 'cleaner', image: 'registry.example.com:5000/tools/disk-cleaner:2.1' };
const proxy = { name: 'proxy', image: 'example.test/proxy:v7' };

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
