import type { StoreEvent } from '../../cluster/apiserver/registry/topic';
import { Component, type Surroundings } from '../../cluster/component/component';
import { toTimestamp } from '../../kubernetes/fields/time';
import type { Clock } from '../clusters/clock';
import { type ClockObject, clocks } from './clockKinds';

/** What there is one of in a cluster is called so. */
export const THE_ONE = 'cluster';

/** Has time go as the Clock says, and says in its status what the time is. */
export class ClockController extends Component {
  readonly #clock: Clock;

  constructor(surroundings: Surroundings, clock: Clock) {
    super('clock-controller', surroundings);
    this.#clock = clock;
    this.watch(clocks, (event) => this.#onClock(event));
  }

  /** Writes down what the time is now: nobody does so all the time. */
  report(): void {
    const { now, isQuiet } = this.#clock;
    const busy = isQuiet ? '' : this.loop.occupation;
    const clock = this.client.get(clocks, undefined, THE_ONE);
    this.client.amendStatus(clock, clocks, () => ({
      time: toTimestamp(now),
      quiet: isQuiet,
      ...(busy ? { busy } : {}),
    }));
  }

  protected override sync(name: string): void {
    const { paused, speed, stepped } = this.client.get(clocks, undefined, name).spec;
    this.#clock.change({ paused, speed, stepped });
  }

  #onClock({ object, before }: StoreEvent<ClockObject>): void {
    if (before?.spec !== object.spec) this.queue.add(object.metadata.name);
  }
}
