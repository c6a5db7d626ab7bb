import { BLANK, KINDS, type Kind } from './kinds';
import { type Cell, type Row, sameCell } from './rows';

/**
 * What is different about one thing. The first number says its kind and what is new about it:
 * `[kind, field, field, …]` it came, blank fields at the end left out; `[3 + kind, place, number of the field, field, …]` fields
 * have changed; `[6 + kind, place]` it has gone.
 */
export type Delta = readonly [what: number, ...cells: Cell[]];

const CHANGED = KINDS.length;
const GONE = 2 * KINDS.length;

/** One thing, before and after: undefined while it is not there. */
interface Difference {
  /** How many of its kind came before it. */
  readonly place: number;
  readonly now: Row | undefined;
  readonly shown: Row | undefined;
}

export const deltaOf = (kind: Kind, { place, now, shown }: Difference): Delta => {
  if (!now) return [GONE + kind, place];
  if (!shown) return [kind, ...withoutBlanks(now, BLANK[kind])];
  const changes = now.flatMap((cell, field) => (sameCell(cell, shown[field]) ? [] : [field, cell]));
  return [CHANGED + kind, place, ...changes];
};

const withoutBlanks = (row: Row, blank: Row): Row =>
  row.slice(0, row.findLastIndex((cell, field) => !sameCell(cell, blank[field])) + 1);

/** What there is of each kind by place, after some pictures. */
export type Rows = Readonly<Record<Kind, Map<number, Row>>>;

/** Does to the rows what a delta says. What makes no sense does nothing. @param seen how many came, of each kind */
export const apply = ([what, ...cells]: Delta, rows: Rows, seen: Record<Kind, number>): void => {
  const kind = KINDS[what % KINDS.length];
  if (kind === undefined) return;
  if (what < CHANGED) {
    rows[kind].set(seen[kind]++, [...cells, ...BLANK[kind].slice(cells.length)]);
    return;
  }
  const [place, ...changes] = cells;
  if (typeof place !== 'number') return;
  if (what >= GONE) {
    rows[kind].delete(place);
    return;
  }
  const row = rows[kind].get(place);
  if (row) rows[kind].set(place, changed(row, changes));
};

const changed = (row: Row, changes: readonly Cell[]): Row => {
  const next = [...row];
  for (let i = 0; i + 1 < changes.length; i += 2) {
    const [field, cell = null] = [changes[i], changes[i + 1]];
    if (typeof field === 'number' && field in row) next[field] = cell;
  }
  return next;
};
