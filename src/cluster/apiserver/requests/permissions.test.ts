import { expect } from 'chai';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import type { PolicyRule } from '../../../kubernetes/kinds/rbac/rbac';
import { resources } from '../../../kubernetes/kinds/resources';
import type { Manifest } from '../../../kubernetes/object';
import { NAMESPACE, refusalOf, Stage } from '../../stage.testkit';
import type { Caller } from './caller';

const { namespaces, pods } = resources;
const RBAC = 'rbac.authorization.k8s.io';
const ann: Caller = { name: 'ann', groups: ['system:authenticated'] };

const aPod = (name: string): Manifest => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name },
  spec: { containers: [{ name: 'main', image: 'agent:v1' }] },
});
const aRole = (rules: readonly Partial<PolicyRule>[], name = 'own'): Manifest => ({
  apiVersion: `${RBAC}/v1`,
  kind: 'Role',
  metadata: { name },
  rules,
});

describe('a request', () => {
  let stage = new Stage();
  beforeEach(() => {
    stage = new Stage();
    stage.pod('a');
  });

  /** Ann may do this in the namespace, and nothing else. */
  const allow = (...rules: readonly Partial<PolicyRule>[]): void => {
    stage.create(aRole(rules.map((rule) => ({ apiGroups: [''], resources: ['pods'], ...rule }))));
    stage.create({
      apiVersion: `${RBAC}/v1`,
      kind: 'RoleBinding',
      metadata: { name: 'own' },
      roleRef: { apiGroup: RBAC, kind: 'Role', name: 'own' },
      subjects: [{ kind: 'User', name: 'ann' }],
    } as Manifest);
  };

  const labels = (app: string) => ({ patch: { metadata: { labels: { app } } }, type: 'merge' }) as const;
  const pod = () => stage.find<Pod>(pods, 'a') as Pod;
  const where = { namespace: NAMESPACE };
  const AT = [pods, NAMESPACE, 'a'] as const;
  /** Every verb, what is needed for it, and what it is about in a refusal. */
  const requests: readonly (readonly [PolicyRule['verbs'][number], string, string, () => unknown])[] = [
    ['create', 'pods', 'pods', () => stage.server.create(aPod('b'), ann, NAMESPACE)],
    ['get', 'pods', 'pods "a"', () => stage.server.get(...AT, ann)],
    ['list', 'pods', 'pods', () => stage.server.list(pods, where, ann)],
    ['watch', 'pods', 'pods', () => stage.server.watch(pods, where, ann, () => {})],
    ['patch', 'pods', 'pods "a"', () => stage.server.patch(...AT, labels('x'), ann)],
    ['patch', 'pods/status', 'pods "a"', () => stage.server.patch(...AT, labels('x'), ann, 'status')],
    ['update', 'pods', 'pods "a"', () => stage.server.update(pod(), ann)],
    ['update', 'pods/status', 'pods "a"', () => stage.server.update(pod(), ann, 'status')],
    ['create', 'pods/eviction', 'pods "a"', () => stage.server.evict(NAMESPACE, 'a', ann)],
    ['delete', 'pods', 'pods "a"', () => stage.server.delete(...AT, {}, ann)],
    ['deletecollection', 'pods', 'pods', () => stage.server.deleteCollection(pods, where, {}, ann)],
  ];

  for (const [verb, path, about, make] of requests) {
    it(`to ${verb} ${path} is refused to who may not, and to nobody else`, () => {
      expect(refusalOf(make).message).to.equal(
        `${about} is forbidden: User "ann" cannot ${verb} resource "${path}" in API group "" in the namespace "shop"`,
      );
      allow({ resources: [path], verbs: [verb] });
      make();
    });
  }

  it('that is refused is not looked at any further', () => {
    const unreadable = { ...aPod('b'), colour: 'blue' };
    expect(refusalOf(() => stage.server.create(unreadable, ann, 'nowhere')).code).to.equal(403);
  });

  it('may be allowed for some names', () => {
    stage.pod('b');
    allow({ verbs: ['get'], resourceNames: ['a'] });
    expect(stage.server.get(...AT, ann)).to.equal(pod());
    expect(refusalOf(() => stage.server.get(pods, NAMESPACE, 'b', ann)).code).to.equal(403);
  });

  it('about a namespace is made in that namespace', () => {
    allow({ resources: ['namespaces'], verbs: ['get', 'list'] });
    expect(stage.server.get(namespaces, undefined, NAMESPACE, ann).metadata.name).to.equal(NAMESPACE);
    expect(refusalOf(() => stage.server.list(namespaces, {}, ann)).message).to.match(/at the cluster scope$/);
  });

  it('to delete by name and field selector deletes a collection', () => {
    allow({ verbs: ['deletecollection'], resourceNames: ['a'] });
    const query = { ...where, fieldSelector: 'metadata.name=a' };
    expect(refusalOf(() => stage.server.deleteCollection(pods, query, {}, ann)).message).to.match(
      /^pods is forbidden/,
    );
  });

  it('to give away rights that one does not hold is refused', () => {
    allow({ apiGroups: [RBAC], resources: ['roles'], verbs: ['create'] });
    const role = aRole([{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }], 'more');
    expect(refusalOf(() => stage.server.create(role, ann, NAMESPACE)).message).to.match(/not currently held/);
  });
});
