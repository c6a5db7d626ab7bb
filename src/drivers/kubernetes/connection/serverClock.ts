import { MODEL_EPOCH } from '../../../kubernetes/fields/time';

/** What the machine's own clocks say, in milliseconds. */
export interface OwnClocks {
  /** Since whenever; it never jumps. */
  stopwatch(): number;
  /** Since 1970. */
  wall(): number;
}

const OWN: OwnClocks = { stopwatch: () => performance.now(), wall: () => Date.now() };

/** A `Date` header is cut to whole seconds. */
const SECOND = 1000;

/**
 * What the server's clock says, as far as the `Date` headers of its answers tell. Each one narrows down by how much the two
 * clocks differ: the server read its clock between the request and the answer, and cut what it read to a second.
 */
export class ServerClock {
  readonly #own: OwnClocks;
  /** The server's time less the stopwatch's is in between. */
  #least = Number.NEGATIVE_INFINITY;
  #most = Number.POSITIVE_INFINITY;
  #last = Number.NEGATIVE_INFINITY;
  #first = Number.NEGATIVE_INFINITY;

  constructor(own: OwnClocks = OWN) {
    this.#own = own;
  }

  /** A reading of the stopwatch, for `hear`. */
  get reading(): number {
    return this.#own.stopwatch();
  }

  /**
   * @param date the header of an answer
   * @param sent what the stopwatch said when it was asked for
   * @param received what it said when the answer came
   */
  hear(date: string | undefined, sent: number, received: number): void {
    const said = Date.parse(date ?? '');
    if (Number.isNaN(said)) return;
    const [least, most] = [said - received, said + SECOND - sent];
    // A clock that was set, or that of another machine behind the same address: what was known is no longer so.
    const differs = least > this.#most || most < this.#least;
    this.#least = differs ? least : Math.max(this.#least, least);
    this.#most = differs ? most : Math.min(this.#most, most);
  }

  get #offset(): number {
    return Number.isFinite(this.#least)
      ? (this.#least + this.#most) / 2
      : this.#own.wall() - this.#own.stopwatch();
  }

  /**
   * The latest that it can be, in milliseconds since MODEL_EPOCH. Never goes back: whatever the server has done by now, it
   * says that it did no later.
   */
  get now(): number {
    this.#last = Math.max(this.#last, this.#with(this.#most));
    return this.#last;
  }

  /**
   * The earliest that it can be. Never goes back, and is never ahead of the server: what a kubelet says has just happened
   * would lie in the future of controllers, which look at it again only after as long a wait once more.
   * @see pkg/controller/daemon/daemon_controller.go updateDaemonSetStatus, which comes back after minReadySeconds
   */
  get earliest(): number {
    this.#first = Math.max(this.#first, this.#with(this.#least));
    return this.#first;
  }

  #with(bound: number): number {
    const offset = Number.isFinite(bound) ? bound : this.#offset;
    return Math.floor(this.#own.stopwatch() + offset) - MODEL_EPOCH;
  }

  /** By how much (ms) it is ahead of this machine's. */
  get skew(): number {
    return Math.round(this.#own.stopwatch() + this.#offset - this.#own.wall());
  }
}
