import { expect } from 'chai';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { resources } from '../../../kubernetes/kinds/resources';
import type { KubeObject, StringMap } from '../../../kubernetes/object';
import type { WatchEvent } from '../../../port/api';
import { NAMESPACE, refusalOf, Stage } from '../../stage.testkit';
import { HISTORY } from './topic';
import { now, Watcher } from './watches.testkit';

const { configmaps, namespaces, nodes, pods } = resources;

describe('a watch', () => {
  let stage = new Stage();
  beforeEach(() => {
    stage = new Stage();
  });

  const label = (name: string, labels: StringMap): Pod =>
    stage.amend<Pod>(pods, name, (pod) => ({ ...pod, metadata: { ...pod.metadata, labels } }));
  const elsewhere = (name: string): KubeObject =>
    stage.create({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'bank' } });
  const version = ({ object }: WatchEvent) => Number(object.metadata.resourceVersion);

  describe('tells of changes', () => {
    it('in the order they were made', () => {
      const watcher = new Watcher(stage, pods, now(stage));
      stage.pod('b');
      stage.pod('a');
      label('b', { app: 'agent' });
      stage.delete(pods, 'a');
      expect(watcher.news()).to.deep.equal(['ADDED b', 'ADDED a', 'MODIFIED b', 'DELETED a']);
    });

    it('with the object as it was then, and as it was last if it is gone', () => {
      const watcher = new Watcher(stage, pods, now(stage));
      const pod = stage.pod('a');
      const labelled = label('a', { app: 'agent' });
      stage.delete(pods, 'a');
      stage.loop.runReady();
      const [added, modified, deleted] = watcher.told.map(({ object }) => object);
      expect(added).to.equal(pod);
      expect(modified).to.equal(labelled);
      const { revision } = stage.registry.store;
      const metadata = { ...labelled.metadata, resourceVersion: String(revision) };
      expect(deleted).to.deep.equal({ ...labelled, metadata });
      expect(labelled.metadata.resourceVersion).not.to.equal(metadata.resourceVersion);
    });

    it('of its own kind and namespace', () => {
      stage.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'bank' } });
      const watcher = new Watcher(stage, configmaps, { ...now(stage), namespace: NAMESPACE });
      elsewhere('far');
      stage.pod('other');
      stage.create({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'near' } });
      expect(watcher.news()).to.deep.equal(['ADDED near']);
    });

    it('of different kinds in the order of their revisions, whoever is told', () => {
      const told: string[] = [];
      for (const resource of [nodes, pods, pods])
        new Watcher(stage, resource, now(stage), ({ object }) => told.push(object.metadata.name));
      stage.pod('a');
      stage.node('east-1');
      stage.pod('b');
      stage.loop.runReady();
      expect(told).to.deep.equal(['a', 'a', 'east-1', 'east-1', 'b', 'b']);
    });

    it('until it is ended', () => {
      const watcher = new Watcher(stage, pods, now(stage));
      const other = new Watcher(stage, pods, now(stage));
      stage.pod('a');
      watcher.stop();
      stage.pod('b');
      expect(watcher.news()).to.deep.equal([]);
      expect(other.news()).to.deep.equal(['ADDED a', 'ADDED b']);
      watcher.stop();
      other.stop();
      stage.pod('c');
      expect([watcher.news(), other.news()]).to.deep.equal([[], []]);
    });
  });

  describe('through selectors', () => {
    it('sees an object come when it comes to match, and go when it matches no longer', () => {
      const watcher = new Watcher(stage, pods, { ...now(stage), labelSelector: 'app=agent' });
      stage.pod('a');
      stage.pod('never');
      label('never', { app: 'other' });
      expect(watcher.news()).to.deep.equal([]);
      label('a', { app: 'agent' });
      expect(watcher.news()).to.deep.equal(['ADDED a']);
      label('a', { app: 'agent', tier: 'web' });
      expect(watcher.news()).to.deep.equal(['MODIFIED a']);
      label('a', { app: 'other' });
      expect(watcher.news()).to.deep.equal(['DELETED a']);
      stage.delete(pods, 'a');
      expect(watcher.news()).to.deep.equal([]);
    });

    it('sees it go as it was when it last matched, at the revision of the change', () => {
      stage.pod('a');
      label('a', { app: 'agent' });
      const watcher = new Watcher(stage, pods, { ...now(stage), labelSelector: 'app=agent' });
      const left = label('a', { app: 'other' });
      stage.loop.runReady();
      const [event] = watcher.told;
      expect(event?.object.metadata.labels).to.deep.equal({ app: 'agent' });
      expect(event?.object.metadata.resourceVersion).to.equal(left.metadata.resourceVersion);
    });

    it('sees fields as it sees labels', () => {
      const fieldSelector = 'spec.nodeName=east-1,status.phase!=Succeeded';
      const watcher = new Watcher(stage, pods, { ...now(stage), fieldSelector });
      stage.registry.bind(stage.pod('a'), 'east-1');
      stage.pod('b', { node: 'west-1' });
      stage.amendStatus<Pod>(pods, 'a', (pod) => ({ ...pod.status, phase: 'Running' }));
      stage.amendStatus<Pod>(pods, 'a', (pod) => ({ ...pod.status, phase: 'Succeeded' }));
      expect(watcher.news()).to.deep.equal(['ADDED a', 'MODIFIED a', 'DELETED a']);
    });

    it('sees what was there before it began', () => {
      stage.pod('a');
      const watcher = new Watcher(stage, pods, { ...now(stage), labelSelector: '!app' });
      label('a', { app: 'agent' });
      stage.pod('b');
      stage.delete(pods, 'b');
      expect(watcher.news()).to.deep.equal(['DELETED a', 'ADDED b', 'DELETED b']);
    });

    it('that cannot be read does not begin', () => {
      for (const options of [{ labelSelector: '=a' }, { fieldSelector: 'spec.colour=blue' }])
        expect(refusalOf(() => new Watcher(stage, pods, options)).code).to.equal(400);
    });
  });

  describe('begins', () => {
    it('with what there is, in order of namespace and name, if it is not told where', () => {
      stage.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'bank' } });
      for (const name of ['b', 'a'])
        stage.create({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } });
      elsewhere('c');
      for (const options of [{}, { resourceVersion: '' }, { resourceVersion: '0' }]) {
        const watcher = new Watcher(stage, configmaps, options);
        expect(watcher.news()).to.deep.equal(['ADDED c', 'ADDED a', 'ADDED b']);
      }
      const watcher = new Watcher(stage, configmaps, {
        namespace: NAMESPACE,
        fieldSelector: 'metadata.name!=a',
      });
      expect(watcher.news()).to.deep.equal(['ADDED b']);
    });

    it('with what there was when it was asked for, whatever happens before it is told', () => {
      stage.pod('a');
      const watcher = new Watcher(stage, pods);
      label('a', { app: 'agent' });
      stage.delete(pods, 'a');
      expect(watcher.news()).to.deep.equal(['ADDED a', 'MODIFIED a', 'DELETED a']);
    });

    it('after the resource version that it is given', () => {
      stage.pod('a');
      const { metadata } = stage.pod('b');
      label('a', { app: 'agent' });
      stage.node('east-1');
      stage.delete(pods, 'b');
      const watcher = new Watcher(stage, pods, { resourceVersion: metadata.resourceVersion });
      expect(watcher.news()).to.deep.equal(['MODIFIED a', 'DELETED b']);
    });

    it('silently if that is in the future, until then', () => {
      const { revision } = stage.registry.store;
      const watcher = new Watcher(stage, pods, { resourceVersion: String(revision + 2) });
      for (const name of ['a', 'b', 'c']) stage.pod(name);
      expect(watcher.news()).to.deep.equal(['ADDED c']);
      expect(new Watcher(stage, pods, { resourceVersion: String(revision + 2) }).news()).to.deep.equal([
        'ADDED c',
      ]);
    });

    it('no further back than the history of its kind', () => {
      const { metadata } = stage.pod('a');
      const first = Number(metadata.resourceVersion);
      for (let change = 1; change <= HISTORY; change++) label('a', { change: String(change) });
      const watcher = new Watcher(stage, pods, { resourceVersion: String(first) });
      expect(watcher.news()).to.have.length(HISTORY);
      const refusal = refusalOf(() => new Watcher(stage, pods, { resourceVersion: String(first - 1) }));
      expect([refusal.code, refusal.reason, refusal.message]).to.deep.equal([
        410,
        'Expired',
        `too old resource version: ${first - 1} (${first})`,
      ]);
      // Of other kinds there is less to remember.
      expect(new Watcher(stage, namespaces, { resourceVersion: '1' }).news()).to.deep.equal([]);
    });

    it('no further back, though somebody slow has not read that yet', () => {
      const { metadata } = stage.pod('a');
      const slow = new Watcher(stage, pods, { resourceVersion: metadata.resourceVersion });
      for (let change = 1; change <= 2 * HISTORY; change++) label('a', { change: String(change) });
      const { resourceVersion } = metadata;
      expect(refusalOf(() => new Watcher(stage, pods, { resourceVersion })).code).to.equal(410);
      stage.loop.runReady();
      expect(slow.told).to.have.length(2 * HISTORY);
      expect(slow.told.map(version)).to.deep.equal([...slow.told.map(version)].sort((a, b) => a - b));
    });
  });
});
