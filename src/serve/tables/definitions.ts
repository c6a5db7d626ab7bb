import { columnsOf } from '../../kubernetes/kinds/printed';
import { createdAt } from '../../kubernetes/print/cells/column';
import { name } from '../../kubernetes/print/commonColumns';
import type { Column } from '../../kubernetes/print/table';
import type { PrinterColumn, ResourceType } from '../../kubernetes/resourceType';
import data from './columns.data.json';

/** What a Table says of one column. @see k8s.io/apimachinery/pkg/apis/meta/v1 TableColumnDefinition */
export interface ColumnDefinition {
  readonly name: string;
  readonly type: string;
  /** `name` for the column of names; empty for most. */
  readonly format: string;
  readonly description: string;
  /** Above 0: shown in wide tables only. */
  readonly priority: number;
}

/** The columns of a kind, and what is said of them. */
export interface KindColumns {
  readonly definitions: readonly ColumnDefinition[];
  /** As many as there are definitions. */
  readonly columns: readonly Column[];
}

type Published = Pick<ColumnDefinition, 'name' | 'type'> & Partial<ColumnDefinition>;

const published: Readonly<Record<string, readonly Published[]>> = data;

const NAME: Published = { name: 'Name', type: 'string', format: 'name' };
const AGE: Published = { name: 'Age', type: 'date' };

const complete = ({
  name,
  type,
  format = '',
  description = '',
  priority = 0,
}: Published): ColumnDefinition => ({
  name,
  type,
  format,
  description,
  priority,
});

const declaredBy = ({ jsonPath, description, ...rest }: PrinterColumn): Published => ({
  ...rest,
  description: description || `Custom resource definition column (in JSONPath format): ${jsonPath}`,
});

/** What is said of the columns of a kind that a definition brings. */
const ofCustomKind = (declared: readonly PrinterColumn[] = []): readonly Published[] => [
  NAME,
  ...(declared.length > 0 ? declared.map(declaredBy) : [AGE]),
];

/**
 * The columns of a kind as a Table shows them. What Kubernetes says in prose of the columns of its own kinds is left
 * out.
 */
export const kindColumns = (kind: ResourceType): KindColumns => {
  const columns = columnsOf(kind);
  const known = published[`${kind.apiVersion}/${kind.plural}`] ?? ofCustomKind(kind.printerColumns);
  // Columns end before a path that cannot be read.
  return { columns, definitions: known.slice(0, columns.length).map(complete) };
};

/** The columns of objects that no table was made for. @see k8s.io/apiserver/pkg/registry/rest NewDefaultTableConvertor */
export const plainColumns: KindColumns = {
  columns: [name, createdAt],
  definitions: [NAME, { name: 'Created At', type: 'date' }].map(complete),
};
