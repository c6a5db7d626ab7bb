import { canonicalQuantity } from '../../fields/exactQuantity';
import { defineDescription } from '../../print/describe/description';
import { field, type Lines, toText } from '../../print/describe/text';
import type { LimitRange, LimitRangeItem } from './limitRange';

const COLUMNS = ['min', 'max', 'defaultRequest', 'default', 'maxLimitRequestRatio'] as const;

const rowsOf = (item: LimitRangeItem, prefix: string): Lines => {
  const names = new Set(COLUMNS.flatMap((column) => Object.keys(item[column] ?? {})));
  return [...names].sort().map((name) => {
    const cells = COLUMNS.map((column) => {
      const quantity = (item[column] as Readonly<Record<string, string>> | undefined)?.[name];
      return quantity === undefined ? '-' : canonicalQuantity(quantity);
    });
    return [`${prefix}${item.type}`, name, ...cells].join('\t');
  });
};

/** Rows of a limit range, one for each resource of each type. @param prefix before each row */
export const limitRows = ({ spec }: LimitRange, prefix = ''): Lines =>
  (spec?.limits ?? []).flatMap((item) => rowsOf(item, prefix));

/** The heading of such rows, and the line below it. */
export const limitHeading = (prefix = ''): Lines => [
  `${prefix}Type\tResource\tMin\tMax\tDefault Request\tDefault Limit\tMax Limit/Request Ratio`,
  `${prefix}----\t--------\t---\t---\t---------------\t-------------\t-----------------------`,
];

/** @see k8s.io/kubectl/pkg/describe describeLimitRange */
export const limitRangeDescription = defineDescription({
  text: (range: LimitRange) =>
    toText([
      field('Name', range.metadata.name),
      field('Namespace', range.metadata.namespace ?? ''),
      ...limitHeading(),
      ...limitRows(range),
    ]),
});
