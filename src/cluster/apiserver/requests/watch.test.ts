import { expect } from 'chai';
import type { PolicyRule } from '../../../kubernetes/kinds/rbac/rbac';
import { resources } from '../../../kubernetes/kinds/resources';
import type { Manifest } from '../../../kubernetes/object';
import type { ResourceType } from '../../../kubernetes/resourceType';
import type { ListOptions } from '../../../port/api';
import { NAMESPACE, refusalOf, Stage } from '../../stage.testkit';
import { inWords } from '../registry/watches.testkit';
import { administrator, type Caller } from './caller';

const { nodes, pods } = resources;
const RBAC = 'rbac.authorization.k8s.io';
const ann: Caller = { name: 'ann', groups: ['system:authenticated'] };

describe('a request to watch', () => {
  let stage = new Stage();
  let told: string[] = [];
  beforeEach(() => {
    stage = new Stage();
    told = [];
  });

  const watch = (resource: ResourceType, options: ListOptions = {}, caller = ann) =>
    stage.server.watch(resource, options, caller, (event) => told.push(inWords(event)));
  const refusal = (resource: ResourceType, options?: ListOptions, caller?: Caller) =>
    refusalOf(() => watch(resource, options, caller));
  /** Ann may do this in the namespace. */
  const allow = (rule: Partial<PolicyRule>): void => {
    const rules = [{ apiGroups: [''], resources: ['pods'], verbs: ['watch'], ...rule }];
    stage.create({ apiVersion: `${RBAC}/v1`, kind: 'Role', metadata: { name: 'watcher' }, rules });
    stage.create({
      apiVersion: `${RBAC}/v1`,
      kind: 'RoleBinding',
      metadata: { name: 'watcher' },
      roleRef: { apiGroup: RBAC, kind: 'Role', name: 'watcher' },
      subjects: [{ kind: 'User', name: 'ann' }],
    } as Manifest);
  };

  describe('is refused', () => {
    it("in the API server's words, to who may not watch", () => {
      const { code, reason, message } = refusal(pods);
      expect([code, reason, message]).to.deep.equal([
        403,
        'Forbidden',
        'pods is forbidden: User "ann" cannot watch resource "pods" in API group "" at the cluster scope',
      ]);
      expect(refusal(nodes).message).to.match(/^nodes is forbidden: User "ann" cannot watch/);
    });

    it('to who may list, and get, but not watch', () => {
      allow({ verbs: ['get', 'list'] });
      expect(refusal(pods, { namespace: NAMESPACE }).message).to.equal(
        'pods is forbidden: User "ann" cannot watch resource "pods" in API group "" in the namespace "shop"',
      );
    });

    it('outside the namespace that it is allowed in', () => {
      allow({});
      expect(refusal(pods).code).to.equal(403);
      expect(refusal(pods, { namespace: 'bank' }).message).to.match(/in the namespace "bank"$/);
      watch(pods, { namespace: NAMESPACE });
      stage.pod('a');
      stage.loop.runReady();
      expect(told).to.deep.equal(['ADDED a']);
    });

    it('for other objects than the one by whose name it is allowed', () => {
      allow({ resourceNames: ['a'] });
      const named = (fieldSelector: string) => ({ namespace: NAMESPACE, fieldSelector });
      expect(refusal(pods, named('metadata.name=b')).message).to.match(/^pods "b" is forbidden: User "ann"/);
      for (const fieldSelector of ['metadata.name!=a', 'spec.nodeName=a', 'metadata.name=a/b', ''])
        expect(refusal(pods, named(fieldSelector)).message).to.match(/^pods is forbidden/);
      watch(pods, named('status.phase=Pending, metadata.name==a'));
      for (const name of ['a', 'b']) stage.pod(name);
      stage.loop.runReady();
      expect(told).to.deep.equal(['ADDED a']);
    });

    it('before anything else is looked at', () => {
      expect(refusal(pods, { labelSelector: '=', resourceVersion: 'x' }).code).to.equal(403);
    });

    it('from what is no resource version', () => {
      const { code, message } = refusal(pods, { resourceVersion: 'abc' }, administrator);
      expect([code, message]).to.deep.equal([
        500,
        'resourceVersion: Invalid value: "abc": strconv.ParseUint: parsing "abc": invalid syntax',
      ]);
      const huge = { resourceVersion: String(2n ** 64n) };
      expect(refusal(pods, huge, administrator).message).to.match(/value out of range$/);
    });
  });

  describe('follows a list', () => {
    const list = (options: ListOptions = {}) => stage.server.list(pods, options, administrator);

    it('without a gap', () => {
      stage.pod('a');
      stage.node('east-1');
      const { items, resourceVersion } = list();
      expect(items.map(({ metadata }) => metadata.name)).to.deep.equal(['a']);
      stage.pod('b');
      watch(pods, { resourceVersion }, administrator);
      stage.pod('c');
      stage.loop.runReady();
      expect(told).to.deep.equal(['ADDED b', 'ADDED c']);
    });

    it('whose version is that of the whole store', () => {
      stage.pod('a');
      stage.node('east-1');
      expect(list({ labelSelector: 'none' })).to.deep.equal({
        items: [],
        resourceVersion: String(stage.registry.store.revision),
      });
    });

    it('which is no older than it is asked to be', () => {
      const { resourceVersion } = list();
      expect(list({ resourceVersion }).resourceVersion).to.equal(resourceVersion);
      const next = String(Number(resourceVersion) + 1);
      const { code, reason, message } = refusalOf(() => list({ resourceVersion: next }));
      expect([code, reason, message]).to.deep.equal([
        504,
        'Timeout',
        `Timeout: Too large resource version: ${next}, current: ${resourceVersion}`,
      ]);
      const unreadable = refusalOf(() => list({ resourceVersion: '-1' }));
      expect([unreadable.code, unreadable.message]).to.deep.equal([
        400,
        'invalid resource version: resourceVersion: Invalid value: "-1": strconv.ParseUint: parsing "-1": invalid syntax',
      ]);
    });
  });
});
