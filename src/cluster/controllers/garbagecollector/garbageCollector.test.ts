import { expect } from 'chai';
import { isTerminating } from '../../../kubernetes/fields/meta';
import type { Node } from '../../../kubernetes/kinds/node/node';
import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import { resources } from '../../../kubernetes/kinds/resources';
import type { KubeObject, OwnerReference } from '../../../kubernetes/object';
import type { PropagationPolicy } from '../../../port/api';
import { widgets } from '../../apiserver/registry/widgets.testkit';
import { NAMESPACE, Stage } from '../../stage.testkit';
import { GarbageCollector } from './garbageCollector';

const { configmaps, nodes, pods } = resources;

const naming = ({ apiVersion, kind, metadata }: KubeObject): OwnerReference => ({
  apiVersion,
  kind,
  name: metadata.name,
  uid: metadata.uid,
  blockOwnerDeletion: true,
});

describe('the garbage collector', () => {
  let stage = new Stage();
  beforeEach(() => {
    stage = new Stage();
    new GarbageCollector(stage);
  });

  const settle = () => stage.loop.settle(60_000);
  /** Stores something with these owners. */
  const thing = (name: string, ...ownerReferences: OwnerReference[]): KubeObject =>
    stage.create({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, ownerReferences } });
  /** Stores a pod on a node, which takes its time to leave. */
  const slowPod = (name: string, owner: OwnerReference): Pod =>
    stage.create<Pod>({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name, ownerReferences: [owner] },
      spec: { nodeName: 'east-1', containers: [{ name: 'main', image: 'agent:v1' }] },
    });
  const remove = (name: string, propagationPolicy: PropagationPolicy = 'Background'): void => {
    settle();
    stage.delete(configmaps, name, { propagationPolicy });
    settle();
  };
  const things = () => stage.names(configmaps);
  const ownersOf = (name: string) =>
    stage.find(configmaps, name)?.metadata.ownerReferences?.map((owner) => owner.name);
  const isLeaving = (name: string) => {
    const pod = stage.find(pods, name);
    return pod && isTerminating(pod);
  };

  it('leaves alone what has no owners, and what has theirs', () => {
    thing('child', naming(thing('parent')));
    settle();
    expect(things()).to.deep.equal(['child', 'parent']);
  });

  it('looks after kinds that are defined while it runs, as owners and as owned', () => {
    stage.registry.kinds.add(widgets);
    const widget = (name: string, ...ownerReferences: OwnerReference[]): KubeObject =>
      stage.create({ ...widgets, metadata: { name, namespace: NAMESPACE, ownerReferences } });
    const parent = thing('parent');
    widget('child', naming(parent));
    widget('bystander');
    thing('grandchild', naming(widget('gone')));
    settle();
    expect(stage.names(widgets)).to.deep.equal(['bystander', 'child', 'gone']);
    stage.delete(widgets, 'gone');
    remove('parent');
    expect(stage.names(widgets)).to.deep.equal(['bystander']);
    expect(things()).to.deep.equal([]);
  });

  describe('in the background', () => {
    it('removes what an owner leaves behind, and what that leaves behind', () => {
      const parent = thing('parent');
      thing('grandchild', naming(thing('child', naming(parent))));
      thing('bystander');
      remove('parent');
      expect(things()).to.deep.equal(['bystander']);
    });

    it('lets the owner go first', () => {
      slowPod('child', naming(thing('parent')));
      remove('parent');
      expect(things()).to.deep.equal([]);
      expect(isLeaving('child')).to.equal(true);
    });
  });

  describe('in the foreground', () => {
    it('lets the owner go last', () => {
      slowPod('child', naming(thing('parent')));
      remove('parent', 'Foreground');
      expect(isLeaving('child')).to.equal(true);
      expect(things()).to.deep.equal(['parent']);
      stage.delete(pods, 'child', { gracePeriodSeconds: 0 });
      settle();
      expect(things()).to.deep.equal([]);
    });

    it('lets the owner go last even if all of it is news at once', () => {
      slowPod('child', naming(thing('parent')));
      stage.delete(configmaps, 'parent', { propagationPolicy: 'Foreground' });
      settle();
      expect(things()).to.deep.equal(['parent']);
    });

    it('leaves to another owner what both own, and does not wait for it', () => {
      thing('child', naming(thing('parent')), naming(thing('guardian')));
      remove('parent', 'Foreground');
      expect(things()).to.deep.equal(['child', 'guardian']);
      expect(ownersOf('child')).to.deep.equal(['guardian']);
    });

    it('lets dependents that are owners wait for their own, too', () => {
      slowPod('grandchild', naming(thing('child', naming(thing('parent')))));
      remove('parent', 'Foreground');
      expect(things()).to.deep.equal(['child', 'parent']);
      stage.delete(pods, 'grandchild', { gracePeriodSeconds: 0 });
      settle();
      expect(things()).to.deep.equal([]);
    });

    it('does not wait for dependents that do not ask for it', () => {
      slowPod('child', { ...naming(thing('parent')), blockOwnerDeletion: false });
      remove('parent', 'Foreground');
      expect(things()).to.deep.equal([]);
      expect(isLeaving('child')).to.equal(true);
    });

    it('lets an owner without dependents go at once', () => {
      thing('parent');
      remove('parent', 'Foreground');
      expect(things()).to.deep.equal([]);
    });
  });

  describe('if orphans are wanted', () => {
    it('takes the name of the owner out of them, and leaves them', () => {
      thing('child', naming(thing('parent')));
      remove('parent', 'Orphan');
      expect(things()).to.deep.equal(['child']);
      expect(ownersOf('child')).to.equal(undefined);
    });

    it('leaves them their other owners', () => {
      thing('child', naming(thing('parent')), naming(thing('other')));
      remove('parent', 'Orphan');
      expect(things()).to.deep.equal(['child', 'other']);
      expect(ownersOf('child')).to.deep.equal(['other']);
    });
  });

  describe('removes what names an owner', () => {
    it('that is not there', () => {
      thing('child', { ...naming(thing('parent')), name: 'nobody', uid: 'uid-of-nobody' });
      settle();
      expect(things()).to.deep.equal(['parent']);
    });

    it('that has the name but another uid', () => {
      thing('child', { ...naming(thing('parent')), uid: 'uid-of-its-predecessor' });
      settle();
      expect(things()).to.deep.equal(['parent']);
    });

    it('that is there under another name, or in another namespace', () => {
      const parent = thing('parent');
      thing('misnamed', { ...naming(parent), name: 'guardian' });
      stage.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'bank' } });
      const owner = { name: 'child', namespace: 'bank', ownerReferences: [naming(parent)] };
      stage.create({ apiVersion: 'v1', kind: 'ConfigMap', metadata: owner });
      settle();
      expect(things()).to.deep.equal(['parent']);
    });

    it('that was gone before it started', () => {
      stage = new Stage();
      const parent = thing('parent');
      thing('child', naming(parent));
      stage.delete(configmaps, 'parent');
      new GarbageCollector(stage);
      settle();
      expect(things()).to.deep.equal([]);
    });

    it('that it was given only later', () => {
      const child = thing('child');
      stage.amend<KubeObject>(configmaps, 'child', (current) => ({
        ...current,
        metadata: { ...current.metadata, ownerReferences: [{ ...naming(child), uid: 'uid-of-nobody' }] },
      }));
      settle();
      expect(things()).to.deep.equal([]);
    });
  });

  it('lets what has lost its owner go as its own finalizers ask for', () => {
    const parent = thing('parent');
    const child = stage.create({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'child', ownerReferences: [naming(parent)], finalizers: ['orphan'] },
    });
    thing('grandchild', naming(child));
    remove('parent');
    expect(things()).to.deep.equal(['grandchild']);
    expect(ownersOf('grandchild') ?? []).to.deep.equal([]);
  });

  it('looks again before it removes something: its owners may have changed', () => {
    thing('child', { ...naming(thing('parent')), uid: 'uid-of-nobody' });
    stage.amend<KubeObject>(configmaps, 'child', ({ metadata, ...rest }) => ({
      ...rest,
      metadata: { ...metadata, ownerReferences: undefined },
    }));
    settle();
    expect(things()).to.deep.equal(['child', 'parent']);
  });

  it('knows owners that are in no namespace', () => {
    stage.pod('mirror');
    const owner = naming({ ...stage.node('east-1'), ...stage.find<Node>(nodes, 'east-1') });
    stage.amend<Pod>(pods, 'mirror', (pod) => ({
      ...pod,
      metadata: { ...pod.metadata, ownerReferences: [owner] },
    }));
    settle();
    expect(stage.names(pods)).to.deep.equal(['mirror']);
    stage.delete(nodes, 'east-1');
    settle();
    expect(stage.names(pods)).to.deep.equal([]);
  });

  it('does not judge by owners of a kind that is unknown here', () => {
    thing('child', { apiVersion: 'example.com/v1', kind: 'Backup', name: 'web', uid: 'uid-of-web' });
    settle();
    expect(things()).to.deep.equal(['child']);
  });

  describe('of several owners', () => {
    beforeEach(() => {
      thing('child', naming(thing('mother')), naming(thing('father')));
    });

    it('takes out those that are gone, as long as there is one', () => {
      remove('mother');
      expect(things()).to.deep.equal(['child', 'father']);
      expect(ownersOf('child')).to.deep.equal(['father']);
    });

    it('waits for the last', () => {
      remove('mother');
      remove('father');
      expect(things()).to.deep.equal([]);
    });
  });
});
