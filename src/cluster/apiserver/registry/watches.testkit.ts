import type { ResourceType } from '../../../kubernetes/resourceType';
import type { ListOptions, WatchEvent } from '../../../port/api';
import type { Stage } from '../../stage.testkit';

/** Says what a watch told: `ADDED agent-1`. */
export const inWords = ({ type, object }: WatchEvent): string => `${type} ${object.metadata.name}`;

/** Somebody who watches, and notes what they are told. */
export class Watcher {
  readonly told: WatchEvent[] = [];
  readonly stop: () => void;
  readonly #stage: Stage;

  /** @param act what they do when they are told of something */
  constructor(
    stage: Stage,
    resource: ResourceType,
    options: ListOptions = {},
    act: (event: WatchEvent) => void = () => {},
  ) {
    this.#stage = stage;
    this.stop = stage.registry.watchers.watch(resource, options, (event) => {
      this.told.push(event);
      act(event);
    });
  }

  /** What they have been told since the last time, once the cluster has had its turn. */
  news(): string[] {
    this.#stage.loop.runReady();
    return this.told.splice(0).map(inWords);
  }
}

/** The version of the whole store: a watch from here on hears of every later write. */
export const now = ({ registry }: Stage): ListOptions => ({
  resourceVersion: String(registry.store.revision),
});
