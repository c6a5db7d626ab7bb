import type { Event, KubeObject } from '../kubernetes/objects';
import { resources } from '../kubernetes/resources';
import { ApiError } from '../kubernetes/status';
import { toTimestamp } from '../kubernetes/time';
import type { Client } from './client';
import type { Loop } from './simulation/loop';

const BURST = 25;
const REFILL = 300_000;
const SIMILAR_LIMIT = 10;
const SIMILAR_WINDOW = 600_000;

interface Allowance {
  tokens: number;
  at: number;
}

interface Similar {
  messages: Set<string>;
  at: number;
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
  readonly #component: string;
  readonly #allowances = new Map<string, Allowance>();
  readonly #similar = new Map<string, Similar>();
  readonly #known = new Map<string, Event>();

  constructor(client: Client, loop: Loop, component: string) {
    this.#client = client;
    this.#loop = loop;
    this.#component = component;
  }

  record(about: KubeObject, type: 'Normal' | 'Warning', reason: string, message: string): void {
    const subject = about.metadata.uid;
    if (!this.#allowed(subject)) return;
    const text = this.#combined(`${subject} ${type} ${reason}`, message);
    const key = `${subject} ${type} ${reason} ${text}`;
    const seen = this.#known.get(key);
    try {
      const event = seen ? this.#again(seen) : this.#first(about, type, reason, text);
      if (event) this.#remember(key, event);
    } catch (error) {
      // An event that cannot be written is dropped: nobody's work may depend on it.
      if (!(error instanceof ApiError)) throw error;
    }
  }

  #first(about: KubeObject, type: 'Normal' | 'Warning', reason: string, message: string): Event {
    const { name, namespace, uid, resourceVersion } = about.metadata;
    const now = toTimestamp(this.#loop.now);
    return this.#client.create<Event>({
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { generateName: `${name}.`, namespace: namespace ?? 'default' },
      involvedObject: {
        apiVersion: about.apiVersion,
        kind: about.kind,
        name,
        namespace: namespace ?? 'default',
        uid,
        resourceVersion,
      },
      type,
      reason,
      message,
      source: { component: this.#component },
      count: 1,
      firstTimestamp: now,
      lastTimestamp: now,
    });
  }

  #again(event: Event): Event {
    return this.#client.amend(event, resources.events, (current) => ({
      ...current,
      count: current.count + 1,
      lastTimestamp: toTimestamp(this.#loop.now),
    }));
  }

  /** Only repetitions need remembering; most pods are heard of once. */
  #remember(key: string, event: Event): void {
    if (this.#known.size > 4096) this.#known.clear();
    this.#known.set(key, event);
  }

  #allowed(subject: string): boolean {
    if (this.#allowances.size > 4096) this.#allowances.clear();
    const allowance = this.#allowances.get(subject) ?? { tokens: BURST, at: this.#loop.now };
    const refilled = Math.min(BURST, allowance.tokens + (this.#loop.now - allowance.at) / REFILL);
    const allowed = refilled >= 1;
    this.#allowances.set(subject, { tokens: allowed ? refilled - 1 : refilled, at: this.#loop.now });
    return allowed;
  }

  #combined(group: string, message: string): string {
    if (this.#similar.size > 4096) this.#similar.clear();
    const known = this.#similar.get(group);
    const similar =
      known && this.#loop.now - known.at <= SIMILAR_WINDOW
        ? known
        : { messages: new Set<string>(), at: this.#loop.now };
    similar.messages.add(message);
    similar.at = this.#loop.now;
    this.#similar.set(group, similar);
    return similar.messages.size >= SIMILAR_LIMIT ? `(combined from similar events): ${message}` : message;
  }
}
