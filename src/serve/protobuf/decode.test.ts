import { expect } from 'chai';
import { type Bytes, block, body, entry, number } from './bytes.testkit';
import { decodeProtobuf } from './protobuf';

const CONFIG_MAP = ['v1', 'ConfigMap'] as const;
const METADATA = block(1, block(1, 'settings'), block(3, 'demo'));

describe('reading an object in protobuf', () => {
  it('finds its kind around it, and its fields by their numbers', () => {
    const bytes = body(...CONFIG_MAP, METADATA, entry(2, 'colour', 'grün'), number(4, 0));
    expect(decodeProtobuf(bytes)).to.deep.equal({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'settings', namespace: 'demo' },
      data: { colour: 'grün' },
      immutable: false,
    });
  });

  it('keeps a zero where Go has a pointer, and no other that JSON leaves out', () => {
    // replicas and revisionHistoryLimit are pointers, minReadySeconds and paused are none.
    const spec = block(2, number(1, 0), number(5, 0), number(6, 0), number(7, 0));
    const { spec: read } = decodeProtobuf(body('apps/v1', 'Deployment', spec));
    expect(read).to.deep.equal({
      replicas: 0,
      revisionHistoryLimit: 0,
      selector: null,
      strategy: {},
      template: { metadata: {}, spec: { containers: null } },
    });
  });

  it('writes structs, lists and numbers that nobody set as Go does', () => {
    expect(decodeProtobuf(body('apps/v1', 'DaemonSet'))).to.deep.equal({
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: {},
      spec: { selector: null, template: { metadata: {}, spec: { containers: null } }, updateStrategy: {} },
      status: {
        currentNumberScheduled: 0,
        desiredNumberScheduled: 0,
        numberMisscheduled: 0,
        numberReady: 0,
      },
    });
  });

  it('leaves the time of creation out if there is none, and writes null for others that are no pointers', () => {
    const created = decodeProtobuf(body(...CONFIG_MAP, block(1, block(8))));
    expect(created.metadata).to.deep.equal({});
    const { status } = decodeProtobuf(body('v1', 'Pod', block(3, block(2, block(1, 'Ready'), block(3)))));
    expect(status).to.deep.equal({
      conditions: [{ type: 'Ready', status: '', lastProbeTime: null, lastTransitionTime: null }],
    });
  });

  it('writes times in whole seconds, and micro times with six digits', () => {
    const time = (field: number) => block(field, number(1, 1_767_225_601), number(2, 123_456_789));
    const { metadata } = decodeProtobuf(body(...CONFIG_MAP, block(1, time(8))));
    expect(metadata).to.deep.equal({ creationTimestamp: '2026-01-01T00:00:01Z' });
    const { spec } = decodeProtobuf(body('coordination.k8s.io/v1', 'Lease', block(2, time(3))));
    expect(spec).to.deep.equal({ acquireTime: '2026-01-01T00:00:01.123456Z' });
  });

  it('takes a time of zero seconds for the beginning of 1970, and one without bytes for none', () => {
    const { metadata } = decodeProtobuf(body(...CONFIG_MAP, block(1, block(9, number(1, 0)))));
    expect(metadata).to.deep.equal({ deletionTimestamp: '1970-01-01T00:00:00Z' });
    const { metadata: none } = decodeProtobuf(body(...CONFIG_MAP, block(1, block(9))));
    expect(none).to.deep.equal({ deletionTimestamp: null });
  });

  it('writes quantities the one way that they are stored', () => {
    const hard = block(2, block(1, block(1, 'cpu'), block(2, block(1, '0.50'))));
    expect(decodeProtobuf(body('v1', 'ResourceQuota', hard)).spec).to.deep.equal({ hard: { cpu: '500m' } });
  });

  it('tells numbers from texts where both may stand', () => {
    const spec = (...value: Bytes[]) =>
      decodeProtobuf(body('policy/v1', 'PodDisruptionBudget', block(2, block(1, ...value)))).spec;
    expect(spec(number(1, 0), number(2, 3), block(3))).to.deep.include({ minAvailable: 3 });
    expect(spec(number(1, 1), number(2, 0), block(3, '50%'))).to.deep.include({ minAvailable: '50%' });
    expect(() => spec(number(1, 2))).to.throw('impossible IntOrString.Type');
  });

  it('keeps JSON that a field holds, exactly', () => {
    const bytes = body(
      'apps/v1',
      'ControllerRevision',
      block(2, block(1, '{"z":[9007199254740993],"a":null}')),
    );
    expect(decodeProtobuf(bytes).data).to.deep.equal({ z: [9007199254740993n], a: null });
    const unset = decodeProtobuf(body('apps/v1', 'ControllerRevision'));
    expect(unset).to.deep.include({ data: null, revision: 0 });
  });

  it('reads whole objects within an object', () => {
    const inner = body(...CONFIG_MAP, METADATA);
    const list = decodeProtobuf(body('v1', 'List', block(2, block(1, inner)), block(2, block(1, '{"a":1}'))));
    expect(list.items).to.deep.equal([
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings', namespace: 'demo' } },
      { a: 1 },
    ]);
  });

  it('puts embedded structs among the fields of what embeds them', () => {
    const volume = block(1, block(1, 'cache'), block(2, block(2, block(1))));
    const probe = block(10, block(1, block(1, block(1, 'true'))), number(2, 5));
    const spec = block(2, volume, block(2, block(1, 'main'), probe));
    expect(decodeProtobuf(body('v1', 'Pod', spec)).spec).to.deep.equal({
      volumes: [{ name: 'cache', emptyDir: {} }],
      containers: [
        {
          name: 'main',
          resources: {},
          livenessProbe: { exec: { command: ['true'] }, initialDelaySeconds: 5 },
        },
      ],
    });
  });

  it('writes bytes in base64, and lists that are types of their own as lists', () => {
    const secret = decodeProtobuf(
      body('v1', 'Secret', entry(2, 'key', 'value'), block(2, block(1, 'empty'))),
    );
    expect(secret.data).to.deep.equal({ key: 'dmFsdWU=', empty: '' });
    const signing = body('certificates.k8s.io/v1', 'CertificateSigningRequest', block(3, block(2)));
    expect(decodeProtobuf(signing).status).to.deep.equal({});
    const extra = block(5, block(1, 'scopes'), block(2, block(1, 'read'), block(1, 'write')));
    const review = decodeProtobuf(body('authorization.k8s.io/v1', 'SubjectAccessReview', block(2, extra)));
    expect(review.spec).to.deep.equal({ extra: { scopes: ['read', 'write'] } });
  });

  it('reads the schemas of definitions', () => {
    const schema = block(
      1,
      block(5, 'object'),
      block(8, block(1, '"red"')),
      number(16, 1),
      block(24, block(1, block(5, 'string'))),
      block(29, block(1, 'size'), block(2, block(5, 'integer'))),
      block(30, number(1, 1)),
    );
    const version = block(7, block(1, 'v1'), number(2, 1), number(3, 0), block(4, schema));
    const { spec } = decodeProtobuf(
      body('apiextensions.k8s.io/v1', 'CustomResourceDefinition', block(2, version)),
    );
    expect((spec as { versions: unknown }).versions).to.deep.equal([
      {
        name: 'v1',
        served: true,
        storage: false,
        schema: {
          openAPIV3Schema: {
            type: 'object',
            default: 'red',
            maxItems: 1,
            items: { type: 'string' },
            properties: { size: { type: 'integer' } },
            additionalProperties: true,
          },
        },
      },
    ]);
  });

  it('puts together what was written twice, and takes the last of what cannot be', () => {
    const again = block(1, block(1, 'last'), block(4, 'link'));
    expect(decodeProtobuf(body(...CONFIG_MAP, METADATA, again)).metadata).to.deep.equal({
      name: 'last',
      namespace: 'demo',
      selfLink: 'link',
    });
    expect(
      decodeProtobuf(body(...CONFIG_MAP, entry(2, 'a', 'first'), entry(2, 'a', 'last'))).data,
    ).to.deep.equal({ a: 'last' });
  });

  it('passes over fields that it does not know, whatever they are', () => {
    const fixed64 = [0xe1, 0x05, 1, 2, 3, 4, 5, 6, 7, 8];
    const fixed32 = [0xe5, 0x05, 1, 2, 3, 4];
    const group = [0xe3, 0x05, 0x08, 7, 0xe4, 0x05];
    const bytes = body(...CONFIG_MAP, number(90, 300), block(91, 'text'), fixed64, fixed32, group, METADATA);
    expect(decodeProtobuf(bytes).metadata).to.deep.equal({ name: 'settings', namespace: 'demo' });
  });

  it('reads numbers in one block, and negative and large ones', () => {
    const spec = block(2, block(14, block(4, [10, 20, 30])));
    expect(decodeProtobuf(body('v1', 'Pod', spec)).spec).to.deep.include({
      securityContext: { supplementalGroups: [10, 20, 30] },
    });
    const cut = decodeProtobuf(
      body('v1', 'Pod', block(1, number(7, 2n ** 63n - 1n), number(10, -1)), block(2, number(25, -1))),
    );
    expect(cut.metadata).to.deep.equal({ generation: 2n ** 63n - 1n, deletionGracePeriodSeconds: -1 });
    expect(cut.spec).to.deep.include({ priority: -1 });
  });

  it('replaces every byte that is in no character, as Go does', () => {
    const bytes = body(...CONFIG_MAP, block(2, block(1, 'a'), block(2, [0xe4, 0xb8, 0x41])));
    expect(decodeProtobuf(bytes).data).to.deep.equal({ a: '\ufffd\ufffdA' });
  });

  it('takes a field for its own, whatever it is called', () => {
    const { data } = decodeProtobuf(body(...CONFIG_MAP, entry(2, '__proto__', 'x')));
    expect(Object.entries(data as object)).to.deep.equal([['__proto__', 'x']]);
  });

  it('knows options of every group, and what events of a watch hold', () => {
    const options = decodeProtobuf(body('policy/v1', 'DeleteOptions', number(1, 0), block(5, 'All')));
    expect(options).to.deep.include({ gracePeriodSeconds: 0, dryRun: ['All'] });
    const partial = decodeProtobuf(body('meta.k8s.io/v1', 'PartialObjectMetadata', METADATA));
    expect(partial.metadata).to.deep.equal({ name: 'settings', namespace: 'demo' });
    const event = decodeProtobuf(
      body('v1', 'WatchEvent', block(1, 'ADDED'), block(2, block(1, body(...CONFIG_MAP)))),
    );
    expect(event).to.deep.include({ type: 'ADDED' });
    expect(event.object).to.deep.include({ kind: 'ConfigMap' });
  });
});
