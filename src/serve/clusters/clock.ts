import type { Loop } from '../../cluster/simulation/loop';
import { ApiError } from '../../kubernetes/refusals';
import type { Settled } from '../../port/time';
import { Alarm } from './alarm';
import { Passage, type Stretch, TIMER } from './passage';
import type { Wall } from './wall';
import { type Rate, WallTime } from './wallTime';

/** How the time of a cluster goes, and who works when. */
export interface Pace extends Rate {
  /** Nothing happens but in steps: time stands still, and controllers wait, too. Default false. */
  readonly stepped?: boolean;
}

/** How a clock is made. */
export interface ClockOptions extends Pace {
  /**
   * Milliseconds on the wall between the turns of controllers, so that clients see what is there in between. Default 1;
   * with 0 they work until nothing is left to do at the moment.
   */
  readonly pace?: number;
}

/** Milliseconds between a write and the first turn of a controller. */
const GRACE = 2;
/** So long (ms) nobody else in this process has a turn. */
const SLICE = 10;
/** Timers that are so late (ms on the wall) are caught up with, without gaps. */
const LATE = 100;
/** Where more than so many milliseconds of model time would go by between two turns, there is no gap. */
const WIDEST_GAP = 100;
/** Milliseconds between turns once work seems to have no end. */
const SLOWED_DOWN = 250;

const noMore = (): ApiError =>
  new ApiError({ code: 503, reason: 'ServiceUnavailable', message: 'the cluster is no more' });

/** Time that somebody waits for. */
interface Errand {
  readonly stretch: (now: number) => Stretch;
  readonly done: (settled: Settled) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Has the time of a cluster follow the clock on the wall, and its controllers work a turn at a time. It sleeps until the
 * next thing is due. A long gap, as after the machine slept, is caught up with, a slice at a time.
 */
export class Clock {
  readonly #loop: Loop;
  readonly #wall: Wall;
  readonly #time: WallTime;
  readonly #alarm: Alarm;
  readonly #tell: (text: string) => void;
  readonly #pace: number;
  #isWorking = false;
  #isClosed = false;
  #isPaused: boolean;
  #isStepped: boolean;
  /** Pieces of work since everybody last was done, or somebody from outside wrote something. */
  #effort = 0;
  #isSlowedDown = false;
  readonly #complaints = new Set<string>();
  /** Time that goes by without gaps, and whoever waits for it. */
  #passage: Passage | undefined;
  #errand: Errand | undefined;
  readonly #waiting: Errand[] = [];

  /** @param tell says what is amiss to whoever runs the server */
  constructor(loop: Loop, wall: Wall, tell: (text: string) => void, options: ClockOptions = {}) {
    this.#loop = loop;
    this.#wall = wall;
    this.#isStepped = options.stepped ?? false;
    this.#isPaused = options.paused ?? false;
    this.#time = new WallTime(wall, loop.now, { ...options, paused: this.#isPaused || this.#isStepped });
    this.#alarm = new Alarm(wall, () => this.#work());
    this.#tell = tell;
    this.#pace = options.pace ?? 1;
    this.#plan();
  }

  /** The model time (ms since MODEL_EPOCH) that it is now. */
  get now(): number {
    return this.#errand && this.#passage ? this.#passage.now : this.#time.now;
  }

  /** Whether time stands still. */
  get paused(): boolean {
    return this.#time.paused;
  }

  /** Whether nothing happens but in steps. */
  get stepped(): boolean {
    return this.#isStepped;
  }

  get speed(): number {
    return this.#time.speed;
  }

  /** Whether nobody has anything to do, now or later. Heartbeats are no work. */
  get isQuiet(): boolean {
    return this.#loop.isQuiet;
  }

  /** Whether time goes by without gaps now, for somebody who waits for it. */
  get isStepping(): boolean {
    return this.#errand !== undefined;
  }

