import { expect } from 'chai';
import { resources } from '../../../kubernetes/kinds/resources';
import type { KubeObject } from '../../../kubernetes/object';
import { forbidden } from '../../../kubernetes/refusals';
import { Client } from '../../component/client';
import { calm } from '../../simulation/disturbance';
import { Loop } from '../../simulation/loop';
import { Random } from '../../simulation/random';
import { refusalOf } from '../../stage.testkit';
import { Registry } from '../registry/registry';
import { widgets } from '../registry/widgets.testkit';
import type { AdmissionPlugin, PluginFactory } from './plugin';

const { namespaces, nodes } = resources;

const labelled = (object: KubeObject, label: string): KubeObject => ({
  ...object,
  metadata: { ...object.metadata, labels: { ...object.metadata.labels, [label]: 'yes' } },
});

describe('plug-ins', () => {
  const asked: string[] = [];
  beforeEach(() => {
    asked.length = 0;
  });

  const withPlugins = (...plugins: readonly AdmissionPlugin[]): Registry => {
    const loop = new Loop(new Random(1), () => 0);
    const factories = plugins.map(
      (plugin): PluginFactory =>
        () =>
          plugin,
    );
    const settings = { legacyScheduling: false, defaultNodeSelector: '', securityContextConstraints: false };
    return new Registry(loop, settings, { admission: factories });
  };
  /** Notes who is asked, and under which name, and leaves a label. */
  const plugin = (title: string, rest: Partial<AdmissionPlugin> = {}): AdmissionPlugin => ({
    kinds: [nodes],
    operations: ['create'],
    phase: 'mutating',
    admit: (object, name) => {
      asked.push(`${title} ${name}`);
      return labelled(object, title);
    },
    ...rest,
  });
  const create = (registry: Registry, kind: string, metadata: Partial<KubeObject['metadata']>) =>
    new Client(registry, calm).create({ apiVersion: 'v1', kind, metadata });
  const labelsOf = (object: KubeObject) => Object.keys(object.metadata.labels ?? {});

  it('are asked in their order, about the kinds that they name', () => {
    const registry = withPlugins(
      plugin('first'),
      plugin('others', { kinds: [namespaces] }),
      plugin('second'),
    );
    const node = create(registry, 'Node', { name: 'east-1' });
    expect(asked).to.deep.equal(['first east-1', 'second east-1']);
    expect(labelsOf(node)).to.deep.equal(['first', 'second']);
  });

  it('are asked about kinds that come later, too', () => {
    const registry = withPlugins(plugin('new', { kinds: [widgets] }));
    registry.kinds.add(widgets);
    create(registry, 'Namespace', { name: 'shop' });
    registry.create(widgets, 'shop', { ...widgets, metadata: { name: 'gear' } });
    expect(asked).to.deep.equal(['new gear']);
  });

  it('do not know a generated name before validation, and know it afterwards', () => {
    const registry = withPlugins(plugin('early'), plugin('late', { phase: 'last' }));
    const node = create(registry, 'Node', { generateName: 'east-' });
    expect(asked).to.deep.equal(['early ', `late ${node.metadata.name}`]);
  });

  it('are asked before and after validation', () => {
    const registry = withPlugins(plugin('early'), plugin('late', { phase: 'last' }));
    registry.create(nodes, undefined, { apiVersion: 'v1', kind: 'Node', metadata: { name: 'a' } }, (node) =>
      asked.push(`validation of ${labelsOf(node)}`),
    );
    expect(asked).to.deep.equal(['early a', 'validation of early', 'late a']);
  });

  it('that refuse leave nothing behind', () => {
    const refuse: AdmissionPlugin['admit'] = () => {
      throw forbidden(nodes, 'east-1', 'not here');
    };
    const registry = withPlugins(plugin('stern', { phase: 'last', admit: refuse }));
    expect(refusalOf(() => create(registry, 'Node', { name: 'east-1' })).message).to.match(/not here/);
    expect(registry.store.size).to.equal(0);
  });

  describe('about updates', () => {
    const change = (object: KubeObject): KubeObject => labelled(object, 'sent');

    it('are asked whenever an object is written, but for its status alone', () => {
      const early = plugin('early', { operations: ['update'] });
      const registry = withPlugins(early, plugin('late', { operations: ['update'], phase: 'last' }));
      create(registry, 'Node', { name: 'east-1' });
      registry.updateStatus(nodes, undefined, 'east-1', () => ({ phase: 'new' }));
      registry.update(nodes, undefined, 'east-1', (node) => ({ ...node, status: {} }), {
        subresource: 'status',
      });
      expect(asked).to.deep.equal([]);
      const next = registry.update(nodes, undefined, 'east-1', change, {
        validate: (node) => asked.push(`validation of ${labelsOf(node)}`),
      });
      expect(asked).to.deep.equal(['early east-1', 'validation of sent,early', 'late east-1']);
      expect(labelsOf(next)).to.deep.equal(['sent', 'early', 'late']);
    });

    it('may undo them: then nothing is written', () => {
      const undo: AdmissionPlugin['admit'] = (object) => ({
        ...object,
        metadata: { ...object.metadata, labels: undefined },
      });
      const registry = withPlugins(plugin('undo', { operations: ['update'], admit: undo }));
      const node = create(registry, 'Node', { name: 'east-1' });
      const { revision } = registry.store;
      expect(registry.update(nodes, undefined, 'east-1', change)).to.equal(node);
      expect(registry.store.revision).to.equal(revision);
    });
  });
});
