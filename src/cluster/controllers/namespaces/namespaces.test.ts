import { expect } from 'chai';
import { resources } from '../../../kubernetes/kinds/resources';
import type { KubeObject } from '../../../kubernetes/object';
import { widgets } from '../../apiserver/registry/widgets.testkit';
import { NAMESPACE, Stage } from '../../stage.testkit';
import { NamespaceController } from './namespaces';

const { configmaps, namespaces, pods } = resources;

describe('the namespace controller', () => {
  let stage = new Stage();
  beforeEach(() => {
    stage = new Stage();
    new NamespaceController(stage);
    create('bank');
  });

  const settle = () => stage.loop.settle(600_000);
  const create = (name: string): void => {
    stage.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
    settle();
  };
  const remove = () => {
    stage.delete(namespaces, NAMESPACE);
    stage.loop.runReady();
  };
  const configMap = (metadata: Partial<KubeObject['metadata']>) =>
    stage.create({ apiVersion: 'v1', kind: 'ConfigMap', metadata });

  it('empties a namespace that is deleted before it goes, and no other', () => {
    configMap({ name: 'settings' });
    configMap({ name: 'settings', namespace: 'bank' });
    stage.pod('a');
    remove();
    settle();
    expect(stage.names(namespaces)).to.deep.equal(['bank']);
    expect(stage.find(configmaps, 'settings')).to.equal(undefined);
    expect(stage.names(pods)).to.deep.equal([]);
    expect(stage.find(configmaps, 'settings', 'bank')).not.to.equal(undefined);
  });

  it('waits for what takes its time, and looks again every second', () => {
    stage.pod('a', { node: 'east-1' });
    remove();
    expect(stage.find(pods, 'a')?.metadata.deletionTimestamp).not.to.equal(undefined);
    stage.loop.pass(10_500);
    expect(stage.names(namespaces)).to.deep.equal(['bank', 'shop']);
    stage.delete(pods, 'a', { gracePeriodSeconds: 0 });
    stage.loop.pass(499);
    expect(stage.names(namespaces)).to.deep.equal(['bank', 'shop']);
    stage.loop.pass(1);
    expect(stage.names(namespaces)).to.deep.equal(['bank']);
  });

  it('waits without end for what somebody holds back', () => {
    configMap({ name: 'held', finalizers: ['example.com/hold'] });
    remove();
    expect(settle().quiet).to.equal(false);
    expect(stage.names(namespaces)).to.deep.equal(['bank', 'shop']);
  });

  it('leaves one to those whose finalizers hold it', () => {
    const metadata = { name: 'held', finalizers: ['example.com/hold'] };
    const spec = { finalizers: ['example.com/spec'] };
    stage.create({ apiVersion: 'v1', kind: 'Namespace', metadata, ...{ spec } });
    stage.registry.delete(namespaces, undefined, 'held');
    const held = () => stage.registry.store.get(namespaces, undefined, 'held');
    settle();
    expect(held()?.spec?.finalizers).to.deep.equal(['example.com/spec']);
    const finalize = (next: object) =>
      stage.registry.update(namespaces, undefined, 'held', (now) => ({ ...now, ...next }), {
        subresource: 'status',
      });
    finalize({ spec: {} });
    expect(held()?.metadata.finalizers).to.deep.equal(['example.com/hold']);
    settle();
    finalize({ metadata: { ...held()?.metadata, finalizers: [] } });
    expect(held()).to.equal(undefined);
  });

  it('empties it of kinds that were defined while it runs, too', () => {
    stage.registry.kinds.add(widgets);
    stage.create({ ...widgets, metadata: { name: 'gear', namespace: NAMESPACE } });
    remove();
    settle();
    expect(stage.names(widgets)).to.deep.equal([]);
    expect(stage.find(namespaces, NAMESPACE)).to.equal(undefined);
  });
});
