import { expect } from 'chai';
import type { Call, Connection } from '../connection/connection';
import { lookForPods } from './look';
import { Ours } from './ours';

const named = (name: string, rest: object = {}) => ({
  metadata: { name, namespace: 'theirs', uid: name },
  ...rest,
});

/** A cluster with one pod of somebody else for each of these nodes, not all of which are there. */
const connectionTo = (podsOn: readonly string[], there: readonly string[]): Connection =>
  ({
    send: async ({ path }: Call) => {
      const items = path.includes('/pods')
        ? podsOn.map((nodeName) => named(`guest-of-${nodeName}`, { spec: { nodeName } }))
        : there.map((name) => named(name));
      return { code: 200, body: { items, metadata: {} }, warnings: [] };
    },
  }) as Partial<Connection> as Connection; // what looking asks of one

describe('pods of others', () => {
  it('are taken away from nodes of a run that are gone, and from no other nodes', async () => {
    const nodes = ['east-1-one-3', 'west-1-one-3', 'east-1-two-3', 'east-1', ''];
    const { own, guests } = await lookForPods(
      connectionTo(nodes, ['west-1-one-3', 'east-1']),
      new Ours('one'),
    );
    expect(own).to.deep.equal([]);
    expect(guests.map(({ object }) => object.metadata.name)).to.deep.equal(['guest-of-east-1-one-3']);
  });
});
