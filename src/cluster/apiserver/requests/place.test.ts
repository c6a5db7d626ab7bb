import { expect } from 'chai';
import { kindsFromTheStart } from '../../../kubernetes/kinds/everyKind';
import { resources } from '../../../kubernetes/kinds/resources';
import type { Manifest } from '../../../kubernetes/object';
import { refusalOf } from '../../stage.testkit';
import { checkPlace } from './place';

const { daemonsets } = resources;
const kinds = kindsFromTheStart();
const place = { namespace: 'demo', name: 'log-agent' };

const check = (fields: object): void =>
  checkPlace(
    kinds,
    daemonsets,
    { apiVersion: 'apps/v1', kind: 'DaemonSet', ...fields } as Manifest,
    place,
    {},
  );
const refused = (fields: object): string => refusalOf(() => check(fields)).message;

describe('the place that an object is sent to', () => {
  it('is the one that it names; the namespace it need not name', () => {
    check({ metadata: place });
    check({ metadata: { name: place.name } });
  });

  it('is no other, first of all in no other namespace', () => {
    expect(refused({ metadata: { namespace: 'other', name: 'other' } })).to.equal(
      'the namespace of the provided object does not match the namespace sent on the request',
    );
    expect(refused({ metadata: { name: 'other' } })).to.equal(
      'the name of the object (other) does not match the name on the URL (log-agent)',
    );
    for (const metadata of [undefined, null, {}])
      expect(refused({ metadata })).to.equal(
        'the name of the object (log-agent based on URL) was undeterminable: name must be provided',
      );
  });

  it('is nothing to ask for of what is of another type, or cannot be read', () => {
    expect(refused({ kind: 'Pod', apiVersion: 'v1', metadata: {} })).to.match(
      /^Pod in version "v1" cannot be handled as a DaemonSet: /,
    );
    expect(refused({ metadata: 'log-agent' })).to.match(/cannot unmarshal string into Go struct field/);
    expect(refused({ metadata: { name: 'other' }, spec: { minReadySeconds: '5' } })).to.match(
      /cannot unmarshal string into Go struct field DaemonSetSpec\.spec\.minReadySeconds/,
    );
  });
});
