import type { KubeObject } from '../../object';
import { goText } from '../output/goText';
import { defineDescription } from './description';
import { describeEvents } from './events';
import { fieldTitle } from './fieldTitle';
import { annotations, labels } from './metadata';
import { field, indent, type Lines, toText } from './text';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every field by name. The items of a list follow each other without a sign of where one ends. */
const content = (value: Readonly<Record<string, unknown>>): Lines =>
  Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .flatMap((key) => {
      const inner = value[key];
      if (isObject(inner)) return [`${fieldTitle(key)}:`, ...indent(2, content(inner))];
      if (!Array.isArray(inner)) return [field(fieldTitle(key), goText(inner))];
      const items = inner.flatMap((item) => (isObject(item) ? content(item) : [goText(item)]));
      return [`${fieldTitle(key)}:`, ...indent(2, items)];
    });

/** Metadata that stands above the fields, or is not shown at all. */
const NOT_AMONG_FIELDS: ReadonlySet<string> = new Set([
  'name',
  'namespace',
  'labels',
  'annotations',
  'managedFields',
]);

/**
 * Describes an object of a kind without a description of its own: metadata, then every field by name.
 * @see k8s.io/kubectl/pkg/describe genericDescriber
 */
export const anyDescription = defineDescription({
  eventsBy: 'uid',
  text(object: KubeObject, _found, { events, now }) {
    const { name, namespace, labels: own, annotations: notes } = object.metadata;
    const rest = Object.entries(object.metadata).filter(([key]) => !NOT_AMONG_FIELDS.has(key));
    return toText([
      field('Name', name),
      field('Namespace', namespace ?? ''),
      ...labels('Labels', own),
      ...annotations('Annotations', notes),
      ...content({ ...object, metadata: Object.fromEntries(rest) }),
      ...describeEvents(events, now),
    ]);
  },
});
