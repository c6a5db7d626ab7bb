import type { Event } from '../../kinds/event/event';
import type { KubeObject } from '../../object';
import { describeEvents } from './events';
import { annotations, labels } from './metadata';
import { field, indent, type Lines, toText } from './text';

const ACRONYMS = new Set(['API', 'URL', 'UID', 'OSB', 'GUID']);

/** `creationTimestamp` becomes `Creation Timestamp`. */
const title = (name: string): string =>
  name
    .split(/(?<=[a-z\d])(?=[A-Z])/)
    .map((word) => {
      const upper = word.toUpperCase();
      return ACRONYMS.has(upper) ? upper : word.charAt(0).toUpperCase() + word.slice(1);
    })
    .join(' ');

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const content = (value: Record<string, unknown>): Lines =>
  Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .flatMap((key) => {
      const inner = value[key];
      if (isObject(inner)) return [`${title(key)}:`, ...indent(2, content(inner))];
      if (!Array.isArray(inner)) return [field(title(key), String(inner ?? '<nil>'))];
      const items = inner.flatMap((item) => (isObject(item) ? content(item) : [String(item)]));
      return [`${title(key)}:`, ...indent(2, items)];
    });

/**
 * Describes an object of a kind without a description of its own: metadata, then every field by name.
 * `now` is model time in ms.
 * @see k8s.io/kubectl/pkg/describe genericDescriber
 */
export const describeAnything = (
  object: KubeObject,
  events: readonly Event[] | undefined,
  now: number,
): string => {
  const { name, namespace, labels: own, annotations: notes, ...metadata } = object.metadata;
  return toText([
    field('Name', name),
    field('Namespace', namespace ?? ''),
    ...labels('Labels', own),
    ...annotations('Annotations', notes),
    ...content({ ...object, metadata }),
    ...describeEvents(events, now),
  ]);
};
