import type { HostedCluster } from '../clusters/hostedCluster';
import { wall as realWall, type Wall } from '../clusters/wall';
import { Lookout } from './lookout';
import { type ClockView, pack, type View } from './view';

/** Milliseconds between two pictures at least. */
const SHORTEST_GAP = 250;
/** A picture that takes long to make is made seldom: for every millisecond so many are left to others. */
const REST_AFTER_WORK = 10;
/** Milliseconds in which what happens at once is gathered. */
const GATHERING = 30;
/** Milliseconds for which what has changed is marked. */
const MARKED = 3000;
/** Milliseconds between two looks at the clock: it may have been stepped without anything else being written. */
const CLOCK_EVERY = 1000;
/** Milliseconds by which it may be off on the page. */
const CLOCK_SLACK = 200;
/** Milliseconds after which, if nobody looks any more, nothing is kept up to date. */
const LINGER = 60_000;

/** What is to be done later: each once at a time. */
type Appointment = 'look' | 'settle' | 'clock' | 'end';

/** Hears of every new picture, as a message on one line. */
export type Onlooker = (message: string) => void;

/** Shows one cluster to whoever looks: one picture for all, some in a second at most. Where nobody looks, it costs nothing. */
export class Broadcast {
  readonly #hosted: HostedCluster;
  readonly #wall: Wall;
  readonly #onlookers = new Set<Onlooker>();
  #lookout: Lookout | undefined;
  readonly #cancels: Partial<Record<Appointment, () => void>> = {};
  #last = { at: Number.NEGATIVE_INFINITY, cost: 0 };
  /** The clock as it was told, and when. */
  #told: { readonly clock: ClockView; readonly at: number } | undefined;

  constructor(hosted: HostedCluster, wall: Wall = realWall) {
    this.#hosted = hosted;
    this.#wall = wall;
  }

  /** What there is to be seen now. Where nobody looks on, that counts as seen: it is new only once. */
  now(): View {
    const lookout = this.#watched();
    if (this.#onlookers.size > 0) this.#look();
    else lookout.look();
    const { view } = lookout;
    if (this.#onlookers.size === 0) lookout.settle();
    return view;
  }

  /** Whether anything is kept up to date. */
  get isWatching(): boolean {
    return this.#lookout !== undefined;
  }

  /** From now on somebody looks. What there is they ask for themselves. @returns ends it */
  join(onlooker: Onlooker): () => void {
    this.#watched();
    this.#onlookers.add(onlooker);
    if (this.#onlookers.size === 1) this.#plan('clock', CLOCK_EVERY, () => this.#checkClock());
    return () => {
      if (!this.#onlookers.delete(onlooker) || this.#onlookers.size > 0) return;
      this.#cancel('clock');
      this.#linger();
    };
  }

  /** Nothing is shown any more. */
  close(): void {
    for (const name of ['look', 'settle', 'clock', 'end'] as const) this.#cancel(name);
    this.#onlookers.clear();
    this.#lookout?.close();
    this.#lookout = undefined;
  }

  #watched(): Lookout {
    this.#lookout ??= new Lookout(this.#hosted, () => this.#soon());
    this.#linger();
    return this.#lookout;
  }

  #linger(): void {
    this.#cancel('end');
    this.#plan('end', LINGER, () => {
      if (this.#onlookers.size === 0) this.close();
    });
  }

  /** Something was written. */
  #soon(): void {
    if (this.#cancels.look || this.#onlookers.size === 0) return;
    const gap = Math.max(SHORTEST_GAP, this.#last.cost * REST_AFTER_WORK);
    const wait = this.#last.at + gap - this.#wall.stopwatch();
    this.#plan('look', Math.max(GATHERING, wait), () => this.#look());
  }

  #look(): void {
    const begin = this.#wall.stopwatch();
    const isNew = this.#lookout?.look() ?? false;
    if (isNew || this.#isClockOff()) this.#send();
    if (isNew && !this.#cancels.settle) this.#plan('settle', MARKED, () => this.#settle());
    const at = this.#wall.stopwatch();
    this.#last = { at, cost: at - begin };
  }

  #settle(): void {
    if (this.#lookout?.settle()) this.#send();
  }

  #checkClock(): void {
    if (this.#isClockOff()) this.#send();
    this.#plan('clock', CLOCK_EVERY, () => this.#checkClock());
  }

  /** Whether pages show another time than it is, as they let it go on by themselves. */
  #isClockOff(): boolean {
    if (!this.#lookout || !this.#told) return true;
    const { clock: told, at } = this.#told;
    const { time, paused, speed, quiet } = this.#lookout.clock;
    const expected = told.time + (told.paused ? 0 : (this.#wall.stopwatch() - at) * told.speed);
    const isSame = paused === told.paused && speed === told.speed && quiet === told.quiet;
    return !isSame || Math.abs(time - expected) > CLOCK_SLACK * Math.max(1, speed);
  }

  #send(): void {
    if (!this.#lookout || this.#onlookers.size === 0) return;
    const { view } = this.#lookout;
    this.#told = { clock: view.clock, at: this.#wall.stopwatch() };
    const message = pack({ view });
    for (const onlooker of this.#onlookers) onlooker(message);
  }

  #plan(name: Appointment, ms: number, run: () => void): void {
    this.#cancels[name] = this.#wall.after(ms, () => {
      this.#cancels[name] = undefined;
      run();
    });
  }

  #cancel(name: Appointment): void {
    this.#cancels[name]?.();
    this.#cancels[name] = undefined;
  }
}
