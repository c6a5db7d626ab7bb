import { expect } from 'chai';
import { stored, wrong } from '../objects.testkit';
import { configmaps } from './kind';

const MOST = 1024 * 1024;

describe('a config map', () => {
  it('has every key in one place, and none that is out of form', () => {
    const twice = stored(configmaps, { data: { a: '', 'b c': '' }, binaryData: { a: '' } });
    expect(wrong(configmaps.validateCreate(twice))).to.deep.equal([
      'data[a]: Invalid value: "a": duplicate of key present in binaryData',
      "data[b c]: Invalid value: \"b c\": a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')",
    ]);
  });

  it('is no larger than 1 MiB, as it is when it is read', () => {
    const binaryData = { a: Buffer.alloc(MOST - 2).toString('base64') };
    expect(configmaps.validateCreate(stored(configmaps, { data: { b: 'é' }, binaryData }))).to.deep.equal([]);
    expect(
      wrong(configmaps.validateCreate(stored(configmaps, { data: { b: 'é!' }, binaryData }))),
    ).to.deep.equal([`[]: Too long: may not be more than ${MOST} bytes`]);
  });

  it('stays as it is, if it says so', () => {
    const fixed = stored(configmaps, { immutable: true, data: { a: '1' } });
    expect(wrong(configmaps.validateUpdate(stored(configmaps, { data: { a: '2' } }), fixed))).to.deep.equal([
      'immutable: Forbidden: field is immutable when `immutable` is set',
      'data: Forbidden: field is immutable when `immutable` is set',
    ]);
  });
});
