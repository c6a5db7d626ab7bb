import { expect } from 'chai';
import { ApiError } from '../../kubernetes/refusals';
import { type Conversion, wantedOf } from './accept';

const tables = ({ kind }: Conversion): boolean => kind === 'Table';
const TABLE = 'application/json;as=Table;v=v1;g=meta.k8s.io';

describe('how a client wants to be answered', () => {
  const wanted = (accept?: string) => wantedOf({ accept }, tables);

  it('is JSON if it does not say', () => {
    expect(wanted()).to.deep.equal({ mediaType: 'application/json', pretty: false });
    expect(wanted('*/*').mediaType).to.equal('application/json');
  });

  it('is the first that there is', () => {
    expect(wanted('application/vnd.kubernetes.protobuf, application/yaml').mediaType).to.equal(
      'application/yaml',
    );
  });

  it('is the one with the higher q, and the more precise one', () => {
    expect(wanted('application/json;q=0.5, application/yaml;q=0.9').mediaType).to.equal('application/yaml');
    expect(wanted('*/*, application/yaml').mediaType).to.equal('application/yaml');
  });

  it('is a table, if its kind can be turned into one', () => {
    expect(wanted(`${TABLE},application/json`).as).to.deep.equal({
      kind: 'Table',
      group: 'meta.k8s.io',
      version: 'v1',
    });
    expect(wanted('application/json;as=Chair;v=v1;g=meta.k8s.io,application/json').as).to.equal(undefined);
  });

  it('is for people if the query or the program says so', () => {
    expect(wantedOf({ pretty: 'true' }, tables).pretty).to.equal(true);
    expect(wantedOf({ agent: 'curl/8.0' }, tables).pretty).to.equal(true);
    expect(wantedOf({ agent: 'curl/8.0', pretty: 'false' }, tables).pretty).to.equal(false);
    expect(wantedOf({ agent: 'kubectl/v1.36.0' }, tables).pretty).to.equal(false);
  });

  it('is refused in other words if an answer cannot be turned into it', () => {
    expect(() => wanted('application/json;as=Chair'))
      .to.throw(ApiError, 'only the following media types are accepted: application/json, application/yaml')
      .with.property('code', 406);
  });

  it('is refused if there is nothing of it', () => {
    expect(() => wanted('text/html'))
      .to.throw(ApiError, 'Available representations: application/json, application/yaml')
      .with.property('code', 406);
  });
});
