/** How wide a column is at least, and how many spaces stand between columns. */
export interface TabStops {
  readonly minWidth: number;
  readonly padding: number;
}

/** Tab stops of `kubectl describe`. */
export const DESCRIBE_TABS: TabStops = { minWidth: 0, padding: 2 };

/** Tab stops of `kubectl get`. */
export const TABLE_TABS: TabStops = { minWidth: 6, padding: 3 };

/**
 * Replaces tabs by spaces so that columns line up. A column reaches over neighbouring lines only: a line
 * that has no such cell ends it, so that each block of lines gets its own width. Text after the last tab of a
 * line belongs to no column and is never padded.
 * @see Go's text/tabwriter, which kubectl prints with
 */
export const alignTabs = (text: string, { minWidth, padding }: TabStops): string => {
  const lines = text.split('\n').map((line) => line.split('\t'));
  const widths: number[][] = lines.map(() => []);

  const measure = (from: number, to: number, column: number): void => {
    const hasCell = (line: number): boolean => (lines[line]?.length ?? 0) - 1 > column;
    for (let first = from; first < to; first++) {
      if (!hasCell(first)) continue;
      let end = first;
      let width = minWidth;
      for (; end < to && hasCell(end); end++) {
        width = Math.max(width, (lines[end]?.[column]?.length ?? 0) + padding);
      }
      for (let line = first; line < end; line++) widths[line]?.push(width);
      measure(first, end, column + 1);
      first = end;
    }
  };
  measure(0, lines.length, 0);

  return lines
    .map((cells, line) => cells.map((cell, column) => cell.padEnd(widths[line]?.[column] ?? 0)).join(''))
    .join('\n');
};
