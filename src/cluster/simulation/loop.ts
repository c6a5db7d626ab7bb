import { MODEL_EPOCH } from '../../kubernetes/fields/time';
import type { Random } from './random';
import { type Timer, type TimerKind, Timers } from './timers';

/** Something that works in small steps when there is work. */
export interface Actor {
  readonly name: string;
  hasWork(): boolean;
  /** Has its turn: takes in news, or works on some items. Returns how many, at least 1. */
  step(): number;
}

/** How settling ended: quiet, or still busy with something at the horizon. */
export interface Rest {
  readonly quiet: boolean;
  readonly elapsed: number;
  readonly busy?: string;
}

/** So many pieces of work at one moment are allowed to any cluster, and so many more for each object in it. */
const PATIENCE = 20_000;
const PATIENCE_PER_OBJECT = 100;

/** So many timers may go off at one moment, and so many more for each object there is when the moment begins. */
const TIMERS = 1000;
const TIMERS_PER_OBJECT = 20;

/**
 * The event loop under virtual time. Actors with work take turns in an order the seed decides; when
 * nobody has work, the clock moves to the next timer. Nothing sleeps.
 */
export class Loop {
  readonly random: Random;
  readonly #timers = new Timers();
  readonly #awake: Actor[] = [];
  readonly #isAwake = new Set<Actor>();
  readonly #objects: () => number;
  #herald: Actor | undefined;
  #now: number;
  #timestamps = 0;
  /** How many timers may still go off at this moment; undefined before the first. */
  #timersLeft: number | undefined;

  /**
   * @param objects how many objects the cluster holds: the more, the more work is no sign of going round in circles
   * @param start the model time at which it begins
   */
  constructor(random: Random, objects: () => number, start = 0) {
    this.random = random;
    this.#objects = objects;
    this.#now = start;
  }

  /** Model time in milliseconds since MODEL_EPOCH. */
  get now(): number {
    return this.#now;
  }

