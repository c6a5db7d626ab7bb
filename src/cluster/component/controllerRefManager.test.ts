import { expect } from 'chai';
import { controllerOf } from '../../kubernetes/fields/meta';
import type { DaemonSet } from '../../kubernetes/kinds/daemonset/daemonSet';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { resources } from '../../kubernetes/kinds/resources';
import { aDaemonSet, aPod, managedBy } from '../../kubernetes/kinds/samples.testkit';
import type { OwnerReference } from '../../kubernetes/object';
import { refusalOf, Stage } from '../stage.testkit';
import { Client } from './client';
import { ControllerRefManager } from './controllerRefManager';

const { daemonsets, pods } = resources;

describe('a daemon set', () => {
  let stage = new Stage();
  let set = aDaemonSet();
  beforeEach(() => {
    stage = new Stage();
    set = stage.create<DaemonSet>(aDaemonSet());
  });

  const mine = (): OwnerReference => ({ ...managedBy('agent'), uid: set.metadata.uid });
  /** Stores a pod with these owners. */
  const pod = (...owners: OwnerReference[]): Pod => {
    const { metadata, ...rest } = aPod({ name: 'a', node: 'east-1' });
    return stage.create<Pod>({ ...rest, metadata: { name: metadata.name, ownerReferences: owners } });
  };
  const gone = (object: Pod): Pod => {
    stage.delete(pods, 'a', { gracePeriodSeconds: 0 });
    return object;
  };
  const claimed = (object: Pod, matches = true, by = set) =>
    new ControllerRefManager(new Client(stage.registry, stage.disturbance), daemonsets).claim(
      by,
      matches,
      pods,
      object,
    );
  const stored = () => stage.find<Pod>(pods, 'a');
  const owners = () => stored()?.metadata.ownerReferences?.map(({ name }) => name);
  /** The set as it is after its deletion has begun. */
  const leaving = (): DaemonSet => {
    stage.delete(daemonsets, 'agent', { propagationPolicy: 'Foreground' });
    return stage.find<DaemonSet>(daemonsets, 'agent') ?? set;
  };

  it('keeps what is its own', () => {
    const own = pod(mine());
    expect(claimed(own)).to.equal(own);
    expect(stored()).to.equal(own);
  });

  it('adopts what matches and has no manager', () => {
    const adopted = claimed(pod());
    expect(adopted).to.equal(stored());
    expect(stored()?.metadata.ownerReferences).to.deep.equal([mine()]);
  });

  it('adopts beside owners that do not manage', () => {
    claimed(pod({ ...managedBy('other'), controller: false }));
    expect(owners()).to.deep.equal(['other', 'agent']);
    expect(controllerOf(stored() as Pod)?.name).to.equal('agent');
  });

  it('does not care for what neither matches nor is its own', () => {
    expect(claimed(pod(), false)).to.equal(undefined);
    expect(owners()).to.deep.equal([]);
  });

  it("leaves alone what is somebody else's, though it matches", () => {
    const theirs = pod(managedBy('other'));
    expect(claimed(theirs)).to.equal(undefined);
    expect(claimed(theirs, false)).to.equal(undefined);
    expect(stored()).to.equal(theirs);
  });

  it("leaves alone what is its namesake's", () => {
    const theirs = pod(managedBy('agent'));
    expect(claimed(theirs)).to.equal(undefined);
    expect(stored()).to.equal(theirs);
  });

  it('releases what no longer matches, and only itself', () => {
    const other = { ...managedBy('other'), controller: false };
    expect(claimed(pod(mine(), other), false)).to.equal(undefined);
    expect(owners()).to.deep.equal(['other']);
  });

  it('leaves no empty list behind', () => {
    claimed(pod(mine()), false);
    expect(stored()?.metadata.ownerReferences).to.equal(undefined);
  });

  it('adopts nothing that is on its way out', () => {
    pod();
    stage.delete(pods, 'a');
    expect(claimed(stored() as Pod)).to.equal(undefined);
    expect(owners()).to.deep.equal([]);
  });

  it('keeps what is its own and on its way out', () => {
    pod(mine());
    stage.delete(pods, 'a');
    expect(claimed(stored() as Pod)).to.equal(stored());
  });

  it('neither adopts nor releases while it is being deleted', () => {
    const [orphan, going] = [pod(), leaving()];
    expect(claimed(orphan, true, going)).to.equal(undefined);
    expect(owners()).to.deep.equal([]);
    gone(orphan);
    const own = pod(mine());
    expect(claimed(own, false, going)).to.equal(undefined);
    expect(claimed(own, true, going)).to.equal(own);
    expect(owners()).to.deep.equal(['agent']);
  });

  it('adopts nothing if it has just been deleted, though it has not heard of it', () => {
    const orphan = pod();
    leaving();
    expect(refusalOf(() => claimed(orphan)).message).to.match(/shop\/agent has just been deleted$/);
    expect(owners()).to.deep.equal([]);
  });

  it('adopts nothing if another set has its name by now', () => {
    const orphan = pod();
    stage.delete(daemonsets, 'agent');
    stage.create(aDaemonSet());
    expect(refusalOf(() => claimed(orphan)).reason).to.equal('Conflict');
    expect(owners()).to.deep.equal([]);
  });

  it('claims nothing that has gone in the meantime', () => {
    expect(claimed(gone(pod()))).to.equal(undefined);
    expect(claimed(gone(pod(mine())), false)).to.equal(undefined);
  });

  it('does not claim what somebody else has adopted in the meantime', () => {
    const orphan = pod();
    stage.amend<Pod>(pods, 'a', (current) => ({
      ...current,
      metadata: { ...current.metadata, ownerReferences: [managedBy('other')] },
    }));
    expect(claimed(orphan)).to.equal(undefined);
    expect(owners()).to.deep.equal(['other']);
  });

  it('does not claim another object of the same name', () => {
    const orphan = gone(pod());
    pod();
    expect(claimed(orphan)).to.equal(undefined);
    expect(owners()).to.deep.equal([]);
  });
});
