import { flat } from '../../kubernetes/fields/text';
import type { Pod } from '../../kubernetes/kinds/pod/pod';
import { resources } from '../../kubernetes/kinds/resources';
import type { Client } from '../component/client';
import type { SeriesRecorder } from '../component/seriesRecorder';
import { cutShort } from './message';
import { unschedulable, type WhyNotBound } from './podNotes';

/** What the scheduler says of pods, on them and in events. */
export class Remarks {
  readonly #client: Client;
  readonly #events: SeriesRecorder;
  readonly #now: () => number;

  /** @param now tells model time in ms */
  constructor(client: Client, events: SeriesRecorder, now: () => number) {
    this.#client = client;
    this.#events = events;
    this.#now = now;
  }

  /** Why the pod is not bound. @param nominated the node where room is being made for it, if any */
  notBound(pod: Pod, message: string, nominated: string | undefined, reason?: WhyNotBound): void {
    const note = cutShort(message);
    this.#events.record(pod, { type: 'Warning', reason: 'FailedScheduling', action: 'Scheduling', note });
    this.#client.amendStatus<Pod>(pod, resources.pods, (current) =>
      unschedulable(current, pod, message, nominated, this.#now(), reason),
    );
  }

  /** Where the pod was bound to. */
  bound(pod: Pod, node: string): void {
    const { namespace, name } = pod.metadata;
    const note = flat('Successfully assigned ', namespace ?? '', '/', name, ' to ', node);
    this.#events.record(pod, { type: 'Normal', reason: 'Scheduled', action: 'Binding', note, once: true });
  }
}
