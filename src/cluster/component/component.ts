import type { KubeObject } from '../../kubernetes/object';
import { ApiError } from '../../kubernetes/refusals';
import type { ResourceType } from '../../kubernetes/resourceType';
import type { Settings } from '../../port/settings';
import type { Cursor, StoreEvent } from '../apiserver/registry/topic';
import type { Disturbance } from '../simulation/disturbance';
import type { Actor, Loop } from '../simulation/loop';
import type { Timer, TimerKind } from '../simulation/timers';
import type { Backend } from './backend';
import { Client, CONTROLLER_MANAGER } from './client';
import { isGone } from './gone';
import { EventRecorder } from './recorder';
import { WorkQueue } from './workQueue';

/** A turn ends with so many writes: others soon want to read them, and what was just written is at hand for so long. */
const MOST_NEWS = 64;

const SHORTEST_RESYNC = 12 * 60 * 60_000;

/** What every component is given. */
export interface Surroundings {
  readonly loop: Loop;
  /** Where its connection to the API leads. */
  readonly registry: Backend;
  readonly settings: Settings;
  readonly disturbance: Disturbance;
}

/** News of one kind that the component has not taken in yet. */
interface Inbox {
  cursor?: Cursor;
  isUnread: boolean;
  readonly handle: (event: StoreEvent) => void;
}

/**
 * A part of the control plane (or a kubelet): takes in news from watches, puts keys into its work queue and works
 * them off one at a time. It sees others only through the API.
 */
export abstract class Component<K extends string | number = string> implements Actor {
  readonly name: string;
  protected readonly loop: Loop;
  protected readonly settings: Settings;
  protected readonly client: Client;
  protected readonly queue: WorkQueue<K>;
  protected readonly recorder: EventRecorder;
  readonly #surroundings: Surroundings;
  readonly #unread: Inbox[] = [];
  readonly #endings: (() => void)[] = [];
  #stopped = false;

  /** @param agent the program that it is part of */
  constructor(name: string, surroundings: Surroundings, agent = CONTROLLER_MANAGER) {
    this.name = name;
    this.#surroundings = surroundings;
    this.loop = surroundings.loop;
    this.settings = surroundings.settings;
    this.client = new Client(surroundings.registry, surroundings.disturbance, agent);
    this.queue = new WorkQueue<K>(this.loop, name, () => this.#wake());
    this.recorder = new EventRecorder(this.client, this.loop, name);
  }

  /** Works on one key. An ApiError means: try again later. */
  protected abstract sync(key: K): void;

  /** Calls `handle` for every object there is, and then for all news of the kind. */
  protected watch<T extends KubeObject>(
    resource: ResourceType<T>,
    handle: (event: StoreEvent<T>) => void,
  ): void {
    const inbox: Inbox = { isUnread: false, handle: handle as (event: StoreEvent) => void };
    inbox.cursor = this.client.follow(resource, handle, () => {
      if (inbox.isUnread) return;
      inbox.isUnread = true;
      this.#unread.push(inbox);
      this.#wake();
    });
    this.#endings.push(inbox.cursor.close);
  }

  /** Calls back for every kind that is served, and later for every new one. */
  protected watchKinds(handle: (resource: ResourceType) => void): void {
    this.#endings.push(this.client.kinds.follow(handle));
  }

  /** Calls back after `delay` milliseconds, unless the component has been stopped by then. */
  protected after(delay: number, kind: TimerKind, purpose: string, run: () => void): Timer {
    return this.loop.after(delay, kind, purpose, () => {
      if (!this.#stopped) run();
    });
  }

  /**
   * Calls back every 12 to 24 hours, when informers tell of everything anew though nothing has changed. How often is
   * left to chance, once for all.
   * @see k8s.io/kubernetes/cmd/kube-controller-manager/app ResyncPeriod
   */
  protected resync(run: () => void): void {
    const again = (delay: number, period: number): void => {
      this.after(delay, 'background', `${this.name} looks at everything again`, () => {
        run();
        again(period, period);
      });
    };
    // Chance is not asked before it matters: short lives go by as if there were no resync.
    this.after(SHORTEST_RESYNC, 'background', `${this.name} sets its clock`, () => {
      const more = this.loop.random.below(SHORTEST_RESYNC);
      again(more, SHORTEST_RESYNC + more);
    });
  }

  /** Makes a write outside a sync; one that fails for now is made again a second later. What is gone is fine. */
  protected retrying(purpose: string, write: () => void): void {
    try {
      write();
    } catch (error) {
      if (isGone(error)) return;
      if (!(error instanceof ApiError)) throw error;
      this.after(1000, 'work', `${purpose} at last`, () => this.retrying(purpose, write));
    }
  }

  /** Ends the component, as if its process were killed. */
  stop(): void {
    this.#stopped = true;
    for (const end of this.#endings) end();
  }

  hasWork(): boolean {
    return !this.#stopped && (this.queue.size > 0 || this.#unread.length > 0);
  }

  step(): number {
    const { disturbance } = this.#surroundings;
    while (this.#unread.length > 0) {
      if (this.queue.size > 0 && disturbance.worksFirst(this.#unread.length)) break;
      this.#hear(disturbance);
      if (!disturbance.orderly) return 1;
    }
    return this.#work(disturbance.turn(this.queue.size));
  }

  /** Works on so many keys, unless that makes much news: then others have their turn. */
  #work(most: number): number {
    const enough = this.client.revision + MOST_NEWS;
    let done = 0;
    for (; done < most && this.client.revision < enough; done++) this.#workOn(this.queue.take());
    return Math.max(1, done);
  }

  /** Takes in news of one kind; on an orderly day as far as no older news of another kind waits. */
  #hear(disturbance: Disturbance): void {
    const oldest = this.#unread.map(({ cursor }) => cursor?.oldest ?? 0);
    const index = oldest.length === 1 ? 0 : disturbance.next(oldest);
    const { cursor, handle } = this.#unread[index] as Inbox;
    if (!cursor) return;
    oldest.splice(index, 1);
    // Whoever follows a kind twice has the same news twice, neither of which is older.
    const waiting =
      disturbance.orderly && oldest.length > 0
        ? Math.max(1, cursor.waitingBefore(Math.min(...oldest)))
        : cursor.waiting;
    cursor.take(disturbance.batch(waiting), handle);
    if (cursor.waiting === 0) this.#hasHeard(index);
  }

  #hasHeard(index: number): void {
    const [inbox] = this.#unread.splice(index, 1);
    if (inbox) inbox.isUnread = false;
  }

  #workOn(key: K | undefined): void {
    if (key === undefined) return;
    try {
      this.sync(key);
      this.queue.forget(key);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.queue.retry(key);
    }
  }

  #wake(): void {
    if (!this.#stopped) this.loop.wake(this);
  }
}
