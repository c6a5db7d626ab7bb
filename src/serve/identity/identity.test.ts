import { expect } from 'chai';
import { administrator, type Caller } from '../../cluster/apiserver/requests/caller';
import { InProcessCluster } from '../../cluster/cluster';
import { resources } from '../../kubernetes/kinds/resources';
import type { Manifest } from '../../kubernetes/object';
import { ApiError } from '../../kubernetes/refusals';
import type { Headers } from './headers';
import { identify } from './identify';
import { createTokens, ISSUER } from './tokens';

const HOUR = 3_600_000;
const what = { verb: 'get', path: '/api' };

const refusal = (run: () => unknown): ApiError => {
  try {
    run();
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
  return expect.fail('it was not refused');
};

describe('who asks', () => {
  let cluster = new InProcessCluster();
  const jo: Caller = { name: 'jo', groups: ['system:authenticated'] };

  beforeEach(() => {
    cluster = new InProcessCluster();
    cluster.server.tokens = createTokens(new Map([['secret', jo]]));
    cluster.loop.settle(HOUR);
  });

  const who = (headers: Headers, otherwise: Caller | undefined = administrator): Caller =>
    identify(cluster.server, { headers, what }, otherwise);
  const bearing = (token: string): Headers => ({ authorization: [`Bearer ${token}`] });
  const tokenOf = (name: string, spec: object = {}): string => {
    const place = { resource: resources.serviceaccounts, namespace: 'default', name, part: 'token' };
    const made = cluster.server.parts.create(place, { spec } as unknown as Manifest, administrator);
    return (made as unknown as { readonly status: { readonly token: string } }).status.token;
  };
  const claimsOf = (token: string) =>
    JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  const runAgent = (): void => {
    const spec = { nodeName: 'east-1', containers: [{ name: 'main', image: 'agent:v1' }] };
    cluster.server.create(
      { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec },
      administrator,
      'default',
    );
  };

  it('is whoever is let in without a token, or nobody', () => {
    expect(who({})).to.equal(administrator);
    expect(refusal(() => identify(cluster.server, { headers: {}, what }, undefined)).status).to.deep.equal({
      code: 401,
      reason: 'Unauthorized',
      message: 'Unauthorized',
    });
  });

  it('is whose token it is', () => {
    expect(who(bearing('secret'))).to.equal(jo);
    expect(refusal(() => who(bearing('other'))).code).to.equal(401);
  });

  it('is the service account that a token was made for', () => {
    const caller = who(bearing(tokenOf('default')));
    expect(caller.name).to.equal('system:serviceaccount:default:default');
    expect(caller.groups).to.deep.equal([
      'system:serviceaccounts',
      'system:serviceaccounts:default',
      'system:authenticated',
    ]);
    expect(caller.uid).to.equal(
      cluster.registry.get(resources.serviceaccounts, 'default', 'default').metadata.uid,
    );
  });

  it('is told with the pod and the node that a token is bound to, for as long as the pod is there', () => {
    runAgent();
    const token = tokenOf('default', { boundObjectRef: { apiVersion: 'v1', kind: 'Pod', name: 'a' } });
    expect(who(bearing(token)).extra).to.deep.include({
      'authentication.kubernetes.io/node-name': ['east-1'],
      'authentication.kubernetes.io/pod-name': ['a'],
    });
    cluster.registry.delete(resources.pods, 'default', 'a', { gracePeriodSeconds: 0 });
    expect(refusal(() => who(bearing(token))).code).to.equal(401);
  });

  it('is nobody by a token that has expired, was tampered with, or is another cluster’s', () => {
    const token = tokenOf('default');
    const [head, , signature] = token.split('.');
    const forged = { ...claimsOf(token), sub: 'system:admin' };
    const body = Buffer.from(JSON.stringify(forged)).toString('base64url');
    expect(refusal(() => who(bearing(`${head}.${body}.${signature}`))).code).to.equal(401);
    const other = new InProcessCluster();
    other.server.tokens = createTokens();
    other.loop.settle(HOUR);
    expect(other.server.authenticate(token)).to.have.property('problem');
    cluster.loop.pass(2 * HOUR);
    expect(cluster.server.authenticate(token)).to.deep.equal({
      problem: '[invalid bearer token, service account token has expired]',
    });
  });

  it('is nobody by a token whose account is gone, though another has its name by now', () => {
    const token = tokenOf('default');
    cluster.registry.delete(resources.serviceaccounts, 'default', 'default');
    cluster.loop.settle(HOUR);
    expect(cluster.server.authenticate(token))
      .to.have.property('problem')
      .that.matches(/UID .* does not match/);
  });

  it('has a token with the claims that upstream writes', () => {
    const claims = claimsOf(tokenOf('default', { audiences: ['vault'], expirationSeconds: 600 }));
    expect(claims).to.deep.include({
      aud: ['vault'],
      iss: ISSUER,
      sub: 'system:serviceaccount:default:default',
    });
    expect(claims.exp - claims.iat).to.equal(600);
    expect(claims['kubernetes.io']).to.have.keys('namespace', 'serviceaccount');
    expect(refusal(() => tokenOf('default', { expirationSeconds: 60 })).message).to.equal(
      'TokenRequest.authentication.k8s.io "" is invalid: spec.expirationSeconds: Invalid value: 60: may not specify a duration less than 10 minutes',
    );
  });

  it('is told by a review, for the audience that it is meant for', () => {
    const token = tokenOf('default', { audiences: ['vault'] });
    const review = (audiences: readonly string[]) =>
      cluster.server.create(
        { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenReview', spec: { token, audiences } },
        administrator,
      ) as unknown as { readonly status: { readonly user: object; readonly error?: string } };
    expect(review(['vault']).status.user).to.include({ username: 'system:serviceaccount:default:default' });
    expect(review([]).status).to.deep.equal({
      user: {},
      error: `[invalid bearer token, token audiences ["vault"] is invalid for the target audiences ["${ISSUER}"]]`,
    });
  });

  it('is whom the headers ask for, if that is allowed', () => {
    const asked = {
      'impersonate-user': ['bob'],
      'impersonate-group': ['team'],
      'impersonate-extra-example.com%2fscopes': ['a', 'b'],
    };
    expect(who(asked)).to.deep.equal({
      name: 'bob',
      groups: ['team', 'system:authenticated'],
      extra: { 'example.com/scopes': ['a', 'b'] },
    });
    expect(refusal(() => who({ ...asked, ...bearing('secret') })).code).to.equal(403);
  });

  it('says as what, but not as whom, is a bad request', () => {
    const { message, code } = refusal(() => who({ 'impersonate-group': ['team'] }));
    expect(code).to.equal(400);
    expect(message).to.equal(
      'requested &user.DefaultInfo{Name:"", UID:"", Groups:[]string{"team"}, Extra:map[string][]string(nil)} without impersonating a user name',
    );
  });
});
