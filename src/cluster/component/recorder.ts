import { flat } from '../../kubernetes/fields/text';
import { toTimestamp } from '../../kubernetes/fields/time';
import type { Event } from '../../kubernetes/kinds/event/event';
import { resources } from '../../kubernetes/kinds/resources';
import { ApiError } from '../../kubernetes/refusals';
import type { Loop } from '../simulation/loop';
import type { Client } from './client';
import { EventCorrelator, type Observation } from './correlator';
import { namespaceFor, referenceTo, type Subject } from './eventObjects';

/** Who tells, beside the component itself, and what of the object it is about. */
export interface Circumstances {
  /** The machine of the component. */
  readonly host?: string;
  /** The part of the object: `spec.containers{main}`. */
  readonly fieldPath?: string;
}

/**
 * Tells users what a component did, as Event objects. An event that cannot be written is dropped: nobody's work may
 * depend on it.
 * @see staging/src/k8s.io/client-go/tools/record/event.go recordToSink
 */
export class EventRecorder {
  readonly #client: Client;
  readonly #loop: Loop;
  readonly #component: string;
  readonly #correlator: EventCorrelator;

  constructor(client: Client, loop: Loop, component: string) {
    this.#client = client;
    this.#loop = loop;
    this.#component = component;
    this.#correlator = new EventCorrelator(loop.random);
  }

  record(
    about: Subject,
    type: Event['type'],
    reason: string,
    message: string,
    { host, fieldPath }: Circumstances = {},
  ): void {
    const { kind, metadata } = about;
    const source = { component: this.#component, ...(host ? { host } : {}) };
    const now = toTimestamp(this.#loop.now);
    const object = metadata.uid ?? `${kind}\n${metadata.namespace ?? ''}\n${metadata.name}`;
    const named = host === undefined ? object : `${object}\n${host}`;
    const remark = { about: named, type, reason, part: fieldPath ?? '', message };
    const told = this.#correlator.correlate(remark, this.#loop.now, now);
    if (!told) return;
    const { observation } = told;
    try {
      observation.written =
        this.#countedUp(observation, told.message, now) ??
        this.#client.create<Event>({
          apiVersion: 'v1',
          kind: 'Event',
          metadata: {
            name: observation.written?.metadata.name ?? flat(metadata.name, '.', this.#loop.timestamp()),
            namespace: namespaceFor(about),
          },
          involvedObject: { ...referenceTo(about), ...(fieldPath ? { fieldPath } : {}) },
          type,
          reason,
          message: told.message,
          source,
          count: observation.count,
          firstTimestamp: observation.firstTimestamp,
          lastTimestamp: now,
          eventTime: null,
          reportingComponent: told.isCombined ? '' : this.#component,
          reportingInstance: told.isCombined ? '' : (host ?? ''),
        });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
    }
  }

  /** The event that there is, counted up; undefined if there is none, or none any more. */
  #countedUp({ written, count }: Observation, message: string, now: string): Event | undefined {
    if (!written) return undefined;
    try {
      return this.#client.amend<Event>(written, resources.events, (current) => ({
        ...current,
        message,
        count,
        lastTimestamp: now,
      }));
    } catch (error) {
      if (error instanceof ApiError && error.reason === 'NotFound') return undefined;
      throw error;
    }
  }
}
