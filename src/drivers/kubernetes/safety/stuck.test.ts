import { expect } from 'chai';
import { resources } from '../../../kubernetes/kinds/resources';
import type { Connection } from '../connection/connection';
import type { Found } from './collections';
import { holdsOf } from './stuck';

const namespace = (conditions: readonly object[]): Found => ({
  collection: resources.namespaces,
  object: {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'shop', uid: 'a', resourceVersion: '1', creationTimestamp: '2026-01-01T00:00:00Z' },
    status: { phase: 'Terminating', conditions },
  } as Found['object'],
});

/** Nothing is asked of it: no kinds are looked through. */
const connection = {} as Connection;

const holds = (conditions: readonly object[]) => holdsOf(connection, [namespace(conditions)], []);

describe('what holds a namespace', () => {
  it('is told as whoever empties it says', async () => {
    const message = 'Some resources are remaining: pods. has 1 resource instances';
    expect(await holds([{ type: 'NamespaceContentRemaining', status: 'True', message }])).to.deep.equal([
      `Namespace "shop" does not go. The server says: ${message}.`,
    ]);
  });

  it('may be that nobody empties it', async () => {
    expect(await holds([])).to.deep.equal([
      'Namespace "shop" does not go. Nobody has begun to empty it: is the controller manager running?',
    ]);
  });
});
