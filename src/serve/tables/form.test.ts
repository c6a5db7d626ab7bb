import { expect } from 'chai';
import { kindsFromTheStart } from '../../kubernetes/kinds/everyKind';
import { defineKind, type Kind } from '../../kubernetes/kinds/kind';
import { columnsOf } from '../../kubernetes/kinds/printed';
import { resources } from '../../kubernetes/kinds/resources';
import { ApiError } from '../../kubernetes/refusals';
import { kindColumns } from './definitions';
import { formOf, isForm, watchFormOf } from './form';

const as = (kind: string, version = 'v1') => ({ kind, version, group: 'meta.k8s.io' });

const daemonSet = (name: string) => ({
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { name, uid: name, resourceVersion: '7', creationTimestamp: '2026-01-01T00:00:00Z' },
  spec: {
    template: { spec: { nodeSelector: { disk: 'ssd' }, containers: [{ name: 'main', image: 'main:1' }] } },
  },
  status: { desiredNumberScheduled: 3, currentNumberScheduled: 3, numberReady: 2, numberAvailable: 2 },
});

const asked = (kind: string, query = '', resource: Kind = resources.daemonsets, version = 'v1') => ({
  wanted: { mediaType: 'application/json', pretty: false, as: as(kind, version) },
  query: new URLSearchParams(query),
  target: { resource },
  cluster: { cluster: { loop: { now: 90_000 } } },
});

interface Row {
  readonly cells: readonly unknown[];
  readonly object: unknown;
  readonly conditions?: readonly unknown[];
}
interface Table {
  readonly metadata: object;
  readonly columnDefinitions: readonly object[] | null;
  readonly rows: readonly Row[];
}
const table = (answered: object, query?: string, resource?: Kind) =>
  formOf(asked('Table', query, resource))(answered) as Table;

const list = {
  apiVersion: 'apps/v1',
  kind: 'DaemonSetList',
  metadata: { resourceVersion: '9', continue: 'more', remainingItemCount: 4 },
  items: [daemonSet('a'), daemonSet('b')],
};

