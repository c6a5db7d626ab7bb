import { age } from './ages';
import type { Column } from './table';

/** The NAME column most kinds begin with. */
export const name: Column = { header: 'NAME', cell: (object) => object.metadata.name };

/** Time since creation. */
export const ageColumn: Column = {
  header: 'AGE',
  cell: (object, now) => age(object.metadata.creationTimestamp, now),
};

/** Kinds without a table of their own show name and age. */
export const plainColumns: readonly Column[] = [name, ageColumn];
