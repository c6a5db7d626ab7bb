import { expect } from 'chai';
import { aDaemonSet, aNode, aPod } from '../kubernetes/kinds/samples.testkit';
import type { KubeObject } from '../kubernetes/object';
import type { Change } from '../timeline/change';
import { shoot, shotsOf } from './film';

const change = (at: number, type: Change['type'], object: KubeObject): Change => ({ at, type, object });

const pending = aPod({ name: 'a', phase: 'Pending' });
const running = aPod({ name: 'a' });
const ready = aPod({ name: 'a', readySince: 0 });
const failed = aPod({ name: 'a', phase: 'Failed' });
const leaving = aPod({ name: 'a', terminating: true });

/** The states of the pods in each picture. */
const film = (...changes: readonly Change[]) =>
  shotsOf(shoot(changes, [changes.length]))
    .flat()
    .map(({ scene }) => scene.pods.map(({ state }) => state).join());

describe('what is in one picture', () => {
  it('is what happened in one millisecond', () => {
    expect(film(change(0, 'ADDED', pending), change(0, 'MODIFIED', ready))).to.deep.equal(['ready']);
    expect(film(change(0, 'ADDED', pending), change(1, 'MODIFIED', ready))).to.deep.equal([
      'pending',
      'ready',
    ]);
  });

  it('is less if a pod would never be seen', () => {
    expect(film(change(0, 'ADDED', pending), change(0, 'DELETED', pending))).to.deep.equal(['pending', '']);
  });

  it('is less if a state would never be seen that is not on the way up', () => {
    const begin = change(0, 'ADDED', pending);
    expect(film(begin, change(1, 'MODIFIED', running), change(1, 'MODIFIED', ready))).to.deep.equal([
      'pending',
      'ready',
    ]);
    expect(film(begin, change(1, 'MODIFIED', failed), change(1, 'MODIFIED', leaving))).to.deep.equal([
      'pending',
      'failed',
      'terminating',
    ]);
    expect(film(begin, change(1, 'MODIFIED', running), change(1, 'DELETED', running))).to.deep.equal([
      'pending',
      'notReady',
      '',
    ]);
  });

  it('is less if something of the same name would take its place unseen', () => {
    const old = aNode();
    const fresh = { ...old, metadata: { ...old.metadata, uid: 'another' } };
    const changes = [change(0, 'ADDED', old), change(1, 'DELETED', old), change(1, 'ADDED', fresh)];
    const shots = shotsOf(shoot(changes, [3])).flat();
    expect(shots.map(({ scene }) => scene.nodes.length)).to.deep.equal([1, 0, 1]);
  });

  it('is not what looks as before', () => {
    const node = aNode();
    const beat = { ...node, status: { ...node.status, addresses: [] } };
    expect(film(change(0, 'ADDED', node), change(10, 'MODIFIED', beat))).to.have.length(1);
    const set = aDaemonSet();
    const there = { ...set, metadata: { ...set.metadata, generation: 2 } };
    expect(film(change(0, 'ADDED', set), change(10, 'MODIFIED', there))).to.have.length(1);
  });

  it('belongs to the step in which it happened', () => {
    const changes = [change(0, 'ADDED', pending), change(0, 'MODIFIED', ready)];
    expect(shotsOf(shoot(changes, [0, 1, 1, 2])).map((shot) => shot.length)).to.deep.equal([0, 1, 0, 1]);
  });
});
