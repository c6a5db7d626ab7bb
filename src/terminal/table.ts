import { columnsOf, padTo } from './columns';

/** Sets rows in columns, the first row being the heading. The last column may be of any width. */
export const table = (rows: readonly (readonly string[])[]): string => {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, columnsOf(cell));
    });
  return rows
    .map((row) =>
      row
        .map((cell, column) => padTo(cell, widths[column] ?? 0))
        .join('   ')
        .trimEnd(),
    )
    .join('\n');
};
