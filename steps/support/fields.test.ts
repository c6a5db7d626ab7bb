import { expect } from 'chai';
import { withField } from './fields';

const pod = { metadata: { name: 'log-agent' }, spec: { containers: [{ name: 'main' }, { name: 'proxy' }] } };

describe('withField', () => {
  it('changes one field and leaves the others', () => {
    expect(withField(pod, 'metadata.name', 'cache')).to.deep.equal({ ...pod, metadata: { name: 'cache' } });
  });

  it('reaches into lists', () => {
    expect(withField(pod, 'spec.containers[1].image', 'a')).to.have.deep.nested.property('spec.containers', [
      { name: 'main' },
      { name: 'proxy', image: 'a' },
    ]);
  });

  it('makes what is missing on the way', () => {
    expect(withField({}, 'spec.containers[0].ports[0].hostPort', 80)).to.deep.equal({
      spec: { containers: [{ ports: [{ hostPort: 80 }] }] },
    });
  });

  it('does not touch the object it is given', () => {
    const before = JSON.stringify(pod);
    withField(pod, 'spec.containers[0].name', 'other');
    expect(JSON.stringify(pod)).to.equal(before);
  });
});
