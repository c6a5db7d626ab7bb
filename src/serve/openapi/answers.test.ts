import { expect } from 'chai';
import { Reader } from 'protobufjs/light';
import type { CustomResourceDefinition } from '../../kubernetes/kinds/customresource/definition/definition';
import { widgets } from '../../kubernetes/kinds/customresource/definition/widgets.testkit';
import { kindsDefinedBy } from '../../kubernetes/kinds/customresource/kind';
import { kindsFromTheStart } from '../../kubernetes/kinds/everyKind';
import type { Kinds } from '../../kubernetes/kinds/kinds';
import type { TextAnswer } from '../http/answer';
import { openApiAnswer } from './answers';
import type { Schema, Schemas } from './schemas';

interface Described {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly parameters?: readonly { name: string }[] }>>>
  >;
  readonly components: { readonly schemas: Schemas };
}

describe('the OpenAPI documents', () => {
  let kinds: Kinds;
  let definitions: CustomResourceDefinition[];
  beforeEach(() => {
    kinds = kindsFromTheStart();
    definitions = [];
  });

  const ask = (
    url: string,
    { accept, etag, name = 'default' }: { accept?: string; etag?: string; name?: string } = {},
  ) => {
    const [path = '', query = ''] = url.split('?');
    return openApiAnswer({
      path,
      query: new URLSearchParams(query),
      headers: { accept, 'if-none-match': etag },
      // Only definitions are listed.
      cluster: {
        name,
        kinds,
        server: { list: () => ({ items: definitions, resourceVersion: '1' }) as never },
      },
    }) as TextAnswer | undefined;
  };
  const textAt = (url: string, accept?: string): string => `${ask(url, { accept })?.text}`;
  const documentAt = (name: string) => JSON.parse(textAt(`/openapi/v3/${name}`)) as Described;
  const define = (definition: CustomResourceDefinition): void => {
    definitions.push(definition);
    for (const kind of kindsDefinedBy(definition)) kinds.put(kind);
  };

  const addresses = (): Readonly<Record<string, { readonly serverRelativeURL: string }>> =>
    (JSON.parse(textAt('/openapi/v3')) as { paths: Record<string, { serverRelativeURL: string }> }).paths;

  it('are listed, each with an address that moves with what it says', () => {
    const before = addresses();
    expect(Object.keys(before)).to.include.members([
      'api',
      'api/v1',
      'apis',
      'apis/apps',
      'apis/apps/v1',
      'version',
    ]);
    const address = before['apis/apps/v1']?.serverRelativeURL ?? '';
    const { type, headers } = ask(address) ?? {};
    expect(type).to.equal('application/json');
    expect(headers).to.include({ vary: 'Accept', 'cache-control': 'public, immutable' });
    expect(address).to.equal(`/openapi/v3/apis/apps/v1?hash=${headers?.etag?.slice(1, -1)}`);
    define(widgets());
    expect(addresses()['apis/apps/v1']).to.deep.equal(before['apis/apps/v1']);
    expect(addresses()).to.have.property('apis/example.com/v1');
  });

  it('send who has an old address to the new one', () => {
    const { code, headers } = ask('/openapi/v3/apis/apps?hash=OLD') ?? {};
    expect(code).to.equal(301);
    expect(headers?.location).to.equal(addresses()['apis/apps']?.serverRelativeURL);
    const other = ask('/openapi/v3/apis/apps?hash=OLD', { name: 'blue' });
    expect(other?.headers?.location).to.equal(`/clusters/blue${headers?.location}`);
  });

  it('are not sent again to who has them', () => {
    for (const url of ['/openapi/v3', '/openapi/v3/apis/apps', '/openapi/v2']) {
      const { etag } = ask(url)?.headers ?? {};
      expect(etag, url).to.match(/^"[0-9A-F]{128}"$/);
      expect(ask(url, { etag }), url).to.include({ code: 304, text: '' });
    }
  });

  it('are there for what is served, in what is offered', () => {
    expect(ask('/openapi/v3/apis/nothing')).to.include({ code: 404, text: '' });
    expect(ask('/openapi/v3/apis/apps', { accept: 'text/html' })).to.include({ code: 406 });
    expect(ask('/openapi/v2', { accept: 'text/html' })).to.include({ code: 406 });
    expect(ask('/openapi')).to.equal(undefined);
    expect(ask('/openapi/v4')).to.equal(undefined);
  });

  it('say that patches can be checked field by field, which kubectl looks for', () => {
    const { paths } = documentAt('apis/apps/v1');
    const patch = paths['/apis/apps/v1/namespaces/{namespace}/daemonsets/{name}']?.patch;
    expect(patch).to.deep.include({
      operationId: 'patchAppsV1NamespacedDaemonSet',
      'x-kubernetes-group-version-kind': { group: 'apps', version: 'v1', kind: 'DaemonSet' },
    });
    expect(patch?.parameters?.map(({ name }) => name)).to.deep.equal([
      'dryRun',
      'fieldManager',
      'fieldValidation',
      'force',
    ]);
  });

  it('describe the kinds that definitions bring, as long as they are there', () => {
    define(widgets());
    const { paths, components } = documentAt('apis/example.com/v1');
    expect(Object.keys(paths)).to.deep.equal([
      '/apis/example.com/v1/namespaces/{namespace}/widgets',
      '/apis/example.com/v1/namespaces/{namespace}/widgets/{name}',
      '/apis/example.com/v1/namespaces/{namespace}/widgets/{name}/scale',
      '/apis/example.com/v1/namespaces/{namespace}/widgets/{name}/status',
      '/apis/example.com/v1/widgets',
    ]);
    const widget = components.schemas['com.example.v1.Widget'];
    expect(widget).to.deep.include({
      required: ['spec'],
      description: 'A widget.',
      'x-kubernetes-group-version-kind': [{ group: 'example.com', kind: 'Widget', version: 'v1' }],
    });
    expect(widget?.properties?.metadata).to.deep.equal({
      allOf: [{ $ref: '#/components/schemas/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' }],
    });
    expect(widget?.properties?.spec?.properties?.size).to.deep.include({
      type: 'integer',
      minimum: 0,
      default: 1,
    });
    for (const kind of kinds.ofVersion('example.com/v1')) kinds.remove(kind);
    expect(ask('/openapi/v3/apis/example.com/v1')).to.include({ code: 404 });
  });

  it('are one in the old version', () => {
    define(widgets());
    const whole = JSON.parse(textAt('/openapi/v2')) as {
      readonly paths: Described['paths'];
      readonly definitions: Schemas;
    };
    const definition = (name: string): Schema | undefined => whole.definitions[name];
    expect(definition('io.k8s.api.apps.v1.DaemonSet')?.properties?.spec).to.deep.equal({
      $ref: '#/definitions/io.k8s.api.apps.v1.DaemonSetSpec',
    });
    expect(definition('io.k8s.apimachinery.pkg.util.intstr.IntOrString')).to.deep.equal({
      type: 'string',
      format: 'int-or-string',
    });
    expect(definition('com.example.v1.Widget')?.properties?.spec?.properties?.size).to.deep.equal({
      type: 'integer',
      format: 'int32',
      minimum: 0,
    });
    const gvks = definition('io.k8s.apimachinery.pkg.apis.meta.v1.DeleteOptions')?.[
      'x-kubernetes-group-version-kind'
    ];
    expect(gvks).to.have.length.above(15);
    expect(whole.paths['/apis/example.com/v1/widgets']?.get).to.deep.include({
      operationId: 'listExampleComV1WidgetForAllNamespaces',
      produces: ['application/json', 'application/yaml'],
    });
  });

  it('are one in protobuf, too', () => {
    const old = ask('/openapi/v2', { accept: 'application/com.github.proto-openapi.spec.v2@v1.0+protobuf' });
    expect(old?.type).to.equal('application/com.github.proto-openapi.spec.v2.v1.0+protobuf');
    const reader = Reader.create(old?.text as Buffer);
    const fields: number[] = [];
    const paths: string[] = [];
    while (reader.pos < reader.len) {
      const field = reader.uint32() >>> 3;
      fields.push(field);
      const bytes = reader.bytes();
      if (field === 1) expect(Buffer.from(bytes).toString()).to.equal('2.0');
      if (field !== 8) continue;
      const inner = Reader.create(bytes);
      while (inner.pos < inner.len) {
        expect(inner.uint32() >>> 3).to.equal(2);
        const named = Reader.create(inner.bytes());
        expect(named.uint32()).to.equal(10);
        paths.push(named.string());
      }
    }
    expect(fields).to.deep.equal([1, 2, 8, 9, 12, 13]);
    const { paths: inJson } = JSON.parse(textAt('/openapi/v2')) as { paths: object };
    expect(paths).to.deep.equal(Object.keys(inJson));
  });
});
