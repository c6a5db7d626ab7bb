import { expect } from 'chai';
import {
  alreadyExists,
  badRequest,
  conflict,
  disruptionNotAllowed,
  FutureVersionError,
  forbidden,
  invalid,
  namespaceTerminating,
  notFound,
  type Status,
} from './refusals';

const DAEMON_SETS = { group: 'apps', plural: 'daemonsets', kind: 'DaemonSet' };
const PODS = { group: '', plural: 'pods', kind: 'Pod' };
const NAMED = { name: 'log-agent', group: 'apps', kind: 'daemonsets' };

describe('the details of a refusal', () => {
  const refusals: readonly [string, { readonly status: Status }, Status['details']][] = [
    ['what is not found', notFound(DAEMON_SETS, 'log-agent'), NAMED],
    ['what exists already', alreadyExists(DAEMON_SETS, 'log-agent'), NAMED],
    ['a conflict', conflict(DAEMON_SETS, 'log-agent', 'why'), NAMED],
    ['what is forbidden', forbidden(DAEMON_SETS, 'log-agent', 'why'), NAMED],
    ['what is invalid, by its kind', invalid(DAEMON_SETS, 'log-agent', []), { ...NAMED, kind: 'DaemonSet' }],
    ['the core group, without a group', notFound(PODS, 'a'), { name: 'a', kind: 'pods' }],
    [
      'a collection, without a name',
      forbidden(DAEMON_SETS, '', 'why'),
      { group: 'apps', kind: 'daemonsets' },
    ],
    ['a namespace on its way out', namespaceTerminating(PODS, 'a', 'demo'), { name: 'a', kind: 'pods' }],
    ['a disruption, with causes alone', disruptionNotAllowed('why'), {}],
    ['a request that cannot be read, not at all', badRequest('why'), undefined],
  ];
  for (const [what, { status }, details] of refusals) {
    it(`names ${what}`, () => {
      expect(status.details).to.deep.equal(details);
    });
  }

  it('names nothing of a path that is no resource', () => {
    const { status } = forbidden({ group: '', plural: '' }, '', 'User "jo" cannot get path "/metrics"');
    expect(status).to.deep.equal({
      code: 403,
      reason: 'Forbidden',
      message: 'forbidden: User "jo" cannot get path "/metrics"',
      details: {},
    });
  });

  it('says when to try again: for a generated name that is taken, for a version that is to come', () => {
    expect(alreadyExists(PODS, 'a', { generated: true }).status.retryAfterSeconds).to.equal(1);
    expect(alreadyExists(PODS, 'a').status).not.to.have.property('retryAfterSeconds');
    const { retryAfterSeconds, causes } = new FutureVersionError(9, 2).status;
    expect(retryAfterSeconds).to.equal(1);
    expect(causes?.map(({ reason }) => reason)).to.deep.equal(['ResourceVersionTooLarge']);
  });
});
