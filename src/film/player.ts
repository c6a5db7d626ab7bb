import { apply, type Delta, type Rows } from './deltas';
import { type Kind, NODE, POD, SET } from './kinds';
import { nodeOfRow, podOfRow, setOfRow } from './rows';
import type { Scene } from './scene';

/** Turns deltas into pictures, one after the other. */
export class Player {
  readonly #rows: Rows = { [NODE]: new Map(), [POD]: new Map(), [SET]: new Map() };
  readonly #seen: Record<Kind, number> = { [NODE]: 0, [POD]: 0, [SET]: 0 };

  /** The picture that comes of these differences from the last one. */
  play(deltas: readonly Delta[]): Scene {
    for (const delta of deltas) apply(delta, this.#rows, this.#seen);
    return {
      nodes: [...this.#rows[NODE].values()].map(nodeOfRow),
      pods: [...this.#rows[POD]].map(([place, row]) => podOfRow(row, String(place))),
      sets: [...this.#rows[SET]].map(([place, row]) => setOfRow(row, String(place))),
    };
  }
}
