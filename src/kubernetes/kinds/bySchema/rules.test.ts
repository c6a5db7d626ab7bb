import { expect } from 'chai';
import type { KubeObject } from '../../object';
import { altered, manifestKinds, manifestOf, readied, servedKindOf, wrongWith } from './manifests.testkit';
import { rulesBySchema } from './rules';

type Fields = Record<string, unknown>;

const field = (object: KubeObject, name: string): unknown => (object as unknown as Fields)[name];
const rulesOf = (kind: string) => rulesBySchema(servedKindOf(manifestOf(kind)));

describe('a kind of which only the schema is known', () => {
  for (const kind of manifestKinds) {
    it(`takes a ${kind}`, () => expect(wrongWith(manifestOf(kind))).to.deep.equal([]));

    it(`reads a ${kind} that it has stored as it is`, () => {
      const stored = readied(manifestOf(kind));
      expect(rulesOf(kind).defaults(stored)).to.deep.equal(stored);
    });

    it(`lets a ${kind} stay as it is`, () => {
      const { prepareForUpdate, validateUpdate } = rulesOf(kind);
      const stored = readied(manifestOf(kind));
      const current = { ...stored, metadata: { ...stored.metadata, resourceVersion: '7' } };
      expect(prepareForUpdate(current, current)).to.deep.equal(current);
      expect(validateUpdate(current, current)).to.deep.equal([]);
    });
  }

  it('has an empty status, with the zeros that Go writes', () => {
    expect(field(readied(altered('Deployment', { status: { replicas: 7 } })), 'status')).to.deep.equal({});
    expect(field(readied(manifestOf('PersistentVolumeClaim')), 'status')).to.deep.equal({ phase: 'Pending' });
    expect(readied(manifestOf('StorageClass'))).not.to.have.property('status');
  });

  it('counts generations if its strategy does, by what the strategy looks at', () => {
    const moves = (kind: string, change: (current: KubeObject) => Fields): number | undefined => {
      const { prepareForUpdate } = rulesOf(kind);
      const current = readied(manifestOf(kind));
      return prepareForUpdate({ ...current, ...change(current) } as KubeObject, current).metadata.generation;
    };
    const annotated = ({ metadata }: KubeObject) => ({ metadata: { ...metadata, annotations: { a: 'b' } } });
    const labelled = ({ metadata }: KubeObject) => ({ metadata: { ...metadata, labels: { a: 'b' } } });
    expect(moves('ReplicationController', () => ({ spec: { replicas: 2 } }))).to.equal(2);
    expect(moves('ReplicationController', annotated)).to.equal(1);
    expect(moves('Deployment', annotated)).to.equal(2);
    expect(moves('Deployment', labelled)).to.equal(1);
    expect(moves('EndpointSlice', labelled)).to.equal(2);
    expect(moves('ValidatingWebhookConfiguration', () => ({ webhooks: [] }))).to.equal(2);
    expect(moves('HorizontalPodAutoscaler', () => ({ spec: {} }))).to.equal(undefined);
  });

  it('has fields to select by, if Go code names them', () => {
    const selectable = (kind: string) =>
      Object.entries(rulesOf(kind).selectableFields).map(
        ([path, read]) => `${path}=${read(readied(manifestOf(kind)))}`,
      );
    expect(selectable('Secret')).to.deep.equal(['type=Opaque']);
    expect(selectable('Service')).to.deep.equal(['spec.clusterIP=', 'spec.type=ClusterIP']);
    expect(selectable('Job')).to.deep.equal(['status.successful=0']);
    expect(selectable('Deployment')).to.deep.equal([]);
  });

  it('keeps its status in an update of the rest', () => {
    const { prepareForUpdate } = rulesOf('Deployment');
    const current = {
      ...readied(manifestOf('Deployment')),
      status: { replicas: 3 },
    } as unknown as KubeObject;
    const next = prepareForUpdate({ ...current, status: {} } as unknown as KubeObject, current);
    expect(field(next, 'status')).to.deep.equal({ replicas: 3 });
  });

  it('gives a job a selector of its own, and its pods the labels for it', () => {
    const { spec, metadata } = readied(manifestOf('Job')) as unknown as {
      spec: { selector: unknown; template: { metadata: { labels: Fields } } };
      metadata: Fields;
    };
    expect(spec.selector).to.deep.equal({
      matchLabels: { 'batch.kubernetes.io/controller-uid': metadata.uid },
    });
    expect(spec.template.metadata.labels).to.include({
      'job-name': 'migrate',
      'controller-uid': metadata.uid,
    });
    const own = { manualSelector: true, selector: { matchLabels: { app: 'x' } } };
    expect(wrongWith(altered('Job', { spec: own }))).to.deep.equal([
      'spec.template.metadata.labels: Invalid value: null: `selector` does not match template `labels`',
    ]);
  });

  it('keeps the text of a secret as bytes', () => {
    const secret = readied(manifestOf('Secret'));
    expect(field(secret, 'data')).to.deep.equal({ user: 'YWRtaW4=', password: 'Z3LDvG4=' });
    expect(secret).not.to.have.property('stringData');
  });
});
