import { expect } from 'chai';
import { resources } from '../../kubernetes/kinds/resources';
import type { Api, Query, WatchEvent } from '../api';
import type { Ground } from './ground.testkit';
import { isOurs, type Note } from './objects.testkit';

/** Somebody who watches notes, and what they have been told. */
export interface Ear {
  /** `ADDED a`, `MODIFIED a`, …: all that was told so far. */
  readonly heard: readonly string[];
  readonly events: readonly WatchEvent<Note>[];
  /** Expects to have been told exactly this, sooner or later. */
  hears(...expected: readonly string[]): Promise<void>;
  readonly stop: () => void;
}

/** Begins to watch the notes of the namespace. What others make there is not listened to. */
export const listen = async (
  { cluster, namespace, api }: Ground,
  query: Omit<Query, 'resource'> = {},
  as: Pick<Api, 'watch'> = api,
): Promise<Ear> => {
  const events: WatchEvent<Note>[] = [];
  const heard: string[] = [];
  const stop = await as.watch<Note>({ resource: resources.configmaps, namespace, ...query }, (event) => {
    if (!isOurs(event.object)) return;
    events.push(event);
    heard.push(`${event.type} ${event.object.metadata.name}`);
  });
  const hears = async (...expected: readonly string[]): Promise<void> => {
    await cluster.time.eventually(() => {
      expect(heard.slice(0, expected.length)).to.deep.equal(expected);
    });
    await cluster.time.settle();
    expect(heard).to.deep.equal(expected);
  };
  return { events, heard, hears, stop };
};
