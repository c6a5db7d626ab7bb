import { expect } from 'chai';
import type { Event } from '../../../kubernetes/kinds/event/event';
import type { Kind } from '../../../kubernetes/kinds/kind';
import { resources } from '../../../kubernetes/kinds/resources';
import type { KubeObject, Manifest } from '../../../kubernetes/object';
import type { WatchEvent } from '../../../port/api';
import { NAMESPACE, refusalOf, Stage } from '../../stage.testkit';
import { administrator } from '../requests/caller';

const NEWER = 'events.k8s.io/v1';

describe('a kind that is served in several versions', () => {
  let stage = new Stage();
  beforeEach(() => {
    stage = new Stage();
  });

  const newer = (): Kind =>
    stage.registry.kinds.of({ apiVersion: NEWER, kind: 'Event' }) ?? expect.fail('not served');
  const note = (name: string, rest: object = {}): Manifest => ({
    apiVersion: NEWER,
    kind: 'Event',
    metadata: { name },
    regarding: { kind: 'Pod', name: 'a', namespace: NAMESPACE },
    note: 'it started',
    reason: 'Started',
    type: 'Normal',
    action: 'Starting',
    reportingController: 'example.com/agent',
    reportingInstance: 'agent-1',
    eventTime: '2026-01-01T00:00:01.000000Z',
    ...rest,
  });
  const tell = (name: string, rest: object = {}): KubeObject =>
    stage.server.create(note(name, rest), administrator, NAMESPACE);
  const namesOf = (objects: readonly KubeObject[]): readonly string[] =>
    objects.map(({ metadata }) => metadata.name);
  const list = (fieldSelector: string, kind: Kind = newer()): readonly string[] =>
    namesOf(stage.server.list(kind, { namespace: NAMESPACE, fieldSelector }, administrator).items);

  it('is stored once, and read in each', () => {
    const made = tell('one');
    expect(made).to.deep.include({ apiVersion: NEWER, note: 'it started', deprecatedSource: {} });
    const older = stage.server.get(resources.events, NAMESPACE, 'one', administrator);
    expect(older).to.deep.include({
      apiVersion: 'v1',
      message: 'it started',
      involvedObject: { kind: 'Pod', name: 'a', namespace: NAMESPACE },
      reportingComponent: 'example.com/agent',
      source: {},
      firstTimestamp: null,
    });
    expect(older.metadata).to.deep.equal(made.metadata);
    expect(stage.registry.store.all(resources.events)).to.have.length(1);
  });

  it('shows in the newer what was told in the older', () => {
    stage.create<Event>({
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { name: 'old' },
      involvedObject: { kind: 'Pod', name: 'a' },
      reason: 'Pulled',
      message: 'there it is',
      type: 'Normal',
      source: { component: 'kubelet', host: 'east-1' },
      count: 2,
      firstTimestamp: '2026-01-01T00:00:00Z',
      lastTimestamp: '2026-01-01T00:00:09Z',
    });
    const shown = stage.server.get(newer(), NAMESPACE, 'old', administrator);
    expect(shown).to.deep.include({
      regarding: { kind: 'Pod', name: 'a' },
      note: 'there it is',
      deprecatedSource: { component: 'kubelet', host: 'east-1' },
      deprecatedCount: 2,
      deprecatedFirstTimestamp: '2026-01-01T00:00:00Z',
      deprecatedLastTimestamp: '2026-01-01T00:00:09Z',
      eventTime: null,
    });
    expect(shown).not.to.have.any.keys('message', 'involvedObject', 'source', 'count', 'reportingController');
  });

  it('is selected by the fields of the version that is asked', () => {
    tell('one');
    tell('two', { regarding: { kind: 'Pod', name: 'b', namespace: NAMESPACE } });
    expect(list('regarding.name=b')).to.deep.equal(['two']);
    expect(list('involvedObject.name=b', resources.events)).to.deep.equal(['two']);
    expect(list('source=example.com/agent', resources.events)).to.deep.equal(['one', 'two']);
    expect(list('reportingComponent=other', resources.events)).to.deep.equal([]);
    expect(refusalOf(() => list('involvedObject.name=b')).message).to.equal(
      'field label not supported: involvedObject.name',
    );
  });

  it('is written in each, and has the latest resource version in both', () => {
    tell('one');
    const series = { count: 2, lastObservedTime: '2026-01-01T00:00:02.000000Z' };
    const patch = { patch: { series }, type: 'merge' } as const;
    const patched = stage.server.patch(newer(), NAMESPACE, 'one', patch, administrator);
    const older = stage.server.get(resources.events, NAMESPACE, 'one', administrator);
    expect(older.series).to.deep.equal(series);
    expect(patched.metadata.resourceVersion).to.equal(older.metadata.resourceVersion);
    const sent = { ...patched, note: 'it started again' };
    const stale = { ...sent, metadata: { ...sent.metadata, resourceVersion: '1' } };
    expect(refusalOf(() => stage.server.update(stale, administrator)).reason).to.equal('Conflict');
  });

  it('is watched in each', () => {
    const heard: WatchEvent[] = [];
    const options = { namespace: NAMESPACE, fieldSelector: 'regarding.name=a' };
    stage.server.watch(newer(), options, administrator, (event) => heard.push(event));
    tell('one');
    tell('two', { regarding: { kind: 'Pod', name: 'b', namespace: NAMESPACE } });
    stage.server.delete(newer(), NAMESPACE, 'one', {}, administrator);
    stage.loop.runReady();
    expect(heard.map(({ type, object }) => [type, object.metadata.name, object.apiVersion])).to.deep.equal([
      ['ADDED', 'one', NEWER],
      ['DELETED', 'one', NEWER],
    ]);
  });

  it('is deleted in each', () => {
    tell('one');
    tell('two');
    stage.server.deleteCollection(
      newer(),
      { namespace: NAMESPACE, fieldSelector: 'metadata.name=one' },
      {},
      administrator,
    );
    expect(namesOf(stage.registry.list(resources.events))).to.deep.equal(['two']);
  });

  it('is an autoscaler, of which the older version says the rest in annotations', () => {
    const scaler = {
      apiVersion: 'autoscaling/v1',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'web' },
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
        maxReplicas: 3,
        targetCPUUtilizationPercentage: 50,
      },
    };
    const made = stage.server.create(scaler, administrator, NAMESPACE);
    expect(made).to.have.nested.property('spec.minReplicas', 1);
    const kind = stage.registry.kinds.of({ ...scaler, apiVersion: 'autoscaling/v2' });
    const stored = kind && stage.server.get(kind, NAMESPACE, 'web', administrator);
    expect(stored).to.have.nested.property('spec.metrics[0].resource.target.averageUtilization', 50);
    expect(stored?.apiVersion).to.equal('autoscaling/v2');
  });
});
