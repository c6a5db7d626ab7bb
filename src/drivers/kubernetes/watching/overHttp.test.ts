import { expect } from 'chai';
import { resources } from '../../../kubernetes/kinds/resources';
import type { KubeObject } from '../../../kubernetes/object';
import { type Served, serve } from '../../../serve/serve';
import type { Connection } from '../connection/connection';
import { watchCollection } from './collectionWatch';
import { type Network, networkTo } from './network.testkit';
import { plainConnection } from './plainConnection.testkit';
import { realTimers, type Timers } from './timers';
import { Watching } from './watching';

const { configmaps, nodes } = resources;

const PLACE = '/api/v1/namespaces/default/configmaps';

/** Those who wait for a write lose their patience with a stream soon, but not with the machine. */
const hasty: Timers = {
  ...realTimers,
  after: (ms, action) => realTimers.after(ms < 5000 ? ms / 20 : ms, action),
};

describe('watching over HTTP', () => {
  let served: Served;
  let network: Network;
  let connection: Connection;
  let watching: Watching;
  let said: string[];
  let gaps: string[];
  let serial = 0;

  before(async () => {
    served = await serve({ nodes: 2 });
    network = await networkTo(served.url);
  });
  after(async () => {
    await network.close();
    await served.close();
  });

  beforeEach(() => {
    connection = plainConnection(network.url);
    watching = new Watching(connection, hasty);
    said = [];
    gaps = [];
    watching.subscribe(({ type, object }) => said.push(`${type} ${object.metadata.name}`));
    watching.onGap((why) => gaps.push(why));
  });
  afterEach(() => {
    watching.close();
    connection.close();
  });

  const direct = (): Connection => plainConnection(served.url);

  const create = async (labels = {}): Promise<KubeObject> => {
    const body = { metadata: { name: `note-${++serial}`, labels } };
    return (await direct().send({ method: 'POST', path: PLACE, body })).body as KubeObject;
  };

  const remove = async ({ metadata: { name } }: KubeObject): Promise<void> => {
    await direct().send({ method: 'DELETE', path: `${PLACE}/${name}` });
  };

  it('knows what there is, and hears of what is written', async () => {
    await watching.begin([nodes, configmaps]);
    expect(watching.all(nodes).map(({ metadata }) => metadata.name)).to.have.members(['node-1', 'node-2']);
    said.length = 0;
    const note = await create();
    await watching.caughtUp(configmaps, note);
    expect(watching.get(configmaps, 'default', note.metadata.name)).to.deep.equal(note);
    await remove(note);
    await watching.caughtUp(configmaps, note, true);
    expect(said).to.deep.equal([`ADDED ${note.metadata.name}`, `DELETED ${note.metadata.name}`]);
  });

  it('lists the same objects that are read', async () => {
    const note = await create();
    await watching.begin([configmaps]);
    expect(watching.get(configmaps, 'default', note.metadata.name)).to.deep.equal(note);
  });

  it('misses nothing while connections are cut', async () => {
    await watching.begin([configmaps]);
    said.length = 0;
    const expected: string[] = [];
    for (let count = 0; count < 10; count++) {
      network.cut();
      const note = await create();
      if (count % 2) await remove(note);
      const { name } = note.metadata;
      expected.push(`ADDED ${name}`, ...(count % 2 ? [`DELETED ${name}`] : []));
      if (count % 3 === 0) await watching.caughtUp(configmaps, note);
    }
    await watching.confirm(configmaps);
    expect(said).to.deep.equal(expected);
    expect(gaps).to.deep.equal([]);
  });

  it('notices that a connection has gone dead', async () => {
    await watching.begin([configmaps]);
    await watching.caughtUp(configmaps, await create());
    network.stall();
    const note = await create();
    await watching.caughtUp(configmaps, note);
    expect(said.at(-1)).to.equal(`ADDED ${note.metadata.name}`);
    expect(gaps).to.deep.equal([]);
  });

  const listen = async (query: object): Promise<{ readonly heard: string[]; readonly stop: () => void }> => {
    const heard: string[] = [];
    const stop = await watchCollection(
      { resource: configmaps, namespace: 'default', ...query },
      ({ type, object }) => heard.push(`${type} ${object.metadata.name}`),
      { connection, onGap: (why) => gaps.push(why) },
    );
    return { heard, stop };
  };

  const until = async (isSo: () => boolean): Promise<void> => {
    while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
  };

  it('tells one who asks what they have asked for', async () => {
    const other = await create();
    const there = await create({ tier: 'web' });
    const { heard, stop } = await listen({ labelSelector: 'tier=web' });
    await remove(other);
    network.cut();
    await remove(there);
    const later = await create({ tier: 'web' });
    await until(() => heard.length >= 3);
    const [first, last] = [there.metadata.name, later.metadata.name];
    expect(heard).to.deep.equal([`ADDED ${first}`, `DELETED ${first}`, `ADDED ${last}`]);
    stop();
    await watching.begin([configmaps]);
    await remove(later);
    await watching.caughtUp(configmaps, later, true);
    expect(heard).to.have.length(3);
  });

  it('tells what came after a version', async () => {
    const before = await create();
    const { resourceVersion } = before.metadata;
    await remove(before);
    const { heard, stop } = await listen({ resourceVersion });
    await until(() => heard.length > 0);
    expect(heard).to.deep.equal([`DELETED ${before.metadata.name}`]);
    stop();
  });

  it('refuses to begin at what is no version', async () => {
    const error = await listen({ resourceVersion: 'yesterday' }).catch((each: Error) => each);
    expect(error).to.have.property('message').that.includes('"yesterday"');
  });

  it('refuses what nothing is selected by', async () => {
    const error = await listen({ fieldSelector: 'data.x=1' }).catch((each: Error) => each);
    expect(error).to.have.property('code', 400);
    expect(error).to.have.property('reason', 'BadRequest');
  });
});
