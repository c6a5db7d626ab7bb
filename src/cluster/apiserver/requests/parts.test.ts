import { expect } from 'chai';
import type { Part } from '../../../kubernetes/fields/fill';
import { hasStatusSubresource } from '../../../kubernetes/kinds/served';
import { ApiError } from '../../../kubernetes/refusals';
import { NAMESPACE, refusalOf } from '../../stage.testkit';
import { administrator } from './caller';
import { partOf } from './subresources/parts';
import { PartStage } from './subresources/parts.testkit';

describe('a part of an object', () => {
  let stage = new PartStage();
  beforeEach(() => {
    stage = new PartStage();
  });
  it('is known for every subresource of every kind', () => {
    const unknown = stage.registry.kinds.all.flatMap(({ plural, subresources }) =>
      subresources.filter(({ name }) => name !== 'status' && !partOf(name)).map(({ name }) => [plural, name]),
    );
    expect(unknown).to.deep.equal([]);
  });

  it('is read for every kind that has a status', () => {
    for (const each of stage.registry.kinds.all.filter(hasStatusSubresource)) {
      const place = { resource: each, name: 'none', part: 'status', namespace: NAMESPACE };
      const refusal = refusalOf(() => stage.server.parts.get(place, administrator));
      expect(refusal.message, each.kind).to.match(/"none" not found$/);
    }
  });

  it('called status takes an object of the kind, and of the name in the path', () => {
    stage.send({ apiVersion: 'v1', kind: 'Node', metadata: { name: 'east-1' } });
    const refusal = (sent: Part): string =>
      refusalOf(() => stage.put('nodes', 'east-1', 'status', sent)).message;
    const named = (name: string): Part => ({ apiVersion: 'v1', kind: 'Node', metadata: { name } });
    expect(refusal(named('other'))).to.match(/does not match the name on the URL \(east-1\)$/);
    expect(refusal({ ...named('east-1'), apiVersion: 'v2' })).to.match(/^Node in version "v2" cannot be/);
    expect(refusal({ ...named('east-1'), kind: 'Pod' })).to.match(/converting \(v1\.Pod\) to \(core\.Node\)/);
  });

  it('is refused where the kind has none, or the part has no such verb', () => {
    stage.pod('a');
    expect(refusalOf(() => stage.get('configmaps', 'a', 'scale')).code).to.equal(404);
    expect(refusalOf(() => stage.get('pods', 'a', 'eviction')).code).to.equal(405);
  });

  it('needs a right of its own', () => {
    const ann = { name: 'ann', groups: [] };
    expect(
      refusalOf(() => stage.server.parts.get(stage.at('deployments', 'web', 'scale'), ann)).message,
    ).to.equal(
      'deployments.apps "web" is forbidden: User "ann" cannot get resource "deployments/scale" in API group "apps" in the namespace "shop"',
    );
  });

  it('of a container that nobody runs is refused in so many words', () => {
    stage.pod('a', { node: 'east-1' });
    for (const part of ['log', 'exec', 'attach', 'portforward', 'proxy']) {
      const refusal = refusalOf(() => stage.get('pods', 'a', part));
      expect(refusal, part).to.include({ code: 501, reason: 'NotImplemented' });
      expect(refusal.message).to.match(/pod a: the machines of this cluster are simulated/);
    }
    expect(
      refusalOf(() => stage.server.parts.get(stage.at('pods', 'a', 'log', 'none'), administrator)).message,
    ).to.equal('container none is not valid for pod a');
    stage.node('east-1');
    expect(refusalOf(() => stage.get('nodes', 'east-1', 'proxy')).message).to.match(/node east-1/);
  });

  it('called token is not to be had where nobody signs any', () => {
    stage.create({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'robot' } });
    expect(refusalOf(() => stage.post('sa', 'robot', 'token', {})).reason).to.equal('InternalError');
    expect(() => stage.post('sa', 'none', 'token', {})).to.throw(
      ApiError,
      'serviceaccounts "none" not found',
    );
  });
});
