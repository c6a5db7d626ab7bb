import type { KubeObject } from '../../object';
import type { PrinterColumn } from '../../resourceType';
import { timeProblem } from '../../wire/schema/timestamps';
import { age } from '../ages';
import { name } from '../commonColumns';
import { goText } from '../output/goText';
import { toCompactJson } from '../output/json';
import { valuesAt } from '../output/jsonpath';
import { JsonPathError, type PathStep, parsePath } from '../output/jsonpathSyntax';
import type { CellValue, Column } from '../table';

/** What is shown of a custom resource whose definition declares no columns. */
const BY_DEFAULT: readonly PrinterColumn[] = [
  { name: 'Age', type: 'date', jsonPath: '.metadata.creationTimestamp' },
];

/** JSON as Go writes it: what means something in HTML is escaped. */
const goJson = (value: unknown): string =>
  toCompactJson(value).replace(
    /[<>&\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** Text takes values of every type; Go's templates have this to say of one that is null. */
const asText = (value: unknown): string => {
  if (value === null) return '<no value>';
  return typeof value === 'object' ? goJson(value) : goText(value);
};

const asDate = (value: string, now: number): string => {
  if (value === '' || value === 'null') return '<unknown>';
  return timeProblem(value) === undefined ? age(value, now) : '<invalid>';
};

/** A value that is not of the column's type is not shown. */
const cellOf = (type: string, value: unknown, now: number): CellValue => {
  switch (type) {
    case 'string':
      return asText(value);
    case 'integer':
      if (typeof value === 'bigint') return value;
      return typeof value === 'number' ? Math.trunc(value) : null;
    case 'number':
      return typeof value === 'number' ? value : null;
    case 'boolean':
      return typeof value === 'boolean' ? value : null;
    case 'date':
      return typeof value === 'string' ? asDate(value, now) : null;
    default:
      return null;
  }
};

const columnOf = (
  { name: title, type, priority }: PrinterColumn,
  path: readonly PathStep[],
): Column<KubeObject> => ({
  header: title.toUpperCase(),
  wide: (priority ?? 0) !== 0,
  cell: (object, now) => {
    const [value] = valuesAt(path, object);
    return value === undefined ? null : cellOf(type, value, now);
  },
});

const parsed = (path: string): readonly PathStep[] | undefined => {
  try {
    return parsePath(path);
  } catch (error) {
    if (error instanceof JsonPathError) return undefined;
    throw error;
  }
};

/**
 * The columns of a version of a custom resource, the name first. A path that leads nowhere leaves its cell empty; a path
 * that cannot be read ends the table before its column.
 * @param declared `additionalPrinterColumns` of the version; without any, the age is shown
 * @see k8s.io/apiextensions-apiserver/pkg/registry/customresource/tableconvertor
 */
export const customResourceColumns = (
  declared: readonly PrinterColumn[] | undefined,
): readonly Column<KubeObject>[] => {
  const columns: Column<KubeObject>[] = [name];
  for (const column of declared?.length ? declared : BY_DEFAULT) {
    const path = parsed(column.jsonPath);
    if (path === undefined) return columns;
    columns.push(columnOf(column, path));
  }
  return columns;
};
