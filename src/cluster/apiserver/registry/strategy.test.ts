import { expect } from 'chai';
import type { DaemonSet } from '../../../kubernetes/kinds/daemonset/daemonSet';
import type { Namespace } from '../../../kubernetes/kinds/namespace/namespace';
import { aDaemonSet, aPod } from '../../../kubernetes/kinds/samples.testkit';
import type { KubeObject } from '../../../kubernetes/object';
import { refusalOf } from '../../stage.testkit';
import {
  prepareForCreate,
  prepareForUpdate,
  TEMPLATE_GENERATION,
  templateGenerationOf,
  withStatus,
} from './strategy';

const stored = prepareForCreate(aDaemonSet());
const withSpec = (spec: Partial<DaemonSet['spec']>): DaemonSet => ({
  ...stored,
  spec: { ...stored.spec, ...spec },
});
const generations = (set: DaemonSet) => [set.metadata.generation, templateGenerationOf(set)];

describe('generations of a daemon set', () => {
  it('begin with one', () => {
    expect(generations(stored)).to.deep.equal([1, 1]);
  });

  it('stay if only metadata changes', () => {
    const labelled = { ...stored, metadata: { ...stored.metadata, labels: { a: '1' } } };
    expect(generations(prepareForUpdate(labelled, stored))).to.deep.equal([1, 1]);
  });

  it('stay if the spec says the same again', () => {
    expect(generations(prepareForUpdate(withSpec({ ...stored.spec }), stored))).to.deep.equal([1, 1]);
  });

  it('move on with the spec, and both with the template', () => {
    expect(generations(prepareForUpdate(withSpec({ minReadySeconds: 5 }), stored))).to.deep.equal([2, 1]);
    const template = { ...stored.spec.template, metadata: { labels: { app: 'agent', tier: 'a' } } };
    expect(generations(prepareForUpdate(withSpec({ template }), stored))).to.deep.equal([2, 2]);
  });

  it('cannot be set by who updates it', () => {
    const forged = aDaemonSet({ annotations: { [TEMPLATE_GENERATION]: '9' } });
    expect(generations(prepareForUpdate(forged, stored))).to.deep.equal([1, 1]);
  });

  it('may begin higher, as whoever creates the set says', () => {
    expect(
      templateGenerationOf(prepareForCreate(aDaemonSet({ annotations: { [TEMPLATE_GENERATION]: '9' } }))),
    ).to.equal(9);
    expect(
      templateGenerationOf(prepareForCreate(aDaemonSet({ annotations: { [TEMPLATE_GENERATION]: '-4' } }))),
    ).to.equal(1);
  });

  it('are refused if they are no number', () => {
    const refusal = refusalOf(() =>
      prepareForCreate(aDaemonSet({ annotations: { [TEMPLATE_GENERATION]: 'two' } })),
    );
    expect([refusal.code, refusal.message]).to.deep.equal([
      400,
      'DaemonSet in version "v1" cannot be handled as a DaemonSet: strconv.ParseInt: parsing "two": invalid syntax',
    ]);
    const tooBig = aDaemonSet({ annotations: { [TEMPLATE_GENERATION]: '9'.repeat(20) } });
    expect(refusalOf(() => prepareForCreate(tooBig)).message).to.match(/"9{20}": value out of range$/);
  });
});

describe('status', () => {
  const full = { ...stored, status: { ...stored.status, numberReady: 3 } };

  it('is emptied at creation', () => {
    expect(prepareForCreate(full).status.numberReady).to.equal(0);
    const { status } = prepareForCreate(aPod({ phase: 'Failed', readySince: 0 }));
    expect([status.phase, status.conditions, status.qosClass]).to.deep.equal([
      'Pending',
      undefined,
      'BestEffort',
    ]);
  });

  it('stays as it is in an ordinary update', () => {
    expect(prepareForUpdate(full, stored).status).to.equal(stored.status);
  });

  it('is all that an update of the sub-resource changes', () => {
    const next = withStatus(stored, full.status);
    expect(next.spec).to.equal(stored.spec);
    expect(next.metadata).to.equal(stored.metadata);
    expect(next.status.numberReady).to.equal(3);
  });
});

describe('a namespace', () => {
  const namespace = (labels?: Record<string, string>): KubeObject =>
    ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels } }) as unknown as KubeObject;

  it('carries its name as a label, whatever is sent', () => {
    const made = prepareForCreate(namespace());
    expect(made.metadata.labels).to.deep.equal({ 'kubernetes.io/metadata.name': 'shop' });
    expect(prepareForUpdate(namespace({ tier: 'a' }), made).metadata.labels).to.deep.equal({
      tier: 'a',
      'kubernetes.io/metadata.name': 'shop',
    });
  });

  it('keeps the finalizers it is sent with, and gets its own', () => {
    const sent = {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'a' },
      spec: { finalizers: ['x.io/y'] },
    };
    const { spec } = prepareForCreate(sent as unknown as Namespace);
    expect(spec).to.deep.equal({ finalizers: ['x.io/y', 'kubernetes'] });
  });
});
