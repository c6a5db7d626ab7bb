import { expect } from 'chai';
import type { DaemonSet } from '../../../kubernetes/kinds/daemonset/daemonSet';
import { defineKind } from '../../../kubernetes/kinds/kind';
import { resources } from '../../../kubernetes/kinds/resources';
import type { KubeObject, Manifest } from '../../../kubernetes/object';
import type { DeleteOptions } from '../../../port/api';
import { NAMESPACE, refusalOf, Stage } from '../../stage.testkit';
import { administrator } from './caller';

const { daemonsets, pods } = resources;

const manifest = (name = 'agent'): Manifest => ({
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { name },
  spec: {
    selector: { matchLabels: { app: 'agent' } },
    template: {
      metadata: { labels: { app: 'agent' } },
      spec: { containers: [{ name: 'main', image: 'agent:v1' }] },
    },
  },
});

describe('the API server', () => {
  let stage = new Stage();
  beforeEach(() => {
    stage = new Stage();
  });

  const create = (body: Manifest, namespace: string | undefined = NAMESPACE): DaemonSet =>
    stage.server.create(body, administrator, namespace) as DaemonSet;

  describe('creates an object', () => {
    it('with defaults, and metadata that only it knows', () => {
      const { metadata, spec, status } = create(manifest());
      expect(metadata.uid).to.match(/^[0-9a-f-]{36}$/);
      expect([metadata.namespace, metadata.generation]).to.deep.equal([NAMESPACE, 1]);
      expect(metadata.creationTimestamp).to.equal('2026-01-01T00:00:00Z');
      expect(spec.updateStrategy?.type).to.equal('RollingUpdate');
      expect(status.numberReady).to.equal(0);
    });

    it('whatever metadata is sent that is not for the sender to set', () => {
      const { metadata } = create({
        ...manifest(),
        metadata: { name: 'agent', uid: 'mine', resourceVersion: '' },
      });
      expect(metadata.uid).not.to.equal('mine');
    });

    it('in the namespace it is sent to, if it names an empty one', () => {
      const { metadata } = create({ ...manifest(), metadata: { name: 'agent', namespace: '' } });
      expect(metadata.namespace).to.equal(NAMESPACE);
    });

    it('only if it was not stored before', () => {
      const body = { ...manifest(), metadata: { name: 'agent', resourceVersion: '12' } };
      const refusal = refusalOf(() => create(body));
      expect([refusal.code, refusal.message]).to.deep.equal([
        500,
        'resourceVersion should not be set on objects to be created',
      ]);
    });

    it('in a copy: the sender keeps what was sent', () => {
      const body = manifest();
      create(body);
      expect(body).to.deep.equal(manifest());
    });

    it('under a generated name', () => {
      const body = { ...manifest(), metadata: { generateName: 'agent-' } };
      expect(create(body).metadata.name).to.match(/^agent-[a-z0-9]{5}$/);
    });

    it('once: a second one of that name is refused', () => {
      create(manifest());
      const refusal = refusalOf(() => create(manifest()));
      expect([refusal.code, refusal.message]).to.deep.equal([409, 'daemonsets.apps "agent" already exists']);
      const stored = { ...manifest(), metadata: { name: 'agent', generateName: 'agent-' } };
      expect(refusalOf(() => create(stored)).message).to.equal(
        'daemonsets.apps "agent" already exists, the server was not able to generate a unique name for the object',
      );
    });

    it('only where its namespace is', () => {
      expect(refusalOf(() => create(manifest(), 'bank')).message).to.equal('namespaces "bank" not found');
      const elsewhere = { ...manifest(), metadata: { name: 'agent', namespace: 'bank' } };
      expect(refusalOf(() => create(elsewhere)).code).to.equal(400);
    });

    it('only if it is valid, and then all of it or nothing', () => {
      const refusal = refusalOf(() => create({ ...manifest(), spec: { selector: {}, template: {} } }));
      expect([refusal.code, refusal.reason]).to.deep.equal([422, 'Invalid']);
      expect(stage.names(daemonsets)).to.deep.equal([]);
    });
  });

  describe('changes an object', () => {
    const ref = [daemonsets, NAMESPACE, 'agent'] as const;
    const merge = (patch: unknown) => ({ patch, type: 'merge' as const });
    const relabelled = (set: DaemonSet): DaemonSet => ({
      ...set,
      metadata: { ...set.metadata, labels: { tier: 'a' } },
    });

    it('by replacing it, unless it has changed since it was read', () => {
      const set = create(manifest());
      const next = stage.server.update(relabelled(set), administrator);
      expect(next.metadata.labels).to.deep.equal({ tier: 'a' });
      const refusal = refusalOf(() => stage.server.update(relabelled(set), administrator));
      expect([refusal.code, refusal.reason]).to.deep.equal([409, 'Conflict']);
    });

    it('by replacing it blindly, if no version is sent', () => {
      const set = create(manifest());
      stage.server.patch(...ref, merge({ metadata: { labels: { a: '1' } } }), administrator);
      const blind = relabelled({ ...set, metadata: { ...set.metadata, resourceVersion: '' } });
      expect(stage.server.update(blind, administrator).metadata.labels).to.deep.equal({ tier: 'a' });
    });

    it('never into another one of the same name', () => {
      const set = create(manifest());
      const other = { ...set, metadata: { ...set.metadata, uid: 'other', resourceVersion: '' } };
      expect(refusalOf(() => stage.server.update(other, administrator)).message).to.match(
        /UID in precondition: other/,
      );
    });

    it('never into one with another uid, though it may be left out', () => {
      const set = create(manifest());
      const patch = (uid: string | null) => () =>
        stage.server.patch(...ref, merge({ metadata: { uid } }), administrator);
      expect(refusalOf(patch('other')).message).to.match(
        /metadata\.uid: Invalid value: "other": field is imm/,
      );
      expect(patch(null)()).to.equal(set);
    });

    it('by patching what is there now', () => {
      create(manifest());
      const next = stage.server.patch(
        ...ref,
        merge({ spec: { minReadySeconds: 5 } }),
        administrator,
      ) as DaemonSet;
      expect([next.spec.minReadySeconds, next.metadata.generation]).to.deep.equal([5, 2]);
    });

    it('not at all if nothing is new: no revision is used up and nobody is told', () => {
      const set = create(manifest());
      const heard: string[] = [];
      stage.server.store.observe(({ type }) => heard.push(type));
      expect(stage.server.update(set, administrator)).to.equal(set);
      expect(stage.server.patch(...ref, merge({ metadata: { labels: null } }), administrator)).to.equal(set);
      expect(heard).to.deep.equal([]);
    });

    it('in its status with its labels and annotations, or in all but its status', () => {
      const set = create(manifest());
      const status = { ...set.status, numberReady: 7 };
      expect(stage.server.patch(...ref, merge({ status }), administrator)).to.equal(set);
      const both = { metadata: { labels: { tier: 'a' } }, spec: { minReadySeconds: 5 }, status };
      const next = stage.server.patch(...ref, merge(both), administrator, 'status') as DaemonSet;
      expect(next.status.numberReady).to.equal(7);
      expect([next.spec, next.metadata.labels]).to.deep.equal([set.spec, { tier: 'a' }]);
      expect(next.metadata.generation).to.equal(1);
    });

    it('not in its owners by way of its status, if it is a pod', () => {
      const owner = { apiVersion: 'apps/v1', kind: 'DaemonSet', name: 'agent', uid: 'u', controller: true };
      stage.pod('a');
      const change = merge({ metadata: { labels: { a: 'b' }, ownerReferences: [owner] } });
      const { pods } = resources;
      const next = stage.server.patch(pods, NAMESPACE, 'a', change, administrator, 'status');
      expect([next.metadata.labels, next.metadata.ownerReferences]).to.deep.equal([{ a: 'b' }, undefined]);
    });

    it('only into something valid', () => {
      create(manifest());
      const patch = merge({ spec: { selector: { matchLabels: { app: 'other' } } } });
      expect(refusalOf(() => stage.server.patch(...ref, patch, administrator)).code).to.equal(422);
    });

    it('not in a status that its kind does not have', () => {
      stage.create({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' }, data: { a: '1' } });
      const settings = stage.find(resources.configmaps, 'settings') as KubeObject;
      const patch = () =>
        stage.server.patch(resources.configmaps, NAMESPACE, 'settings', merge({}), administrator, 'status');
      for (const write of [patch, () => stage.server.update(settings, administrator, 'status')])
        expect(refusalOf(write).message).to.equal('the server could not find the requested resource');
      expect(stage.find(resources.configmaps, 'settings')).to.equal(settings);
    });

    it('and removes it when its last finalizer goes', () => {
      create({ ...manifest(), metadata: { name: 'agent', finalizers: ['example.com/hold'] } });
      stage.delete(daemonsets, 'agent');
      expect(stage.names(daemonsets)).to.deep.equal(['agent']);
      stage.server.patch(...ref, merge({ metadata: { finalizers: null } }), administrator);
      expect(stage.names(daemonsets)).to.deep.equal([]);
    });
  });

  describe('deletes', () => {
    const deleting = (preconditions: { uid?: string; resourceVersion?: string }) => () =>
      stage.delete(daemonsets, 'agent', { preconditions });

    it('only the very object that is meant', () => {
      create(manifest());
      expect(refusalOf(deleting({ uid: 'other' })).reason).to.equal('Conflict');
      expect(refusalOf(deleting({ resourceVersion: '0' })).reason).to.equal('Conflict');
      expect(stage.names(daemonsets)).to.deep.equal(['agent']);
    });

    it('nothing by a policy that there is not', () => {
      create(manifest());
      const propagationPolicy = 'Sideways' as 'Orphan';
      expect(refusalOf(() => stage.delete(daemonsets, 'agent', { propagationPolicy })).message).to.equal(
        'DeleteOptions.meta.k8s.io "" is invalid: propagationPolicy: Unsupported value: "Sideways": supported values: "Foreground", "Background", "Orphan", "nil"',
      );
      expect(stage.names(daemonsets)).to.deep.equal(['agent']);
    });

    it('no namespace that a cluster cannot do without', () => {
      const call = () => stage.server.delete(resources.namespaces, undefined, 'default', {}, administrator);
      expect(refusalOf(call).message).to.equal(
        'namespaces "default" is forbidden: this namespace may not be deleted',
      );
    });

    it('a pod at once that is bound to no node, and says when that was', () => {
      stage.pod('a');
      const { metadata } = stage.server.delete(pods, NAMESPACE, 'a', {}, administrator);
      const { deletionTimestamp, deletionGracePeriodSeconds, generation } = metadata;
      expect([deletionTimestamp, deletionGracePeriodSeconds, generation]).to.deep.equal([
        '2026-01-01T00:00:00Z',
        0,
        2,
      ]);
      expect(stage.find(pods, 'a')).to.equal(undefined);
    });

    it('a job without its pods, and says so, unless it is told what becomes of them', () => {
      const template = { spec: { containers: [{ name: 'c', image: 'i' }], restartPolicy: 'Never' } };
      const body = { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'backup' }, spec: { template } };
      const remove = (options: DeleteOptions) => {
        const job = stage.server.kinds.of(stage.server.create(body, administrator, NAMESPACE));
        if (!job) throw new Error('There are no jobs.');
        const said: string[] = [];
        const onWarning = (text: string) => void said.push(text);
        const gone = stage.server.delete(job, NAMESPACE, 'backup', { ...options, onWarning }, administrator);
        return [gone.metadata.finalizers, said.length];
      };
      expect(remove({ propagationPolicy: 'Background' })).to.deep.equal([undefined, 0]);
      expect(remove({})).to.deep.equal([['orphan'], 1]);
    });

    it('nothing that is not there', () => {
      expect(refusalOf(() => stage.delete(daemonsets, 'agent')).message).to.equal(
        'daemonsets.apps "agent" not found',
      );
    });

    it('a collection by its labels', () => {
      for (const [name, tier] of [
        ['a', 'old'],
        ['b', 'new'],
        ['c', 'old'],
      ] as const) {
        create({ ...manifest(name), metadata: { name, labels: { tier } } });
      }
      const query = { namespace: NAMESPACE, labelSelector: 'tier=old' };
      stage.server.deleteCollection(daemonsets, query, {}, administrator);
      expect(stage.names(daemonsets)).to.deep.equal(['b']);
    });
  });

  describe('lists', () => {
    it('by namespace, labels and fields, in order of namespace and name', () => {
      stage.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'bank' } });
      for (const [namespace, name, app] of [
        ['shop', 'b', 'x'],
        ['shop', 'a', 'x'],
        ['bank', 'c', 'x'],
        ['bank', 'd', 'y'],
      ] as const) {
        const body = {
          apiVersion: 'v1',
          kind: 'Pod',
          metadata: { name, namespace, labels: { app } },
          spec: { containers: [] },
        };
        stage.create(body);
      }
      const list = (options: object): string[] =>
        stage.server.list(pods, options, administrator).items.map(({ metadata }) => metadata.name);
      expect(list({})).to.deep.equal(['c', 'd', 'a', 'b']);
      expect(list({ namespace: 'bank' })).to.deep.equal(['c', 'd']);
      expect(list({ labelSelector: 'app=x', fieldSelector: 'metadata.name!=a' })).to.deep.equal(['c', 'b']);
    });
  });

  describe('serves kinds that are added while it runs', () => {
    interface Garden extends KubeObject {
      readonly status?: { readonly watered?: boolean };
    }
    const gardens = defineKind<Garden>({
      apiVersion: 'land.example.com/v1',
      kind: 'Garden',
      plural: 'gardens',
      namespaced: true,
      subresources: [{ name: 'status' }],
      countsGenerations: true,
      selectableFields: { 'status.watered': ({ status }) => String(status?.watered ?? false) },
    });
    const { apiVersion, kind } = gardens;

    it('from creation to deletion', () => {
      stage.server.kinds.add(gardens);
      const body = {
        apiVersion,
        kind,
        metadata: { name: 'a' },
        spec: { beds: 1 },
        status: { watered: true },
      };
      stage.server.create(body, administrator, NAMESPACE);
      const change = (patch: unknown, subresource?: 'status') =>
        stage.server.patch(gardens, NAMESPACE, 'a', { patch, type: 'merge' }, administrator, subresource);
      expect(change({ spec: { beds: 2 }, status: { watered: true } }).status).to.deep.equal({});
      expect(change({ status: { watered: true } }, 'status').metadata.generation).to.equal(2);
      const watered = { fieldSelector: 'status.watered=true' };
      expect(stage.server.list(gardens, watered, administrator).items).to.have.length(1);
      stage.server.delete(gardens, NAMESPACE, 'a', {}, administrator);
      expect(stage.names(gardens)).to.deep.equal([]);
    });

    it('in this server alone', () => {
      const refusal = refusalOf(() => stage.server.get(gardens, NAMESPACE, 'a', administrator));
      expect([refusal.code, refusal.reason]).to.deep.equal([404, 'NotFound']);
    });

    it('by whatever they are named', () => {
      const pod = stage.pod('a');
      const { group, plural } = pods;
      expect(stage.server.get({ ...pods, group, plural }, NAMESPACE, 'a', administrator)).to.equal(pod);
    });
  });
});
