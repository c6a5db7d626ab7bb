import { expect } from 'chai';
import { toTimestamp } from '../../../kubernetes/fields/time';
import type { Event } from '../../../kubernetes/kinds/event/event';
import { resources } from '../../../kubernetes/kinds/resources';
import { Stage } from '../../stage.testkit';
import { expireEvents } from './eventExpiry';

const MINUTE = 60_000;

describe('the expiry of events', () => {
  let stage = new Stage();
  beforeEach(() => {
    stage = new Stage();
    expireEvents(stage.registry, stage.loop);
  });

  const tell = (name: string, told: Partial<Event> = { lastTimestamp: toTimestamp(stage.loop.now) }) =>
    stage.create({ apiVersion: 'v1', kind: 'Event', metadata: { name }, ...told });
  const names = () => stage.registry.list(resources.events).map(({ metadata }) => metadata.name);

  it('forgets an event an hour after it was told, and not before', () => {
    stage.loop.pass(25 * MINUTE);
    tell('early');
    stage.loop.pass(59 * MINUTE);
    expect(names()).to.deep.equal(['early']);
    stage.loop.pass(MINUTE);
    expect(names()).to.deep.equal([]);
  });

  it('gives one that is written again another hour', () => {
    tell('again');
    stage.loop.pass(50 * MINUTE);
    stage.amend<Event>(resources.events, 'again', (event) => ({ ...event, count: 2 }));
    stage.loop.pass(50 * MINUTE);
    expect(names()).to.deep.equal(['again']);
    stage.loop.pass(10 * MINUTE);
    expect(names()).to.deep.equal([]);
  });

  it('goes by when it was written, whatever it says itself', () => {
    stage.loop.pass(5 * MINUTE);
    tell('old news', { lastTimestamp: toTimestamp(0) });
    tell('by hand', {});
    stage.loop.pass(59 * MINUTE);
    expect(names()).to.have.members(['old news', 'by hand']);
    stage.loop.pass(MINUTE);
    expect(names()).to.deep.equal([]);
  });

  it('lets one go that was made again under the name of one that is gone', () => {
    tell('namesake');
    stage.registry.delete(
      resources.events,
      stage.registry.list(resources.events)[0]?.metadata.namespace,
      'namesake',
    );
    stage.loop.pass(30 * MINUTE);
    tell('namesake');
    stage.loop.pass(45 * MINUTE);
    expect(names()).to.deep.equal(['namesake']);
    stage.loop.pass(15 * MINUTE);
    expect(names()).to.deep.equal([]);
  });

  it('lets a cluster rest: it is no work that anybody waits for', () => {
    tell('early');
    expect(stage.loop.settle(2 * 60 * MINUTE)).to.include({ quiet: true, elapsed: 0 });
  });
});
