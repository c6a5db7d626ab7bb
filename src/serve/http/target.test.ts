import { expect } from 'chai';
import { kindsFromTheStart } from '../../kubernetes/kinds/everyKind';
import { ApiError } from '../../kubernetes/refusals';
import { targetOf } from './target';

const kinds = kindsFromTheStart();

const read = (line: string): string | undefined => {
  const [method = '', url = ''] = line.split(' ');
  const [path = '', query = ''] = url.split('?');
  const target = targetOf(kinds, method, path, new URLSearchParams(query));
  if (!target) return undefined;
  const { verb, resource, namespace = '*', name = '*', subresource } = target;
  return [
    verb,
    resource.apiVersion,
    resource.plural,
    namespace,
    name,
    ...(subresource ? [subresource] : []),
  ].join(' ');
};

describe('the target of a request', () => {
  for (const [line, target] of [
    ['GET /api/v1/nodes', 'list v1 nodes * *'],
    ['GET /apis/apps/v1/daemonsets?watch', 'watch apps/v1 daemonsets * *'],
    ['GET /apis/apps/v1/daemonsets?watch=0', 'list apps/v1 daemonsets * *'],
    ['GET /api/v1/watch/namespaces/shop/pods', 'watch v1 pods shop *'],
    ['POST /api/v1/namespaces/shop/pods', 'create v1 pods shop *'],
    [
      'POST /apis/authentication.k8s.io/v1/selfsubjectreviews',
      'create authentication.k8s.io/v1 selfsubjectreviews * *',
    ],
    ['POST /api/v1/namespaces/shop/bindings', 'create v1 bindings shop *'],
    ['POST /api/v1/namespaces/shop/pods/a/eviction', 'create v1 pods shop a eviction'],
    ['PUT /api/v1/namespaces/shop', 'update v1 namespaces * shop'],
    ['PUT /api/v1/namespaces/shop/finalize', 'update v1 namespaces * shop finalize'],
    ['PATCH /apis/apps/v1/namespaces/shop/daemonsets/a/status', 'patch apps/v1 daemonsets shop a status'],
    ['DELETE /api/v1/namespaces/shop/pods', 'deletecollection v1 pods shop *'],
    ['DELETE /api/v1/nodes/a%2Fb', 'delete v1 nodes * a/b'],
  ] as const)
    it(`of ${line} is ${target}`, () => expect(read(line)).to.equal(target));

  for (const line of ['GET /', 'GET /api/v1', 'GET /apis/apps/v1', 'GET /apis/apps/v9/daemonsets'])
    it(`of ${line} is nothing`, () => expect(read(line)).to.equal(undefined));

  for (const [line, code] of [
    ['GET /api/v1/chairs', 404],
    ['GET /api/v1/pods/a', 404],
    ['GET /api/v1/namespaces/shop/nodes', 404],
    ['HEAD /api/v1/nodes', 405],
    ['BREW /api/v1/nodes', 405],
    ['POST /api/v1/nodes/a', 405],
    ['POST /api/v1/pods', 405],
    ['DELETE /api/v1/pods', 405],
  ] as const)
    it(`of ${line} is refused with ${code}`, () =>
      expect(() => read(line))
        .to.throw(ApiError)
        .with.property('code', code));
});
