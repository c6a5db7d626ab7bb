import { expect } from 'chai';
import type { KubeObject, OwnerReference } from '../object';
import { controllerOf, newControllerRef, withoutOwners } from './meta';

const named = (name: string, ownerReferences?: readonly OwnerReference[]): KubeObject => ({
  apiVersion: 'example.com/v1',
  kind: 'Crew',
  metadata: {
    name,
    uid: `uid-of-${name}`,
    resourceVersion: '1',
    creationTimestamp: '2026-01-01T00:00:00Z',
    ...(ownerReferences ? { ownerReferences } : {}),
  },
});

const [ada, bob, eve] = ['ada', 'bob', 'eve'].map((name) => newControllerRef(named(name))) as [
  OwnerReference,
  OwnerReference,
  OwnerReference,
];

describe('the owners of an object', () => {
  it('are named with kind, name and uid, and as managers that wait for it to go first', () => {
    expect(ada).to.deep.equal({
      apiVersion: 'example.com/v1',
      kind: 'Crew',
      name: 'ada',
      uid: 'uid-of-ada',
      controller: true,
      blockOwnerDeletion: true,
    });
  });

  it('are not all its manager', () => {
    expect(controllerOf(named('x', [{ ...ada, controller: false }, bob]))).to.equal(bob);
    expect(controllerOf(named('x', [{ ...ada, controller: false }]))).to.equal(undefined);
    expect(controllerOf(named('x'))).to.equal(undefined);
  });

  it('can be taken out, and the others stay', () => {
    const owned = named('x', [ada, bob, eve]);
    expect(withoutOwners(owned, [ada.uid, eve.uid])).to.deep.equal(named('x', [bob]));
    expect(owned.metadata.ownerReferences).to.have.length(3);
  });

  it('leave no empty list behind', () => {
    expect(withoutOwners(named('x', [ada]), [ada.uid])).to.deep.equal(named('x'));
  });

  it('need no change if they are others', () => {
    expect(withoutOwners(named('x', [ada]), [bob.uid])).to.equal(undefined);
    expect(withoutOwners(named('x'), [bob.uid])).to.equal(undefined);
  });
});
