/** Somebody who has something to tell. */
export interface Teller {
  /** What is told next comes in this order; infinite if that is nothing. It grows with every telling. */
  readonly next: number;
  tell(): void;
}

interface Entry {
  readonly teller: Teller;
  /** Of several at one point in the order, whoever came first. */
  readonly serial: number;
  /** What `next` was when it was last looked at: it can only have grown since. */
  next: number;
}

const isBefore = (a: Entry, b: Entry): boolean =>
  a.next < b.next || (a.next === b.next && a.serial < b.serial);

/** Who has something to tell, the next one first: a binary heap, which is put in order when it is asked. */
export class Agenda {
  readonly #heap: Entry[] = [];
  readonly #known = new Set<Teller>();
  #serials = 0;

  /** Whoever is there already stays where they are. */
  add(teller: Teller): void {
    if (this.#known.has(teller)) return;
    this.#known.add(teller);
    const heap = this.#heap;
    const entry = { teller, serial: this.#serials++, next: teller.next };
    let place = heap.length;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const other = heap[above] as Entry;
      if (!isBefore(entry, other)) break;
      heap[place] = other;
      place = above;
    }
    heap[place] = entry;
  }

  /** Whoever has to tell what comes first. Those who have nothing to tell are forgotten. */
  first(): Teller | undefined {
    for (let top = this.#heap[0]; top; top = this.#heap[0]) {
      const { next } = top.teller;
      if (next === Number.POSITIVE_INFINITY) this.#forgetTop(top);
      else if (next === top.next) return top.teller;
      else {
        top.next = next;
        this.#sink(top);
      }
    }
    return undefined;
  }

  #forgetTop({ teller }: Entry): void {
    this.#known.delete(teller);
    const last = this.#heap.pop() as Entry;
    if (this.#heap.length > 0) this.#sink(last);
  }

  /** Puts an entry in the place of the first, and lets it sink to where it belongs. */
  #sink(entry: Entry): void {
    const heap = this.#heap;
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      const [left, right] = [heap[below], heap[below + 1]];
      if (!left) break;
      if (right && isBefore(right, left)) below++;
      const other = heap[below] as Entry;
      if (!isBefore(other, entry)) break;
      heap[place] = other;
      place = below;
    }
    heap[place] = entry;
  }
}
