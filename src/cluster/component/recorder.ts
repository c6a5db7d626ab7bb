import { flat } from '../../kubernetes/fields/text';
import { toTimestamp } from '../../kubernetes/fields/time';
import type { Event } from '../../kubernetes/kinds/event/event';
import { resources } from '../../kubernetes/kinds/resources';
import type { KubeObject } from '../../kubernetes/object';
import { ApiError } from '../../kubernetes/refusals';
import type { Loop } from '../simulation/loop';
import type { Client } from './client';

const BURST = 25;
const REFILL = 300_000;
const SIMILAR_LIMIT = 10;
const SIMILAR_WINDOW = 600_000;
const MEMORY = 4096;

type EventType = 'Normal' | 'Warning';

/** What was said about one object for one reason. */
interface Remarks {
  readonly type: EventType;
  readonly reason: string;
  /** The events written, with the messages they stand for. */
  readonly said: { readonly message: string; event: Event }[];
  latest: number;
}

/** What was said about one object, and how much more may be. */
interface Subject {
  tokens: number;
  at: number;
  readonly remarks: Remarks[];
}

/**
 * Tells users what a component did, as Event objects. Chatter is held back as real recorders do: the same event
 * again only counts up, more than ten similar ones within ten minutes are combined, and about one object a
 * component may say 25 things at once, then one every five minutes.
 * @see k8s.io/client-go/tools/record EventCorrelator
 */
export class EventRecorder {
  readonly #client: Client;
  readonly #loop: Loop;
  readonly #source: { readonly component: string };
  readonly #subjects = new Map<string, Subject>();

  constructor(client: Client, loop: Loop, component: string) {
    this.#client = client;
    this.#loop = loop;
    this.#source = { component };
  }

  record(about: KubeObject, type: EventType, reason: string, message: string): void {
    const subject = this.#subject(about.metadata.uid);
    if (!this.#mayStillSpeak(subject)) return;
    const remarks = this.#remarks(subject, type, reason);
    const same = remarks.said.find((each) => each.message === message);
    const combined = same ?? (remarks.said.length >= SIMILAR_LIMIT ? remarks.said.at(-1) : undefined);
    try {
      if (same) same.event = this.#again(same.event, message);
      else if (combined)
        combined.event = this.#again(combined.event, `(combined from similar events): ${message}`);
      else remarks.said.push({ message, event: this.#first(about, type, reason, message) });
    } catch (error) {
      // An event that cannot be written is dropped: nobody's work may depend on it.
      if (!(error instanceof ApiError)) throw error;
    }
  }

  #first(about: KubeObject, type: EventType, reason: string, message: string): Event {
    const { name, namespace = 'default', uid, resourceVersion } = about.metadata;
    const now = toTimestamp(this.#loop.now);
    return this.#client.create<Event>({
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { name: flat(name, '.', this.#loop.timestamp()), namespace },
      involvedObject: {
        apiVersion: about.apiVersion,
        kind: about.kind,
        name,
        namespace,
        uid,
        resourceVersion,
      },
      type,
      reason,
      message,
      source: this.#source,
      count: 1,
      firstTimestamp: now,
      lastTimestamp: now,
    });
  }

  #again(event: Event, message: string): Event {
    return this.#client.amend(event, resources.events, (current) => ({
      ...current,
      message,
      count: current.count + 1,
      lastTimestamp: toTimestamp(this.#loop.now),
    }));
  }

  #subject(uid: string): Subject {
    let subject = this.#subjects.get(uid);
    if (!subject) {
      if (this.#subjects.size >= MEMORY) this.#subjects.clear();
      subject = { tokens: BURST, at: this.#loop.now, remarks: [] };
      this.#subjects.set(uid, subject);
    }
    return subject;
  }

  #remarks(subject: Subject, type: EventType, reason: string): Remarks {
    let remarks = subject.remarks.find((each) => each.type === type && each.reason === reason);
    if (!remarks) {
      remarks = { type, reason, said: [], latest: this.#loop.now };
      subject.remarks.push(remarks);
    }
    if (this.#loop.now - remarks.latest > SIMILAR_WINDOW) remarks.said.length = 0;
    remarks.latest = this.#loop.now;
    return remarks;
  }

  /** Twenty-five at once, then one every five minutes. */
  #mayStillSpeak(subject: Subject): boolean {
    const { now } = this.#loop;
    subject.tokens = Math.min(BURST, subject.tokens + (now - subject.at) / REFILL);
    subject.at = now;
    if (subject.tokens < 1) return false;
    subject.tokens--;
    return true;
  }
}
