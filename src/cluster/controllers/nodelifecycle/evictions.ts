import type { TimerKind } from '../../simulation/timers';
import { type Pace, USUAL } from './disruption';
import { EvictionQueue } from './evictionQueue';

/** What it takes to give nodes up in time. */
interface Hands {
  /** Model time in ms. */
  now(): number;
  /** Calls back after so many milliseconds. */
  after(delay: number, kind: TimerKind, purpose: string, run: () => void): unknown;
  /** A node's turn has come. */
  onTurn(node: string): void;
}

/** Which nodes that are not ready lose their pods, and when: in every zone one after another. */
export class Evictions {
  readonly #hands: Hands;
  /** By zone. */
  readonly #queues = new Map<string, EvictionQueue>();
  /** Nodes whose turn has come. */
  readonly #givenUp = new Set<string>();
  /** When the next turn of a zone comes (model time). */
  readonly #turns = new Map<string, number>();

  constructor(hands: Hands) {
    this.#hands = hands;
  }

  /** Sets how soon one node of a zone follows another. */
  keepPace(zone: string, pace: Pace): void {
    this.#queueOf(zone).keep(pace, this.#hands.now());
  }

  /** Whether it is the node's turn, or has been; it takes its place in the line if not. */
  isTurnOf(node: string, zone: string): boolean {
    if (!this.#givenUp.has(node)) this.#queueOf(zone).add(node);
    this.#takeTurns(zone, node);
    return this.#givenUp.has(node);
  }

  /** The node need not lose its pods, or has been told so already. */
  forgive(node: string): void {
    this.#givenUp.delete(node);
    for (const queue of this.#queues.values()) queue.remove(node);
  }

  /** @param asking the node that is being looked at: nobody needs to be told of its turn */
  #takeTurns(zone: string, asking?: string): void {
    const queue = this.#queueOf(zone);
    const { now, onTurn } = this.#hands;
    for (let node = queue.take(now()); node !== undefined; node = queue.take(now())) {
      this.#givenUp.add(node);
      if (node !== asking) onTurn(node);
    }
    this.#awaitTurn(zone, queue);
  }

  #awaitTurn(zone: string, { due, pace }: EvictionQueue): void {
    if (due === undefined || this.#turns.get(zone) === due) return;
    this.#turns.set(zone, due);
    // At the usual pace it is worth waiting for; nobody settles for what takes hours.
    const kind = pace === USUAL ? 'work' : 'background';
    this.#hands.after(due - this.#hands.now(), kind, `a silent node of zone "${zone}" is given up`, () => {
      if (this.#turns.get(zone) === due) this.#turns.delete(zone);
      this.#takeTurns(zone);
    });
  }

  #queueOf(zone: string): EvictionQueue {
    let queue = this.#queues.get(zone);
    if (!queue) {
      queue = new EvictionQueue();
      this.#queues.set(zone, queue);
    }
    return queue;
  }
}
