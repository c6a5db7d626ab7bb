import { formatSelector } from '../../fields/selectorText';
import type { KubeObject } from '../../object';
import { humanDuration } from '../ages';
import { type CellValue, type Column, pairs } from '../table';
import { flagAt, listAt, numberAt, selectorAt, stringsAt, textAt, timeAt } from './reading';

/** What stands in a column for an object of any shape. `now` is model time in ms. */
export type Cell = (object: KubeObject, now: number) => CellValue;

/** The columns of kinds, by API version and plural: `apps/v1/deployments`. */
export type ColumnsByKind = Readonly<Record<string, readonly Column<KubeObject>[]>>;

/** Time of creation, for kinds whose table the API server does not fill in by hand. @see rest.NewDefaultTableConvertor */
export const createdAt: Column<KubeObject> = {
  header: 'CREATED AT',
  cell: (object) => textAt(object, 'metadata.creationTimestamp') ?? '',
};

/** @param missing what the API server shows (or has filled in) where the field is not set */
export const text =
  (path: string, missing = ''): Cell =>
  (object) =>
    textAt(object, path) ?? missing;

/** @param missing what the API server has filled in where the field is not set */
export const number =
  (path: string, missing = 0): Cell =>
  (object) =>
    numberAt(object, path) ?? missing;

/** True or false. */
export const flag =
  (path: string, missing: boolean): Cell =>
  (object) =>
    flagAt(object, path) ?? missing;

/** How long a list is. */
export const count =
  (path: string): Cell =>
  (object) =>
    listAt(object, path).length;

/** Labels as `a=1,b=2`. */
export const labels =
  (path: string): Cell =>
  (object) =>
    pairs(stringsAt(object, path));

/** A label selector as `a=1,b in (x,y)`. */
export const selector =
  (path: string): Cell =>
  (object) =>
    formatSelector(selectorAt(object, path));

const ofContainers =
  (podSpec: string, field: string): Cell =>
  (object) =>
    listAt(object, `${podSpec}.containers`)
      .map((container) => textAt(container, field) ?? '')
      .join(',');

/** The names of the containers of a pod template's spec. */
export const containerNames = (podSpec: string): Cell => ofContainers(podSpec, 'name');

/** Their images. */
export const containerImages = (podSpec: string): Cell => ofContainers(podSpec, 'image');

/** CONTAINERS and IMAGES, as workloads show them. */
export const containers = (podSpec: string): readonly Column<KubeObject>[] => [
  { header: 'CONTAINERS', wide: true, cell: containerNames(podSpec) },
  { header: 'IMAGES', wide: true, cell: containerImages(podSpec) },
];

/** The name of a class, and that it is the default one. */
export const nameOfClass =
  (...annotations: readonly string[]): Cell =>
  ({ metadata }) =>
    `${metadata.name}${annotations.some((each) => metadata.annotations?.[each] === 'true') ? ' (default)' : ''}`;

/** How long ago the time at a path was. */
export const since = (object: unknown, path: string, now: number): string => {
  const time = timeAt(object, path);
  return time === undefined ? '<unknown>' : humanDuration(now - time);
};

/** The first few of a list, and how many more there are: `80,443,8080 + 2 more...`. */
export const firstOf = (items: readonly string[], most: number): string => {
  const shown = items.slice(0, most).join(',');
  return items.length > most ? `${shown} + ${items.length - most} more...` : shown;
};
