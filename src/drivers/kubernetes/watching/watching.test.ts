import { expect } from 'chai';
import { resources } from '../../../kubernetes/kinds/resources';
import { FakeServer, refusal } from './fakeServer.testkit';
import { calm } from './fakeTimers.testkit';
import { begun, listenTo } from './listener.testkit';

const { configmaps, events } = resources;

const SECOND = 1000;

const withThree = (): FakeServer => {
  const server = new FakeServer();
  for (const name of ['c', 'a', 'b']) server.write(name);
  return server;
};

describe('watching', () => {
  it('begins with what there is, in the order of versions', async () => {
    const { watching, said, heard } = await begun(configmaps, withThree());
    expect(said).to.deep.equal(['ADDED c', 'ADDED a', 'ADDED b']);
    expect(watching.all(configmaps).map(({ metadata }) => metadata.name)).to.have.members(['a', 'b', 'c']);
    expect(watching.get(configmaps, 'default', 'a')).to.equal(heard[1]?.object);
    expect(watching.get(configmaps, 'elsewhere', 'a')).to.equal(undefined);
  });

  it('says of the items of a list what they are', async () => {
    const { heard } = await begun(configmaps, withThree());
    expect(heard[0]?.object).to.include({ apiVersion: 'v1', kind: 'ConfigMap' });
  });

  it('tells what happens, and what was before', async () => {
    const { server, said, heard, watching } = await begun(configmaps, withThree());
    const written = server.write('a', { tier: 'web' });
    server.delete('b');
    expect(said.slice(3)).to.deep.equal(['MODIFIED a', 'DELETED b']);
    expect(heard[3]).to.deep.include({ object: written, before: heard[1]?.object });
    expect(heard[4]?.before).to.equal(heard[2]?.object);
    expect(watching.get(configmaps, 'default', 'a')).to.equal(heard[3]?.object);
    expect(watching.get(configmaps, 'default', 'b')).to.equal(undefined);
  });

  it('lists page by page', async () => {
    const server = withThree();
    server.page = 2;
    const { said } = await begun(configmaps, server);
    expect(said).to.have.length(3);
    expect(server.asked.slice(0, 2)).to.deep.equal([
      'GET /api/v1/configmaps?limit=500',
      'GET /api/v1/configmaps?limit=500&continue=2',
    ]);
  });

  it('lists all at once if the server has forgotten between two pages what there was', async () => {
    const server = withThree();
    server.page = 2;
    server.refusals.push(undefined, () => {
      server.delete('a');
      return refusal(410);
    });
    const { said, gaps } = await begun(configmaps, server);
    expect(said).to.deep.equal(['ADDED c', 'ADDED b']);
    expect(gaps).to.deep.equal([]);
    expect(server.asked[2]).to.equal('GET /api/v1/configmaps');
  });

  it('begins a kind once, however often that is asked for', async () => {
    const { watching, said, server } = await begun(configmaps, withThree());
    await watching.begin([configmaps, configmaps]);
    expect(said).to.have.length(3);
    expect(server.streams.size).to.equal(1);
  });

  it('rejects what the server refuses, and may begin later', async () => {
    const { watching, server, said } = listenTo(withThree());
    server.refusals.push(refusal(403, 'configmaps is forbidden'));
    const error = await watching.begin([configmaps]).catch((each: Error) => each);
    expect(error).to.have.property('message', 'configmaps is forbidden');
    expect(() => watching.all(configmaps)).to.throw('configmaps are not watched.');
    await watching.begin([configmaps]);
    expect(said).to.have.length(3);
  });

  it('tries again to begin while the server has no time', async () => {
    const { watching, server, said, timers } = listenTo(withThree());
    server.refusals.push(refusal(429, 'Later.', 3), refusal(500));
    const beginning = watching.begin([configmaps]);
    await timers.pass(2.9 * SECOND);
    expect(server.asked).to.have.length(1);
    await timers.pass(SECOND);
    await beginning;
    expect(said).to.have.length(3);
  });

  it('gives up to begin after a while', async () => {
    const { watching, server, timers } = listenTo();
    server.refusals.push(...Array<Error>(100).fill(new Error('Nobody is there.')));
    const beginning = watching.begin([configmaps]).catch((each: Error) => each);
    await timers.pass(60 * SECOND);
    expect(await beginning).to.have.property('message', 'Nobody is there.');
  });

  it('asks of Secrets only for those of runs', async () => {
    const { server, watching } = listenTo();
    const secrets = { ...configmaps, kind: 'Secret', plural: 'secrets' };
    await watching.begin([secrets]);
    const selector = 'labelSelector=rollcall.dev%2Frun';
    expect(server.asked).to.have.length(2);
    for (const asked of server.asked) expect(asked).to.include(selector);
  });

  it('watches what controllers make of a kind, too', async () => {
    const { server, watching } = listenTo();
    await watching.begin([{ ...configmaps, apiVersion: 'apps/v1', group: 'apps', plural: 'deployments' }]);
    expect([...server.streams].map(({ plural }) => plural)).to.deep.equal(['deployments', 'replicasets']);
  });

  it('tells nothing more once it is closed', async () => {
    const { server, watching, said, timers } = await begun(configmaps);
    watching.close();
    server.write('a');
    await timers.pass(60 * SECOND);
    expect(said).to.deep.equal([]);
    expect([server.streams.size, timers.size]).to.deep.equal([0, 0]);
  });

  it('is closed while it pauses, too', async () => {
    const { server, watching, timers } = await begun(configmaps);
    server.cut(new Error('socket hang up'));
    await calm();
    watching.close();
    expect(timers.size).to.equal(0);
  });

  it('takes for no gap that a server has forgotten, where events show that none is missing', async () => {
    const server = new FakeServer();
    server.write('a', {}, 'events');
    const { said, timers } = await begun(events, server);
    server.write('elsewhere');
    server.forget();
    server.cut();
    await timers.pass(SECOND);
    expect(server.asked.filter((each) => each.startsWith('GET'))).to.have.length(2);
    server.write('b', {}, 'events');
    expect(said).to.deep.equal(['ADDED a', 'ADDED b']);
    server.cut();
    server.write('c', {}, 'events');
    server.forget();
    await timers.pass(SECOND);
    expect(said.slice(2)).to.deep.equal(['GAP', 'ADDED c']);
  });
});
