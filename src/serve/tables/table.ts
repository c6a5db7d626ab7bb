import type { Pod } from '../../kubernetes/kinds/pod/pod';
import type { KubeObject } from '../../kubernetes/object';
import type { CellValue } from '../../kubernetes/print/table';
import type { ColumnDefinition, KindColumns } from './definitions';
import { isList, type ObjectList, partialMetadata } from './partial';

/** How much of each object stands beside its row. */
export type IncludeObject = 'None' | 'Metadata' | 'Object';

/** What a table is made with. */
export interface TableMaking {
  /** `meta.k8s.io/v1`, or its beta. */
  readonly apiVersion: string;
  readonly includeObject: IncludeObject;
  /** Model time in ms. */
  readonly now: number;
  /** Leaves out what the columns are: the client was told before. */
  readonly withoutHeaders?: boolean;
}

const MESSAGES: Readonly<Record<string, string>> = {
  Succeeded: 'The pod has completed successfully.',
  Failed: 'The pod failed.',
};

/** A pod that has ended is marked, so that clients can leave it out. @see pkg/printers/internalversion printPod */
const conditionsOf = (object: KubeObject): object => {
  const { phase = '' } = (object as Partial<Pod>).status ?? {};
  const message = object.apiVersion === 'v1' && object.kind === 'Pod' ? MESSAGES[phase] : undefined;
  return message ? { conditions: [{ type: 'Completed', status: 'True', reason: phase, message }] } : {};
};

const beside = (object: KubeObject, { includeObject, apiVersion }: TableMaking): object | null => {
  if (includeObject === 'None') return null;
  return includeObject === 'Object' ? object : partialMetadata(object, apiVersion);
};

const IN_NOTHING: Readonly<Record<string, CellValue>> = { integer: 0, number: 0, boolean: false };

/** What stands in the cells of a bookmark, which is an object with nothing but a version. */
const emptyCells = (definitions: readonly ColumnDefinition[]): readonly CellValue[] =>
  definitions.map(({ name, type }) => (name === 'Age' ? '<unknown>' : (IN_NOTHING[type] ?? '')));

const cellsOf = (object: KubeObject, { columns, definitions }: KindColumns, now: number) =>
  object.metadata.name === undefined
    ? emptyCells(definitions)
    : columns.map((column) => column.cell(object, now));

/** Kinds without a table of their own have no list of rows, rather than an empty one, where there is no object. */
const rowsOf = (
  objects: readonly KubeObject[],
  kind: KindColumns,
  making: TableMaking,
): readonly object[] | null =>
  objects.length === 0 && kind.definitions[1]?.name === 'Created At'
    ? null
    : objects.map((object) => ({
        cells: cellsOf(object, kind, making.now),
        ...conditionsOf(object),
        object: beside(object, making),
      }));

/**
 * Shows an object, or a collection, as a table.
 * @see k8s.io/apimachinery/pkg/apis/meta/v1 Table
 */
export const tableOf = (shown: KubeObject | ObjectList, kind: KindColumns, making: TableMaking): object => ({
  kind: 'Table',
  apiVersion: making.apiVersion,
  metadata: isList(shown) ? shown.metadata : { resourceVersion: shown.metadata.resourceVersion },
  columnDefinitions: making.withoutHeaders ? null : kind.definitions,
  rows: rowsOf(isList(shown) ? shown.items : [shown], kind, making),
});