describe('the forms of answers', () => {
  it('are tables and metadata, of one group', () => {
    for (const kind of ['Table', 'PartialObjectMetadata', 'PartialObjectMetadataList']) {
      expect(isForm(as(kind)), kind).to.equal(true);
      expect(isForm(as(kind, 'v1beta1')), kind).to.equal(true);
      expect(isForm(as(kind, 'v2')), kind).to.equal(false);
    }
    expect(isForm(as('Chair'))).to.equal(false);
    expect(isForm({ ...as('Table'), group: '' })).to.equal(false);
  });

  it('leave an answer as it is unless one is asked for', () => {
    const plain = { ...asked('Table'), wanted: { mediaType: 'application/json', pretty: false } };
    expect(formOf(plain)(list)).to.equal(list);
    expect(watchFormOf(plain)(list)).to.equal(list);
    const status = { kind: 'Status', apiVersion: 'v1' };
    expect(formOf(asked('Table'))(status)).to.equal(status);
    expect(watchFormOf(asked('Table'))(status)).to.equal(status);
  });

  it('show an object in cells of their types', () => {
    const { rows, columnDefinitions, ...rest } = table(daemonSet('a'));
    expect(rest).to.deep.equal({
      kind: 'Table',
      apiVersion: 'meta.k8s.io/v1',
      metadata: { resourceVersion: '7' },
    });
    expect(columnDefinitions?.[0]).to.deep.equal({
      name: 'Name',
      type: 'string',
      format: 'name',
      description: '',
      priority: 0,
    });
    expect(rows).to.have.length(1);
    expect(rows[0]?.cells.slice(0, 8)).to.deep.equal(['a', 3, 3, 2, 0, 2, 'disk=ssd', '90s']);
    expect(rows[0]?.object).to.deep.equal({
      kind: 'PartialObjectMetadata',
      apiVersion: 'meta.k8s.io/v1',
      metadata: daemonSet('a').metadata,
    });
    expect(rows[0]).not.to.have.property('conditions');
  });

  it('show a collection with what is said of it, and as much of its objects as is wanted', () => {
    expect(table(list).metadata).to.equal(list.metadata);
    expect(table(list, 'includeObject=None').rows.map(({ object }) => object)).to.deep.equal([null, null]);
    expect(table(list, 'includeObject=Object').rows.map(({ object }) => object)).to.deep.equal(list.items);
    expect(table({ ...list, items: [] }).rows).to.deep.equal([]);
    expect(table({ ...list, kind: 'LimitRangeList', items: [] }, '', resources.limitranges).rows).to.equal(
      null,
    );
    expect(() => table(list, 'includeObject=All'))
      .to.throw(
        ApiError,
        `Unable to convert to Table as requested: includeObject: Invalid value: "All": must be 'Metadata', 'Object', 'None', or empty`,
      )
      .with.property('code', 400);
  });

  it('mark pods that have ended', () => {
    const pod = (phase: string) => ({
      ...daemonSet('p'),
      apiVersion: 'v1',
      kind: 'Pod',
      spec: { containers: [{ name: 'main' }] },
      status: { phase },
    });
    const conditions = (phase: string) => table(pod(phase), '', resources.pods).rows[0]?.conditions;
    expect(conditions('Running')).to.equal(undefined);
    expect(conditions('Failed')).to.deep.equal([
      { type: 'Completed', status: 'True', reason: 'Failed', message: 'The pod failed.' },
    ]);
    expect(conditions('Succeeded')).to.have.nested.property('[0].reason', 'Succeeded');
  });

  it('give columns to kinds that definitions bring', () => {
    const declared = [
      { name: 'Size', type: 'integer', jsonPath: '.spec.size', priority: 1 },
      { name: 'Open', type: 'boolean', jsonPath: '.spec.open', description: 'Whether it is open.' },
      { name: 'Colour', type: 'string', jsonPath: '.spec.colour' },
    ];
    const facts = { apiVersion: 'example.com/v1', kind: 'Widget', plural: 'widgets', namespaced: true };
    const widget = { ...daemonSet('w'), ...facts, spec: { size: 4, open: false } };
    const shown = table(widget, '', defineKind({ ...facts, printerColumns: declared }));
    expect(shown.rows[0]?.cells).to.deep.equal(['w', 4, false, null]);
    expect(shown.columnDefinitions?.slice(1)).to.deep.equal([
      {
        name: 'Size',
        type: 'integer',
        format: '',
        description: 'Custom resource definition column (in JSONPath format): .spec.size',
        priority: 1,
      },
      { name: 'Open', type: 'boolean', format: '', description: 'Whether it is open.', priority: 0 },
      {
        name: 'Colour',
        type: 'string',
        format: '',
        description: 'Custom resource definition column (in JSONPath format): .spec.colour',
        priority: 0,
      },
    ]);
    expect(table(widget, '', defineKind(facts)).rows[0]?.cells).to.deep.equal(['w', '90s']);
  });

  it('show what is of another kind than its place by its name and time', () => {
    const scale = { ...daemonSet('a'), apiVersion: 'autoscaling/v1', kind: 'Scale' };
    expect(table(scale).rows[0]?.cells).to.deep.equal(['a', '2026-01-01T00:00:00Z']);
  });

  it('tell of watched objects once what the columns are', () => {
    const form = watchFormOf(asked('Table'));
    const [first, second] = [form(daemonSet('a')), form(daemonSet('b'))] as Table[];
    expect(first?.columnDefinitions).to.have.length(11);
    expect(second?.columnDefinitions).to.equal(null);
    const bookmark = { kind: 'DaemonSet', apiVersion: 'apps/v1', metadata: { resourceVersion: '12' } };
    const { rows, metadata } = form(bookmark) as Table;
    expect(metadata).to.deep.equal({ resourceVersion: '12' });
    expect(rows[0]?.cells).to.deep.equal(['', 0, 0, 0, 0, 0, '', '<unknown>', '', '', '']);
  });

  it('may be metadata alone', () => {
    const { apiVersion, kind, metadata } = {
      ...daemonSet('a'),
      apiVersion: 'meta.k8s.io/v1beta1',
      kind: 'PartialObjectMetadata',
    };
    const whole = formOf(asked('PartialObjectMetadata', '', resources.daemonsets, 'v1beta1'));
    expect(whole(daemonSet('a'))).to.deep.equal({ apiVersion, kind, metadata });
    expect(formOf(asked('PartialObjectMetadataList'))(list)).to.deep.include({
      kind: 'PartialObjectMetadataList',
      metadata: list.metadata,
    });
    expect(watchFormOf(asked('PartialObjectMetadata'))(daemonSet('a'))).to.have.property('kind', kind);
  });

  it('must suit what is answered', () => {
    expect(() => formOf(asked('PartialObjectMetadata'))(list))
      .to.throw(
        'you requested PartialObjectMetadata, but the requested object is a list (*apps.DaemonSetList)',
      )
      .with.property('code', 406);
    expect(() => formOf(asked('PartialObjectMetadataList'))(daemonSet('a'))).to.throw(
      'you requested PartialObjectMetadataList, but the requested object is not a list (*apps.DaemonSet)',
    );
  });
});

describe('the columns of every kind', () => {
  for (const kind of kindsFromTheStart().all)
    it(`are the published ones: ${kind.apiVersion} ${kind.plural}`, () => {
      const printed = columnsOf(kind).map(({ header, wide = false }) => [header, wide]);
      const told = kindColumns(kind).definitions.map(({ name, priority }) => [
        name.toUpperCase(),
        priority > 0,
      ]);
      expect(told).to.deep.equal(printed);
    });
});
