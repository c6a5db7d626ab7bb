import type { PickleTable } from '@cucumber/messages';

/** The table below a step, as Cucumber hands it to the code of a phrase. */
export class DataTable {
  readonly #rows: readonly (readonly string[])[];

  constructor(source: PickleTable | readonly (readonly string[])[]) {
    this.#rows =
      'rows' in source ? source.rows.map(({ cells }) => cells.map(({ value }) => value)) : [...source];
  }

  /** Every row, the header too. */
  raw(): string[][] {
    return this.#rows.map((row) => [...row]);
  }

  /** Every row but the header. */
  rows(): string[][] {
    return this.raw().slice(1);
  }

  /** A record for each row but the header, by the names in the header. */
  hashes(): Record<string, string>[] {
    const [header = [], ...rows] = this.#rows;
    return rows.map((row) => Object.fromEntries(header.map((name, column) => [name, row[column] ?? ''])));
  }

  /** The second column by the first. @throws if a row has not two cells */
  rowsHash(): Record<string, string> {
    if (this.#rows.some(({ length }) => length !== 2))
      throw new Error('rowsHash can only be called on a data table where all rows have exactly two columns');
    return Object.fromEntries(this.#rows.map(([name = '', value = '']) => [name, value]));
  }

  transpose(): DataTable {
    return new DataTable(
      (this.#rows[0] ?? []).map((_, column) => this.#rows.map((row) => row[column] ?? '')),
    );
  }
}
