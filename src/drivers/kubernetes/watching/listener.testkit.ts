import { expect } from 'chai';
import type { ResourceType } from '../../../kubernetes/resourceType';
import { FakeServer } from './fakeServer.testkit';
import { FakeTimers } from './fakeTimers.testkit';
import type { Heard } from './heard';
import { Watching } from './watching';

/** Somebody who watches a fake server. */
export interface Listener {
  readonly server: FakeServer;
  readonly timers: FakeTimers;
  readonly watching: Watching;
  readonly heard: readonly Heard[];
  /** `ADDED a`, `GAP`, …, in the order in which it was told. */
  readonly said: readonly string[];
  readonly gaps: readonly string[];
}

export const listenTo = (server = new FakeServer()): Listener => {
  const timers = new FakeTimers();
  const watching = new Watching(server, timers);
  const heard: Heard[] = [];
  const said: string[] = [];
  const gaps: string[] = [];
  watching.subscribe((each) => {
    heard.push(each);
    said.push(`${each.type} ${each.object.metadata.name}`);
  });
  watching.onGap((why, { plural }) => {
    expect(why).to.include(plural);
    gaps.push(why);
    said.push('GAP');
  });
  return { server, timers, watching, heard, said, gaps };
};

/** Begins, and waits until the stream stands. */
export const begun = async (resource: ResourceType, server?: FakeServer): Promise<Listener> => {
  const listener = listenTo(server);
  await listener.watching.begin([resource]);
  await listener.timers.pass(0);
  return listener;
};
