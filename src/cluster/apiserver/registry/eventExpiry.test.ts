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

  it('gives one that is told again another hour', () => {
    tell('again');
    stage.loop.pass(50 * MINUTE);
    stage.amend<Event>(resources.events, 'again', (event) => ({
      ...event,
      lastTimestamp: toTimestamp(stage.loop.now),
    }));
    stage.loop.pass(50 * MINUTE);
    expect(names()).to.deep.equal(['again']);
    stage.loop.pass(10 * MINUTE);
    expect(names()).to.deep.equal([]);
  });

  it('goes by the time of creation where nobody said when it was told', () => {
    stage.loop.pass(5 * MINUTE);
    tell('by hand', {});
    stage.loop.pass(59 * MINUTE);
    expect(names()).to.deep.equal(['by hand']);
    stage.loop.pass(MINUTE);
    expect(names()).to.deep.equal([]);
  });

  it('lets a cluster rest: it is no work that anybody waits for', () => {
    tell('early');
    expect(stage.loop.settle(2 * 60 * MINUTE)).to.include({ quiet: true, elapsed: 0 });
  });
});