  /**
   * Model time in nanoseconds since 1970, in hexadecimal: as on a real clock, no two calls get the same. What a real
   * recorder names its events by.
   */
  timestamp(): string {
    return (BigInt(MODEL_EPOCH + this.#now) * 1_000_000n + BigInt(this.#timestamps++)).toString(16);
  }

  /** Tells the loop that an actor has work. */
  wake(actor: Actor): void {
    if (this.#isAwake.has(actor)) return;
    this.#isAwake.add(actor);
    this.#awake.push(actor);
  }

  /**
   * Has an actor tell the world outside what happened: before every turn of the others, as long as it has work. It
   * takes no part in the lot, so whoever listens changes nothing in what the seed decides.
   */
  announceThrough(herald: Actor): void {
    this.#herald = herald;
  }

  /**
   * Calls back after `delay` milliseconds of model time.
   * @throws RangeError for a delay that is no number: it would spoil the time of the whole cluster
   */
  after(delay: number, kind: TimerKind, purpose: string, run: () => void): Timer {
    if (Number.isNaN(delay)) throw new RangeError(`It is not known when this is due: ${purpose}.`);
    return this.#timers.add(this.#now + Math.max(0, Math.ceil(delay)), kind, purpose, run);
  }

  cancel(timer: Timer): void {
    this.#timers.cancel(timer);
  }

  /** So many pieces of work at one moment are no sign of going round in circles. */
  get patience(): number {
    return PATIENCE + PATIENCE_PER_OBJECT * this.#objects();
  }

  /** The moment at which the next timer goes off. */
  get nextDue(): number | undefined {
    return this.#timers.nextDue();
  }

  /** Nobody has anything to do at this moment. */
  get isReady(): boolean {
    return this.#awake.length === 0 && !this.#herald?.hasWork();
  }

  /** Neither has anybody anything to do now, nor is there a timer that settling would wait for. */
  get isQuiet(): boolean {
    return this.isReady && this.#timers.pendingWork === 0;
  }

  /** What there is to do at a later moment, in words: the purposes of the next timers. */
  get outlook(): string {
    return this.#timers.purposes().slice(0, 3).join('; ');
  }

  /** Who has something to do at this moment, or else what there is to do later, in words. */
  get occupation(): string {
    const busy = this.#herald?.hasWork() ? [this.#herald, ...this.#awake] : this.#awake;
    return busy.map((actor) => actor.name).join(', ') || this.outlook;
  }

  /** Tells the world outside of some of what happened. @returns how many pieces of work that was; 0 if there is no news */
  tell(): number {
    return this.#herald?.hasWork() ? this.#herald.step() : 0;
  }

  /** Lets one of those who have work have its turn. @returns how many pieces of work that was; 0 if nobody has any */
  turn(): number {
    const awake = this.#awake;
    while (awake.length > 0) {
      const index = this.random.below(awake.length);
      const actor = awake[index] as Actor;
      const pieces = actor.hasWork() ? actor.step() : 0;
      if (!actor.hasWork()) {
        this.#isAwake.delete(actor);
        const last = awake.pop() as Actor;
        if (last !== actor) awake[index] = last;
      }
      if (pieces > 0) return pieces;
    }
    return 0;
  }

  /**
   * Moves the clock to the next timer that is due by then, and sets it off; otherwise to that moment, unless it is past.
   * Nobody has a turn.
   * @returns whether timers went off
   */
  moveOn(limit: number): boolean {
    const due = this.#timers.nextDue();
    if (due === undefined || due > limit) {
      this.#jumpTo(Math.max(limit, this.#now));
      return false;
    }
    this.#jumpTo(due);
    this.#timers.runNext();
    return true;
  }

  /**
   * Lets everybody work until nobody has work at this moment.
   * @returns false if there is no end to it: controllers that undo or repeat their work go round in circles
   */
  runReady(): boolean {
    const { patience } = this;
    for (let pieces = 0; pieces <= patience; ) {
      const done = this.tell() || this.turn();
      if (done === 0) return true;
      pieces += done;
    }
    return this.isReady;
  }

  /** Works until no work is left or due, moving the clock as needed, for at most `horizon` milliseconds. */
  settle(horizon: number): Rest {
    const start = this.#now;
    const end = start + horizon;
    if (!this.runReady()) return this.#restless(start);
    while (this.#timers.pendingWork > 0) {
      const due = this.#timers.nextDue();
      if (due === undefined) break;
      if (due > end) {
        return { quiet: false, elapsed: this.#now - start, busy: this.outlook };
      }
      if (!this.#advanceTo(due)) return this.#restless(start);
    }
    return { quiet: true, elapsed: this.#now - start };
  }

  #restless(start: number): Rest {
    return {
      quiet: false,
      elapsed: this.#now - start,
      busy: `work without end, though no time passes: ${this.occupation}`,
    };
  }

  /**
   * Lets exactly `duration` milliseconds go by.
   * @throws Error if there is work without end at one moment: the clock never gets past that
   */
  pass(duration: number): void {
    const start = this.#now;
    const end = start + duration;
    let rests = this.runReady();
    for (
      let due = this.#timers.nextDue();
      rests && due !== undefined && due <= end;
      due = this.#timers.nextDue()
    )
      rests = this.#advanceTo(due);
    if (!rests) throw new Error(`No time can pass: there is ${this.#restless(start).busy}.`);
    this.#jumpTo(end);
  }

  /** Moves to the next timer and works it off, but no further than `limit`. */
  advance(limit: number): void {
    const due = this.#timers.nextDue();
    if (due !== undefined && due <= limit) this.#advanceTo(due);
    else this.#jumpTo(limit);
  }

  #jumpTo(moment: number): void {
    if (moment !== this.#now) this.#timersLeft = undefined;
    this.#now = moment;
  }

  /** @returns false if there is no end to the work at that moment, be it that each piece sets a timer for the next */
  #advanceTo(due: number): boolean {
    this.#jumpTo(due);
    this.#timersLeft ??= TIMERS + TIMERS_PER_OBJECT * this.#objects();
    this.#timers.runNext();
    return this.runReady() && --this.#timersLeft > 0;
  }
}