  /** From now on time goes so fast, or stands still. */
  change({ paused = this.#isPaused, stepped = this.#isStepped, speed = this.#time.speed }: Pace): void {
    this.#isPaused = paused;
    this.#isStepped = stepped;
    this.#time.change({ speed, paused: paused || stepped });
    this.#plan();
  }

  /** Somebody from outside wrote something, or wants to be told: the controllers have their turn soon. */
  touch(): void {
    if (this.#isWorking || this.#isClosed) return;
    this.#rest();
    // Where nobody else works, who watches need not wait.
    this.#alarm.in(this.#isStepped ? 0 : GRACE);
  }

  /** Before a request is handled: what it writes is of this moment. Nothing goes off for it. */
  catchUp(): void {
    if (!this.#passage && !this.#isWorking && !this.#isClosed) this.#follow();
  }

  /** Lets exactly so many milliseconds of model time go by, without gaps. @returns whether anything is left to do then */
  step(ms: number): Promise<Settled> {
    return this.#let((now) => ({ since: now, until: now + ms }));
  }

  /** Lets time go by until nothing is left to do, for at most so many milliseconds of model time. */
  settle(horizon: number): Promise<Settled> {
    return this.#let((now) => ({ since: now, until: now + horizon, orQuiet: true }));
  }

  /** Ends it. Whoever waits for time to go by is refused. */
  close(): void {
    this.#isClosed = true;
    this.#alarm.cancel();
    for (const { failed } of [...(this.#errand ? [this.#errand] : []), ...this.#waiting]) failed(noMore());
    this.#waiting.length = 0;
    this.#errand = undefined;
    this.#passage = undefined;
  }

  #let(stretch: (now: number) => Stretch): Promise<Settled> {
    if (this.#isClosed) return Promise.reject(noMore());
    return new Promise((done, failed) => {
      this.#waiting.push({ stretch, done, failed });
      this.#plan();
    });
  }

  /** Moves the loop's time to the present, or right before the next timer. */
  #follow(): void {
    const moment = Math.min(this.#time.now, (this.#loop.nextDue ?? Number.POSITIVE_INFINITY) - 1);
    if (moment > this.#loop.now) this.#loop.moveOn(moment);
  }

  /** Sets the alarm for the next thing that is due. */
  #plan(): void {
    if (this.#isClosed || this.#isWorking) return;
    if (this.#passage || this.#waiting.length > 0) this.#alarm.in(0);
    else if (this.#isStepped) return;
    else if (!this.#loop.isReady) this.#alarm.in(this.#isSlowedDown ? SLOWED_DOWN : this.#gap);
    else {
      const ms = this.#time.until(this.#loop.nextDue ?? Number.POSITIVE_INFINITY);
      if (ms < Number.POSITIVE_INFINITY) this.#alarm.in(this.#isSlowedDown ? Math.max(ms, SLOWED_DOWN) : ms);
    }
  }

  #work(): void {
    this.#isWorking = true;
    try {
      this.#passage ??= this.#newPassage();
      if (this.#passage) this.#goOn(this.#passage);
      else if (!this.#isStepped) this.#beat();
      else if (!this.#tellNews()) this.#alarm.in(0);
    } catch (error) {
      this.#fail(error);
    }
    this.#isWorking = false;
    this.#plan();
  }

  /** Time that is to go by without gaps: that somebody waits for, or that is to be caught up with. */
  #newPassage(): Passage | undefined {
    this.#follow();
    const { now } = this.#time;
    this.#errand = this.#waiting.shift();
    if (this.#errand) return new Passage(this.#loop, this.#errand.stretch(now));
    if (this.#isSlowedDown || this.#isStepped) return undefined;
    const isLate = this.#time.until(this.#loop.nextDue ?? Number.POSITIVE_INFINITY) < -LATE;
    return isLate || this.#gap === 0 ? new Passage(this.#loop, { since: now, until: now }) : undefined;
  }

  #goOn(passage: Passage): void {
    const end = this.#wall.stopwatch() + SLICE;
    const settled = passage.slice(() => this.#wall.stopwatch() >= end);
    if (!settled) return;
    if (passage.isStuck) this.#slowDown();
    this.#passage = undefined;
    if (!this.#errand) return;
    this.#time.set(passage.now);
    this.#errand.done(settled);
    this.#errand = undefined;
  }

  /** One turn of one of the controllers, and what is due at one moment. */
  #beat(): void {
    const loop = this.#loop;
    const { now } = this.#time;
    const before = loop.now;
    this.#tellNews();
    if (loop.moveOn(now) && loop.now === before) this.#effort += TIMER;
    this.#effort += loop.turn();
    this.#tellNews();
    if (loop.isReady && (loop.nextDue ?? Number.POSITIVE_INFINITY) > now) this.#rest();
    else if (this.#effort > loop.patience) this.#slowDown();
  }

  /** @returns whether that is all */
  #tellNews(): boolean {
    const end = this.#wall.stopwatch() + SLICE;
    while (this.#loop.tell() > 0) if (this.#wall.stopwatch() >= end) return false;
    return true;
  }

  #rest(): void {
    this.#effort = 0;
    this.#isSlowedDown = false;
  }

  #slowDown(): void {
    this.#isSlowedDown = true;
    const what = `there is work without end: ${this.#loop.occupation}. It goes on, but slowly.`;
    this.#complain(what, what);
  }

  /** Somebody in the cluster is broken: the others go on. */
  #fail(error: unknown): void {
    this.#isSlowedDown = true;
    this.#complain(
      String(error),
      `something went wrong: ${error instanceof Error ? error.stack : String(error)}`,
    );
    this.#errand?.failed(error);
    this.#errand = undefined;
    this.#passage = undefined;
  }

  /** @param what the same thing is said but once */
  #complain(what: string, text: string): void {
    if (this.#complaints.has(what)) return;
    this.#complaints.add(what);
    this.#tell(text);
  }

  /** Milliseconds on the wall between two turns. */
  get #gap(): number {
    return this.#pace * this.#time.speed > WIDEST_GAP ? 0 : this.#pace;
  }
}
