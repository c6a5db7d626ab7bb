import { expect } from 'chai';
import { refusalOf } from '../stage.testkit';
import { endpointFor } from './endpoints';

describe('the endpoint of an object', () => {
  it('follows from version and kind', () => {
    expect(endpointFor({ apiVersion: 'apps/v1', kind: 'DaemonSet' }).plural).to.equal('daemonsets');
  });

  it('is not there for a version that is not served', () => {
    const refusal = refusalOf(() => endpointFor({ apiVersion: 'extensions/v1beta1', kind: 'DaemonSet' }));
    expect([refusal.code, refusal.message]).to.deep.equal([404, '404 page not found\n']);
  });

  it('is the nearest one for a kind that is not known, which refuses it', () => {
    const refusal = refusalOf(() => endpointFor({ apiVersion: 'apps/v1', kind: 'DaemonSets' }));
    expect(refusal.code).to.equal(400);
    expect(refusal.message).to.match(
      /^DaemonSets in version "v1" cannot be handled as a DaemonSet: no kind "DaemonSets"/,
    );
  });
});
