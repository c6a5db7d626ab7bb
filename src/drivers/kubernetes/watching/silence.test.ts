import { expect } from 'chai';
import { resources } from '../../../kubernetes/kinds/resources';
import { begun, listenTo } from './listener.testkit';

const { configmaps, leases, nodes, events } = resources;

const SECOND = 1000;

describe('silence', () => {
  it('lasts since the last event', async () => {
    const { server, watching, timers } = await begun(configmaps);
    await timers.pass(3 * SECOND);
    expect(watching.silence).to.equal(3 * SECOND);
    server.write('a');
    expect(watching.silence).to.equal(0);
    await timers.pass(SECOND);
    expect(watching.silence).to.equal(SECOND);
  });

  it('is not known while a stream is opened', async () => {
    const { server, watching, timers } = await begun(configmaps);
    await timers.pass(3 * SECOND);
    server.isDeaf = true;
    server.cut();
    await timers.pass(SECOND);
    expect(watching.silence).to.equal(0);
  });

  it('goes on, if the next stream follows in good order', async () => {
    const { server, watching, timers } = await begun(configmaps);
    await timers.pass(3 * SECOND);
    server.cut();
    await timers.pass(SECOND);
    expect(watching.silence).to.equal(4 * SECOND);
  });

  it('begins anew, if one was broken', async () => {
    const { server, watching, timers } = await begun(configmaps);
    await timers.pass(3 * SECOND);
    server.cut(new Error('socket hang up'));
    await timers.pass(SECOND);
    expect(watching.silence).to.be.within(0.8 * SECOND, SECOND);
  });

  it('begins anew, if one was opened because the other seemed to have stalled', async () => {
    const { server, watching, timers } = await begun(configmaps);
    await timers.pass(3 * SECOND);
    const never = server.write('b', {}, 'elsewhere');
    void watching.caughtUp(configmaps, never).catch(() => {});
    await timers.pass(3 * SECOND);
    expect(watching.silence).to.be.within(0.8 * SECOND, SECOND);
  });

  it('is not broken by who only says that all is well', async () => {
    const { server, watching, timers } = listenTo();
    for (const plural of ['leases', 'nodes', 'events']) server.write('n', {}, plural);
    await watching.begin([leases, nodes, events]);
    await timers.pass(3 * SECOND);
    for (const plural of ['leases', 'nodes', 'events']) server.write('n', {}, plural);
    expect(watching.silence).to.equal(3 * SECOND);
    server.write('n', { tier: 'web' }, 'leases');
    expect(watching.silence).to.equal(3 * SECOND);
    server.write('n', { tier: 'web' }, 'nodes');
    expect(watching.silence).to.equal(0);
  });

  it('is broken by a new event, and by one that ends', async () => {
    const { server, watching, timers } = await begun(events);
    await timers.pass(3 * SECOND);
    server.write('a', {}, 'events');
    expect(watching.silence).to.equal(0);
    await timers.pass(3 * SECOND);
    server.delete('a', 'events');
    expect(watching.silence).to.equal(0);
  });
});
