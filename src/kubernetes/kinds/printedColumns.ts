import columns from './printedColumns.data.json';

/** One column of the table that a list is answered with. */
export interface ColumnDefinition {
  /** As the API server writes it: `Up-to-date`. Printed in capitals. */
  readonly name: string;
  /** `string`, `integer`, `number`, `boolean` or `date`. */
  readonly type: string;
  /** `name` for the column that names the object. */
  readonly format?: string;
  /** Above 0: shown with `-o wide` only. */
  readonly priority?: number;
}

const byKind: Readonly<Record<string, readonly ColumnDefinition[]>> = columns;

/** The columns of a kind that Kubernetes serves on its own; undefined for all others. */
export const publishedColumnsOf = ({
  apiVersion,
  plural,
}: {
  readonly apiVersion: string;
  readonly plural: string;
}): readonly ColumnDefinition[] | undefined => byKind[`${apiVersion}/${plural}`];
