import { expect } from 'chai';
import { negotiate } from './accept';

const OFFERED = ['application/json', 'application/yaml'];
const anything = () => true;
const nothing = (target: unknown) => target === undefined;

describe('what a client accepts', () => {
  const typeFor = (header: string | undefined, allows = nothing) =>
    negotiate(header, OFFERED, allows)?.mediaType;

  it('is anything, if it says nothing', () => {
    expect(typeFor(undefined)).to.equal('application/json');
    expect(typeFor('')).to.equal('application/json');
    expect(typeFor('*/*')).to.equal('application/json');
    expect(typeFor('*')).to.equal('application/json');
    expect(typeFor('application/*')).to.equal('application/json');
  });

  it('is what it wants most, of what there is', () => {
    expect(typeFor('application/yaml')).to.equal('application/yaml');
    expect(typeFor('application/json;q=0.5, application/yaml')).to.equal('application/yaml');
    expect(typeFor('*/*;q=0.1,application/yaml;q=0.2')).to.equal('application/yaml');
    expect(typeFor('text/html,application/vnd.kubernetes.protobuf,application/yaml')).to.equal(
      'application/yaml',
    );
  });

  it('may be nothing of what there is', () => {
    expect(typeFor('text/html')).to.equal(undefined);
    expect(typeFor('json')).to.equal(undefined);
    expect(typeFor('application/json/x')).to.equal(undefined);
    expect(typeFor('application/json;stream=tail')).to.equal(undefined);
    expect(typeFor('application/json;sv=v2')).to.equal(undefined);
    expect(typeFor('application/json;as=Table')).to.equal(undefined);
  });

  it('names what the answer is to be turned into', () => {
    const header = 'application/json;as=Table;v=v1;g=meta.k8s.io,application/json;as=Table,application/json';
    expect(negotiate(header, OFFERED, anything)?.target).to.deep.equal({
      kind: 'Table',
      version: 'v1',
      group: 'meta.k8s.io',
    });
    expect(negotiate(header, OFFERED, nothing)).to.deep.equal({
      mediaType: 'application/json',
      target: undefined,
      pretty: false,
    });
    expect(negotiate('application/json;pretty=1;stream=watch', OFFERED, nothing)?.pretty).to.equal(true);
  });
});
