import { expect } from 'chai';
import { ApiError } from '../../kubernetes/refusals';
import { PROTOBUF } from '../protobuf/protobuf';
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
    expect(wanted('text/html, application/yaml').mediaType).to.equal('application/yaml');
    expect(wanted(`${PROTOBUF}, application/json`).mediaType).to.equal(PROTOBUF);
  });

  it('is the next one if the answer cannot be written in the first', () => {
    const writes = (mediaType: string): boolean => mediaType !== PROTOBUF;
    const accept = `${PROTOBUF}, application/json`;
    expect(wantedOf({ accept }, tables, { writes }).mediaType).to.equal('application/json');
    expect(() => wantedOf({ accept: PROTOBUF }, tables, { writes }))
      .to.throw(ApiError, 'only the following media types are accepted')
      .with.property('code', 406);
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

  it('is refused in YAML if it is to be watched', () => {
    expect(() => wantedOf({ accept: 'application/yaml' }, tables, { watched: 'yes' })).to.throw(
      ApiError,
      /^only the following media types are accepted: application\/json;stream=watch, application\/vnd\.kubernetes\.protobuf;stream=watch$/,
    );
    expect(wantedOf({ accept: 'application/yaml' }, tables, { watched: 'maybe' }).mediaType).to.equal(
      'application/yaml',
    );
  });

  it('is refused if only a part of the type is named', () => {
    expect(() => wanted('application/*')).to.throw(ApiError, '406: Not Acceptable');
  });

  it('is refused if there is nothing of it', () => {
    expect(() => wanted('text/html'))
      .to.throw(ApiError, 'Available representations: application/json, application/yaml')
      .with.property('code', 406);
  });
});
