import { alignTabs, TABLE_TABS } from '../tabs';
import { goText } from './goText';
import { findByPath, JsonPathError } from './jsonpath';

interface CustomColumn {
  readonly header: string;
  readonly path: string;
}

const readColumns = (spec: string): readonly CustomColumn[] => {
  if (spec === '') throw new JsonPathError('custom-columns format specified but no custom columns given');
  return spec.split(',').map((part) => {
    const [header = '', path] = part.split(/:(.*)/s);
    if (path !== undefined) return { header, path };
    throw new JsonPathError(`unexpected custom-columns spec: ${part}, expected <header>:<json-path-expr>`);
  });
};

const cell = (path: string, value: unknown): string => {
  const found = path === '' ? [] : findByPath(path, value);
  return found.length === 0 ? '<none>' : found.map(goText).join(',');
};

/**
 * A table of columns that the user names: `NAME:.metadata.name,NODE:.spec.nodeName`.
 * @throws JsonPathError if the columns cannot be read.
 * @see k8s.io/kubectl/pkg/cmd/get CustomColumnsPrinter
 */
export const printCustomColumns = (
  spec: string,
  values: readonly unknown[],
  { noHeaders = false }: { readonly noHeaders?: boolean } = {},
): string => {
  const columns = readColumns(spec);
  const rows = values.map((value) => columns.map(({ path }) => cell(path, value)));
  const header = noHeaders ? [] : [columns.map((column) => column.header)];
  return alignTabs([...header, ...rows].map((cells) => `${cells.join('\t')}\n`).join(''), TABLE_TABS);
};
