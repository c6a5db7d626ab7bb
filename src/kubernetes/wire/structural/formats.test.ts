import { expect } from 'chai';
import { isOfFormat, knownFormat } from './formats';

const ARE: Readonly<Record<string, readonly string[]>> = {
  date: ['2024-02-29', '2000-02-29', '2023-12-31', '2023-04-30'],
  'date-time': ['2024-02-29T23:59:59Z', '2023-01-01t00:00:00.5+02:00'],
  byte: ['', 'aGk='],
  ipv4: ['10.0.0.1'],
  ipv6: ['::1'],
  uuid: ['5b54f93e-be93-48d2-8d02-10576ba01eb8', '5B54F93EBE9348D28D0210576BA01EB8'],
};

const ARE_NOT: Readonly<Record<string, readonly string[]>> = {
  date: ['2023-02-29', '1900-02-29', '2023-13-01', '2023-00-01', '2023-04-31', '2023-01-00', '23-01-01'],
  'date-time': [
    '2023-01-01',
    '2023-01-01T24:00:00Z',
    '2023-01-01T00:60:00Z',
    '2023-01-01T00:00:60Z',
    'T00:00:00Z',
  ],
  byte: ['a', '€'],
  ipv4: ['::1', '10.0.0'],
  ipv6: ['10.0.0.1'],
  uuid: ['5b54f93e'],
};

describe('formats of text', () => {
  for (const [format, texts] of Object.entries(ARE)) {
    for (const text of texts)
      it(`${format} is ${text}`, () => expect(isOfFormat(text, format)).to.equal(true));
  }

  for (const [format, texts] of Object.entries(ARE_NOT)) {
    for (const text of texts)
      it(`${format} is not ${text}`, () => expect(isOfFormat(text, format)).to.equal(false));
  }

  it('that are hard to tell are taken for whatever it is', () => {
    expect(isOfFormat('x', 'email')).to.equal(true);
  });

  it('are known by the type they are for, with dashes or without', () => {
    expect(knownFormat('string', 'date-time')).to.equal('date-time');
    expect(knownFormat('string', 'datetime')).to.equal('datetime');
    expect(knownFormat(undefined, 'uuid')).to.equal('uuid');
    expect(knownFormat('integer', 'int32')).to.equal('int32');
    expect(knownFormat('number', 'int32')).to.equal(undefined);
    expect(knownFormat('integer', 'uuid')).to.equal(undefined);
    expect(knownFormat('string', 'colour')).to.equal(undefined);
  });
});
