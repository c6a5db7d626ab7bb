import { expect } from 'chai';
import { kindsFromTheStart } from '../../kubernetes/kinds/everyKind';
import { defineKind } from '../../kubernetes/kinds/kind';
import type { Kinds } from '../../kubernetes/kinds/kinds';
import type { TextAnswer } from '../http/answer';
import { discoveryAnswer } from './answers';

const AGGREGATED = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';
const BETA = 'application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList';

type Asking = {
  readonly accept?: string;
  readonly etag?: string;
  readonly query?: string;
  readonly method?: string;
};

const widget = (version: string, group = 'shop.example.com') =>
  defineKind({
    apiVersion: `${group}/${version}`,
    kind: 'Widget',
    plural: 'widgets',
    namespaced: true,
    shortNames: ['wd'],
    subresources: [{ name: 'status' }, { name: 'scale', apiVersion: 'autoscaling/v1', kind: 'Scale' }],
  });

describe('discovery', () => {
  let kinds: Kinds;
  beforeEach(() => {
    kinds = kindsFromTheStart();
  });

  const ask = (path: string, { accept, etag, query = '', method = 'GET' }: Asking = {}) =>
    discoveryAnswer({
      path,
      method,
      kinds,
      query: new URLSearchParams(query),
      headers: { accept, 'if-none-match': etag, host: '127.0.0.1:8001' },
    });
  const objectAt = (path: string, asking?: Asking) => {
    const answer = ask(path, asking);
    if (!answer || !('object' in answer)) throw new Error(`no object at ${path}`);
    return answer.object as Record<string, unknown>;
  };
  const textAt = (path: string, asking?: Asking): TextAnswer => {
    const answer = ask(path, asking);
    if (!answer || !('text' in answer)) throw new Error(`no text at ${path}`);
    return answer;
  };

  it('tells of versions, groups and kinds, each in a document of its own', () => {
    expect(objectAt('/api')).to.deep.equal({
      kind: 'APIVersions',
      versions: ['v1'],
      serverAddressByClientCIDRs: [{ clientCIDR: '0.0.0.0/0', serverAddress: '127.0.0.1:8001' }],
    });
    const { groups } = objectAt('/apis/') as { groups: { name: string }[] };
    expect(groups.slice(0, 2).map(({ name }) => name)).to.deep.equal(['apiregistration.k8s.io', 'apps']);
    const v1 = { groupVersion: 'apps/v1', version: 'v1' };
    expect(objectAt('/apis/apps')).to.deep.equal({
      kind: 'APIGroup',
      apiVersion: 'v1',
      name: 'apps',
      versions: [v1],
      preferredVersion: v1,
    });
    expect(objectAt('/api/v1/')).not.to.have.property('apiVersion');
  });

  it('tells of each kind what can be done with it, and with its parts', () => {
    const { resources, ...rest } = objectAt('/apis/apps/v1') as { resources: { name: string }[] };
    expect(rest).to.deep.equal({ kind: 'APIResourceList', apiVersion: 'v1', groupVersion: 'apps/v1' });
    const named = (name: string) => resources.find((each) => each.name === name);
    expect(named('daemonsets')).to.deep.equal({
      name: 'daemonsets',
      singularName: 'daemonset',
      namespaced: true,
      kind: 'DaemonSet',
      verbs: ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch'],
      shortNames: ['ds'],
      categories: ['all'],
      storageVersionHash: 'dd7pWHUlMKQ=',
    });
    expect(named('deployments/scale')).to.deep.equal({
      name: 'deployments/scale',
      singularName: '',
      namespaced: true,
      group: 'autoscaling',
      version: 'v1',
      kind: 'Scale',
      verbs: ['get', 'patch', 'update'],
    });
  });

  it('names the version that objects are stored in, which may be another', () => {
    const hashOf = (path: string, name: string) =>
      (objectAt(path).resources as { name: string; storageVersionHash?: string }[]).find(
        (each) => each.name === name,
      )?.storageVersionHash;
    expect(hashOf('/api/v1', 'configmaps')).to.equal('qFsyl6wFWjQ=');
    expect(hashOf('/api/v1', 'events')).to.equal('r2yiGXH7wu8=');
    expect(hashOf('/apis/events.k8s.io/v1', 'events')).to.equal('r2yiGXH7wu8=');
    expect(hashOf('/apis/autoscaling/v1', 'horizontalpodautoscalers')).to.equal('qwQve8ut294=');
    expect(hashOf('/apis/apiextensions.k8s.io/v1', 'customresourcedefinitions')).to.equal('jfWCUB31mvA=');
    expect(hashOf('/api/v1', 'bindings')).to.equal(undefined);
    expect(hashOf('/api/v1', 'componentstatuses')).to.equal(undefined);
  });

  it('comes in one piece for who asks so, and not again for who has it', () => {
    const answer = textAt('/apis', { accept: `${AGGREGATED},${BETA},application/json` });
    expect(answer.type).to.equal(AGGREGATED);
    expect(JSON.parse(`${answer.text}`)).to.have.property('kind', 'APIGroupDiscoveryList');
    expect(answer.headers).to.include({ vary: 'Accept', 'cache-control': 'public' });
    const etag = answer.headers?.etag ?? '';
    expect(etag).to.match(/^"[0-9A-F]{128}"$/);
    expect(textAt('/apis', { accept: AGGREGATED, etag })).to.include({ code: 304, text: '' });
    kinds.add(widget('v1'));
    expect(textAt('/apis', { accept: AGGREGATED, etag })).to.include({ code: 200 });
  });

  it('has no beta in one piece any longer', () => {
    expect(objectAt('/apis', { accept: `${BETA},application/json` })).to.have.property(
      'kind',
      'APIGroupList',
    );
    expect(objectAt('/apis', { accept: BETA })).to.have.property('kind', 'APIGroupList');
  });

  it('follows definitions as they come and go', () => {
    expect(ask('/apis/shop.example.com')).to.equal(undefined);
    const [beta, stable] = [widget('v1beta1'), widget('v1')];
    for (const each of [widget('v1', 'zoo.example.com'), beta, stable]) kinds.add(each);
    expect(objectAt('/apis/shop.example.com')).to.deep.include({
      preferredVersion: { groupVersion: 'shop.example.com/v1', version: 'v1' },
      versions: ['v1', 'v1beta1'].map((version) => ({
        groupVersion: `shop.example.com/${version}`,
        version,
      })),
    });
    const names = (objectAt('/apis').groups as { name: string }[]).map(({ name }) => name);
    expect(names.slice(-2)).to.deep.equal(['shop.example.com', 'zoo.example.com']);
    const whole = JSON.parse(`${textAt('/apis', { accept: AGGREGATED }).text}`) as {
      items: { versions: { resources: { responseKind: object; subresources: object[] }[] }[] }[];
    };
    const [found] = whole.items.at(-2)?.versions[0]?.resources ?? [];
    expect(found?.responseKind).to.deep.equal({ group: 'shop.example.com', version: 'v1', kind: 'Widget' });
    expect(found?.subresources[1]).to.deep.equal({
      subresource: 'scale',
      responseKind: { group: 'autoscaling', version: 'v1', kind: 'Scale' },
      verbs: ['get', 'patch', 'update'],
    });
    kinds.remove(beta);
    kinds.remove(stable);
    expect(ask('/apis/shop.example.com/v1')).to.equal(undefined);
  });

  it('leaves to others what it knows nothing of', () => {
    for (const path of [
      '/api/v2',
      '/apis/apps/v1/daemonsets',
      '/apis/nothing',
      '/versions',
      '/healthz/nothing',
      '/healthz/',
    ])
      expect(ask(path), path).to.equal(undefined);
    expect(ask('/', { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' })).to.equal(undefined);
  });

  it('is read, and nothing else, where paths are told apart by method', () => {
    for (const path of ['/api', '/api/v1', '/apis/apps/v1', '/version'])
      expect(() => ask(path, { method: 'POST' }), path)
        .to.throw('the server does not allow this method')
        .with.property('code', 405);
    for (const path of ['/apis', '/apis/apps', '/livez/ping', '/'])
      expect(ask(path, { method: 'POST' }), path).to.have.property('code', 200);
  });

  it('says its version in JSON alone', () => {
    expect(() => ask('/version', { accept: 'application/yaml' })).to.throw('406: Not Acceptable');
    expect(textAt('/version/')).to.include({ code: 200 });
  });

  it('lists the paths there are', () => {
    const { paths } = JSON.parse(`${textAt('/', { accept: '*/*' }).text}`) as { paths: string[] };
    expect(paths).to.include.members([
      '/api',
      '/api/v1',
      '/apis',
      '/apis/apps/v1',
      '/livez/ping',
      '/version',
    ]);
    expect(paths).to.deep.equal([...paths].sort());
  });
});

describe('health', () => {
  const textAt = (path: string, query = '') => {
    const headers = { host: 'x' };
    const answer = discoveryAnswer({
      path,
      method: 'GET',
      kinds: kindsFromTheStart(),
      query: new URLSearchParams(query),
      headers,
    });
    return answer && 'text' in answer ? answer.text : undefined;
  };

  it('is well', () => {
    for (const path of ['/healthz', '/livez', '/readyz', '/healthz/ping', '/readyz/shutdown'])
      expect(textAt(path), path).to.equal('ok');
  });

  it('says what was looked at', () => {
    expect(textAt('/livez', 'verbose')).to.equal('[+]ping ok\n[+]log ok\nlivez check passed\n');
    expect(textAt('/livez', 'verbose&exclude=log&exclude=etcd')).to.equal(
      '[+]ping ok\n[+]log excluded: ok\n' +
        'warn: some health checks cannot be excluded: no matches for "etcd"\nlivez check passed\n',
    );
  });

  it('knows its version', () => {
    expect(JSON.parse(`${textAt('/version')}`)).to.include({ gitVersion: 'v1.36.2', minor: '36' });
    expect(`${textAt('/version')}`).to.match(/^{\n {2}"major": "1",\n/);
  });
});
