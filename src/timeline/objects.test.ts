import { expect } from 'chai';
import { firstTime, lastTime, removalOf } from './firsts';
import { History } from './history.testkit';
import type { ObjectId } from './objectId';
import { objectNow, objectsEver, objectsNow, statesOf } from './objects';

const node = (name: string): ObjectId => ({ kind: 'Node', name });
const daemonSet = (namespace: string): ObjectId => ({ kind: 'DaemonSet', namespace, name: 'log-agent' });

const history = new History()
  .other(1, 'ADDED', node('east-1'))
  .other(2, 'ADDED', node('east-2'))
  .other(3, 'DELETED', node('east-1'))
  .other(4, 'ADDED', node('east-1'))
  .other(5, 'DELETED', node('east-1'));
const changes = history.timeline.changes();

describe('objects of a timeline', () => {
  it('are told apart by those that are there now', () => {
    expect(objectsNow(changes, 'Node')).to.deep.equal([node('east-2')]);
    expect(objectsNow(changes, 'Pod')).to.deep.equal([]);
  });

  it('are remembered once they are gone', () => {
    expect(objectsEver(changes, 'Node')).to.deep.equal([node('east-1'), node('east-2')]);
  });

  it('are given only while they are there', () => {
    expect(objectNow(changes, node('east-2'))?.metadata.name).to.equal('east-2');
    expect(objectNow(changes, node('east-1'))).to.equal(undefined);
    expect(objectNow(changes, { kind: 'Pod', name: 'east-2' })).to.equal(undefined);
  });

  it('are given in every state they went through', () => {
    expect(statesOf(changes, node('east-1'))).to.have.length(4);
  });
});

describe('objects of one name in two namespaces', () => {
  const { timeline } = new History()
    .other(1, 'ADDED', daemonSet('shop'))
    .other(2, 'ADDED', daemonSet('warehouse'))
    .other(3, 'MODIFIED', daemonSet('warehouse'))
    .other(4, 'DELETED', daemonSet('warehouse'));
  const both = timeline.changes();

  it('have nothing to do with each other', () => {
    expect(objectNow(both, daemonSet('shop'))?.metadata.namespace).to.equal('shop');
    expect(objectNow(both, daemonSet('warehouse'))).to.equal(undefined);
    expect(statesOf(both, daemonSet('shop'))).to.have.length(1);
    expect(statesOf(both, daemonSet('warehouse'))).to.have.length(3);
  });

  it('are both known, and one of them is left', () => {
    expect(objectsEver(both, 'DaemonSet')).to.deep.equal([daemonSet('shop'), daemonSet('warehouse')]);
    expect(objectsNow(both, 'DaemonSet')).to.deep.equal([daemonSet('shop')]);
  });

  it('go at times of their own', () => {
    expect(lastTime(both, removalOf(daemonSet('warehouse')))).to.deep.equal({ at: 4000, index: 3 });
    expect(lastTime(both, removalOf(daemonSet('shop')))).to.equal(undefined);
  });
});

describe('firstTime and lastTime', () => {
  const removal = removalOf(node('east-1'));

  it('find the first and the last change that fits', () => {
    expect(firstTime(changes, removal)).to.deep.equal({ at: 3000, index: 2 });
    expect(lastTime(changes, removal)).to.deep.equal({ at: 5000, index: 4 });
  });

  it('look from a moment on', () => {
    expect(firstTime(changes, removal, { at: 3000, index: 3 })).to.deep.equal({ at: 5000, index: 4 });
  });

  it('find nothing where nothing fits', () => {
    expect(firstTime(changes, removalOf(node('west-1')))).to.equal(undefined);
    expect(lastTime(changes, removalOf({ kind: 'Pod', name: 'east-1' }))).to.equal(undefined);
  });
});
