import { apply, type Delta, type Rows } from './deltas';
import { type Kind, NODE, POD, SET } from './kinds';
import { nodeOfRow, podOfRow, type Row, setOfRow } from './rows';
import type { Scene } from './scene';

/** Turns deltas into pictures, one after the other. What looks the same is the same object in both. */
export class Player {
  readonly #rows: Rows = { [NODE]: new Map(), [POD]: new Map(), [SET]: new Map() };
  readonly #seen: Record<Kind, number> = { [NODE]: 0, [POD]: 0, [SET]: 0 };
  readonly #nodes = remembered(nodeOfRow);
  readonly #pods = remembered(podOfRow);
  readonly #sets = remembered(setOfRow);

  /** The picture that comes of these differences from the last one. */
  play(deltas: readonly Delta[]): Scene {
    for (const delta of deltas) apply(delta, this.#rows, this.#seen);
    return {
      nodes: Array.from(this.#rows[NODE], this.#nodes),
      pods: Array.from(this.#rows[POD], this.#pods),
      sets: Array.from(this.#rows[SET], this.#sets),
    };
  }
}

/** Rows are not changed, but replaced: so each needs to be looked at once. */
const remembered = <T extends object>(viewOf: (row: Row, id: string) => T) => {
  const views = new WeakMap<Row, T>();
  return ([place, row]: readonly [number, Row]): T => {
    const known = views.get(row) ?? viewOf(row, String(place));
    views.set(row, known);
    return known;
  };
};
