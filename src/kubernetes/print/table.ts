import type { KubeObject } from '../object';
import { goText } from './output/goText';
import { alignTabs, TABLE_TABS } from './tabs';

/** What stands in a cell; null is nothing. */
export type CellValue = string | number | bigint | boolean | null;

/** One column of `kubectl get`. */
export interface Column<T extends KubeObject = KubeObject> {
  readonly header: string;
  /** Shown with `-o wide` only. */
  readonly wide?: boolean;
  /** The cell of an object; `now` is model time in ms. */
  cell(object: T, now: number): CellValue;
}

/** The columns of kinds, by API version and plural: `apps/v1/daemonsets`. */
export type ColumnsByKind = Readonly<Record<string, readonly Column[]>>;

/** What to show around the columns of a kind. */
export interface TableOptions {
  readonly wide?: boolean;
  /** Puts the namespace in front. */
  readonly showNamespace?: boolean;
  readonly showLabels?: boolean;
  /** Labels that get a column of their own. */
  readonly labelColumns?: readonly string[];
  readonly noHeaders?: boolean;
  /** Put before every name, `daemonset.apps/`. */
  readonly namePrefix?: string;
  /** Model time in ms. */
  readonly now: number;
}

/** Labels or other pairs in one cell: `a=1,b=2`, sorted; `<none>` if there are none. */
export const pairs = (map: Readonly<Record<string, string>> | undefined): string =>
  Object.entries(map ?? {})
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join(',') || '<none>';

/** A cell shows one line only; what is cut off is marked. What would steer a terminal is made visible. */
const oneLine = (value: CellValue): string =>
  (value === null ? '' : goText(value)).replace(/[\f\n\r][\s\S]*$/, '...').replaceAll('\u001b', '^[');

const surround = (columns: readonly Column[], options: TableOptions): readonly Column[] => {
  const shown = columns.filter((column) => options.wide || !column.wide);
  const nameColumn = shown.find(({ header }) => header === 'NAME');
  const named = shown.map((column) =>
    column === nameColumn && options.namePrefix
      ? {
          ...column,
          cell: (object: KubeObject, now: number) => `${options.namePrefix}${column.cell(object, now)}`,
        }
      : column,
  );
  const labels = (options.labelColumns ?? []).map((key) => ({
    header: (key.split('/').pop() ?? key).toUpperCase(),
    cell: (object: KubeObject) => object.metadata.labels?.[key] ?? '',
  }));
  return [
    ...(options.showNamespace
      ? [{ header: 'NAMESPACE', cell: (object: KubeObject) => object.metadata.namespace ?? '' }]
      : []),
    ...named,
    ...labels,
    ...(options.showLabels
      ? [{ header: 'LABELS', cell: (object: KubeObject) => pairs(object.metadata.labels) }]
      : []),
  ];
};

/** Prints objects as `kubectl get` does: columns three spaces apart, every line ended. */
export const printTable = (
  columns: readonly Column[],
  objects: readonly KubeObject[],
  options: TableOptions,
): string => {
  const shown = surround(columns, options);
  const header = options.noHeaders ? [] : [shown.map((column) => column.header)];
  const rows = objects.map((object) => shown.map((column) => oneLine(column.cell(object, options.now))));
  return alignTabs([...header, ...rows].map((cells) => `${cells.join('\t')}\n`).join(''), TABLE_TABS);
};
