import { expect } from 'chai';
import { kindsFromTheStart } from '../../../kubernetes/kinds/everyKind';
import type { Kind } from '../../../kubernetes/kinds/kind';
import { resources } from '../../../kubernetes/kinds/resources';
import { refusalOf } from '../../stage.testkit';
import { checkEndpoint, endpointFor, withType } from './endpoints';

const kinds = kindsFromTheStart();

describe('the endpoint of an object', () => {
  it('follows from version and kind', () => {
    expect(endpointFor(kinds, { apiVersion: 'apps/v1', kind: 'DaemonSet' }).plural).to.equal('daemonsets');
  });

  it('is not there for a version that is not served', () => {
    const refusal = refusalOf(() =>
      endpointFor(kinds, { apiVersion: 'extensions/v1beta1', kind: 'DaemonSet' }),
    );
    expect([refusal.code, refusal.message]).to.deep.equal([404, '404 page not found\n']);
  });

  it('is the nearest one for a kind that is not known, which refuses it', () => {
    const refusal = refusalOf(() => endpointFor(kinds, { apiVersion: 'apps/v1', kind: 'DaemonSets' }));
    expect(refusal.code).to.equal(400);
    expect(refusal.message).to.match(
      /^DaemonSets in version "v1" cannot be handled as a DaemonSet: no kind "DaemonSets"/,
    );
  });

  it('cannot turn a list into one of what it lists', () => {
    expect(
      refusalOf(() => endpointFor(kinds, { apiVersion: 'apps/v1', kind: 'DaemonSetList' })).message,
    ).to.equal(
      'DaemonSetList in version "v1" cannot be handled as a DaemonSet: converting (v1.DaemonSetList) to (apps.DaemonSet): unknown conversion',
    );
  });

  it('is not there for a kind of another version', () => {
    const refusal = refusalOf(() => endpointFor(kinds, { apiVersion: 'v1', kind: 'DaemonSet' }));
    expect([refusal.code, refusal.message]).to.deep.equal([
      404,
      'the server could not find the requested resource',
    ]);
  });
});

describe('an endpoint', () => {
  const at = (endpoint: Kind, apiVersion: string, kind: string): string =>
    refusalOf(() => checkEndpoint(kinds, endpoint, { apiVersion, kind })).message;
  const { daemonsets, events } = resources;

  it('takes no other version of its kind, though it can read those that were served once', () => {
    for (const version of ['apps/v1beta2', 'extensions/v1beta1'])
      expect(at(daemonsets, version, 'DaemonSet')).to.equal(
        `the API version in the data (${version}) does not match the expected API version (apps/v1)`,
      );
    expect(at(daemonsets, 'apps/v1beta1', 'DaemonSet')).to.match(
      /: no kind "DaemonSet" is registered for version "apps\/v1beta1" in scheme /,
    );
    expect(at(daemonsets, 'constructor', 'DaemonSet')).to.match(/ is registered for version "constructor" /);
    expect(at(events, 'events.k8s.io/v1', 'Event')).to.match(
      /^the API version in the data \(events\.k8s\.io\/v1\) does not match/,
    );
  });

  it('cannot make its kind of another one, in whatever version', () => {
    for (const version of ['v1', 'v1beta1'])
      expect(at(daemonsets, `apps/${version}`, 'Deployment')).to.equal(
        `Deployment in version "${version}" cannot be handled as a DaemonSet: converting (${version}.Deployment) to (apps.DaemonSet): unknown conversion`,
      );
  });
});

describe('the type of a body', () => {
  const typed = (fields: object) => withType(kinds, fields as { apiVersion: string; kind: string });

  it('is what it says', () => {
    const body = { apiVersion: 'v1', kind: 'Pod' };
    expect(withType(kinds, body)).to.equal(body);
  });

  it('is that of the endpoint, if it does not say', () => {
    expect(typed({ apiVersion: 'apps/v1', spec: {} })).to.deep.equal({
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      spec: {},
    });
    expect(typed({ apiVersion: '', kind: 'DaemonSet' })).to.deep.equal({
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
    });
  });

  it('must be text', () => {
    expect(refusalOf(() => typed({ apiVersion: 'apps/v1', kind: 5, metadata: {} })).message).to.equal(
      'the object provided is unrecognized (must be of type DaemonSet): couldn\'t get version/kind; json parse error: json: cannot unmarshal number into Go struct field .kind of type string ({"apiVersion":"apps/v1","kind" ...)',
    );
  });
});
