import { fromTimestamp } from '../../../kubernetes/fields/time';
import type { KubeObject } from '../../../kubernetes/object';
import type { ResourceType } from '../../../kubernetes/resourceType';
import { Inconclusive } from '../../../port/inconclusive';
import type { Settled, Time } from '../../../port/time';
import { Chronicle, type WrittenMoment } from './chronicle';
import type { Desk } from './desk';
import type { Offer } from './offer';

const HORIZON = 10 * 60_000;
const PATIENCE = 5 * 60_000;
/** How long (ms) is waited between two tries, in model time. */
const BETWEEN_TRIES = 1000;

/** So long (ms on the wall) a step may take: a busy machine lets a day go by in a minute. */
const STEP_TAKES = 5 * 60_000;

/** What a Step says in its status when it is over. */
interface StepStatus {
  readonly quiet: boolean;
  readonly busy?: string;
  readonly written: {
    readonly time: string;
    readonly resourceVersion: string;
    readonly moments: readonly WrittenMoment[];
    readonly kinds: readonly {
      readonly group: string;
      readonly resource: string;
      readonly resourceVersion: string;
    }[];
  };
}

/** Something that a watch has told. */
export interface Heard {
  readonly resource: ResourceType;
  readonly object: KubeObject;
}

/** What is heard of the cluster. */
export interface Hearing<T extends Heard> {
  subscribe(listener: (heard: T) => void): () => void;
  caughtUp(resource: ResourceType, object: KubeObject): Promise<void>;
}

/** What the clock of such a cluster needs. */
export interface Ticking<T extends Heard> {
  readonly desk: Desk;
  readonly offer: Pick<Offer, 'clocks' | 'steps'>;
  readonly hearing: Hearing<T>;
  /** The kinds of which everything is heard. */
  watched(): Iterable<ResourceType>;
  /** Hears of all that happens, in the order of the resource versions, with the model time at which it did. */
  tell(heard: T, at: number): void;
}

/** An object of which nothing is known but that it, or a later one, has been written. */
const written = ({ apiVersion, kind }: ResourceType, resourceVersion: string): KubeObject => ({
  apiVersion,
  kind,
  metadata: { name: '', uid: '', resourceVersion, creationTimestamp: '' },
});

/**
 * The clock of a cluster that stands still but for Steps. When a step is over, everything that it brought about has been
 * told.
 */
export class SteppedTime<T extends Heard> implements Time {
  readonly #ticking: Ticking<T>;
  readonly #chronicle: Chronicle<T>;
  readonly #unsubscribe: () => void;
  #isDeaf = false;
  /** All that was written up to this version has been told. */
  #version: string;
  /** One step after the other. */
  #last: Promise<unknown> = Promise.resolve();

  private constructor(ticking: Ticking<T>, version: string, now: number) {
    this.#ticking = ticking;
    this.#version = version;
    this.#chronicle = new Chronicle(now, (heard: T, at) => ticking.tell(heard, at));
    this.#unsubscribe = ticking.hearing.subscribe((heard) => this.#chronicle.hear(heard));
  }

  /**
   * Takes up a clock that is stepped already, and lets it go on to the next whole second: the API knows no parts of it.
   */
  static async begin<T extends Heard>(ticking: Ticking<T>): Promise<SteppedTime<T>> {
    const { desk, offer } = ticking;
    const version = await desk.version(offer.clocks);
    const { status } = await desk.order(offer.steps, { since: version }, { patience: STEP_TAKES });
    const now = fromTimestamp((status as unknown as StepStatus).written.time);
    const time = new SteppedTime(ticking, version, now);
    await time.pass((1000 - (now % 1000)) % 1000);
    return time;
  }

  now(): number {
    return this.#chronicle.now;
  }

  async settle({ horizon = HORIZON }: { readonly horizon?: number } = {}): Promise<Settled> {
    const before = this.now();
    const { quiet, busy } = await this.#step({ untilQuiet: true, horizon: `${Math.ceil(horizon)}ms` });
    return { quiet, elapsed: this.now() - before, ...(busy ? { busy } : {}) };
  }

  async pass(duration: number): Promise<void> {
    const end = this.now() + duration;
    const { busy } = await this.#step({ duration: `${duration}ms` });
    if (this.now() < end) throw new Error(`No time can pass: there is ${busy}.`);
  }

  async eventually<R>(
    check: () => Promise<R> | R,
    { within = PATIENCE }: { readonly within?: number } = {},
  ): Promise<R> {
    const end = this.now() + within;
    await this.pass(0);
    for (;;) {
      try {
        return await check();
      } catch (error) {
        if (this.now() >= end) throw error;
        await this.pass(Math.min(BETWEEN_TRIES, end - this.now()));
      }
    }
  }

  /** Resolves when all that was written so far has been told, whoever wrote it. No time goes by, and nobody works. */
  async hearAll(): Promise<void> {
    await this.#step({});
  }

  /** Nothing more is told. Time can go by all the same. */
  close(): void {
    this.#unsubscribe();
    this.#isDeaf = true;
  }

  #step(spec: object): Promise<StepStatus> {
    const step = this.#last.then(() => this.#take(spec));
    this.#last = step.catch(() => {});
    return step;
  }

  async #take(spec: object): Promise<StepStatus> {
    const { desk, offer } = this.#ticking;
    this.#chronicle.hold();
    const { status } = await desk.order(
      offer.steps,
      { ...spec, since: this.#version },
      { patience: STEP_TAKES },
    );
    if (!status?.written) throw new Inconclusive('The cluster does not say what it has done in a step.');
    // The kind was found by its name: this is what it says.
    const done = status as unknown as StepStatus;
    const { kinds, moments, resourceVersion, time } = done.written;
    if (!this.#isDeaf) await this.#hear(kinds);
    this.#version = resourceVersion;
    this.#chronicle.resume(fromTimestamp(time), moments);
    return done;
  }

  /** Resolves when the last write of each kind has been told. */
  async #hear(kinds: StepStatus['written']['kinds']): Promise<void> {
    const last = new Map(
      kinds.map(({ group, resource, resourceVersion }) => [`${group}/${resource}`, resourceVersion]),
    );
    const { hearing } = this.#ticking;
    const waits: Promise<void>[] = [];
    for (const resource of this.#ticking.watched()) {
      const version = last.get(`${resource.group}/${resource.plural}`);
      if (version !== undefined) waits.push(hearing.caughtUp(resource, written(resource, version)));
    }
    await Promise.all(waits);
  }
}
