import type { KubeObject } from '../object';
import type { FieldCause } from '../refusals';
import type { Kind } from './kind';

export type Fields = Readonly<Record<string, unknown>>;

/**
 * An object of a kind as it is stored, with its defaults, in the namespace `default`.
 * @param fields beside metadata; of any type, as people send them
 */
export const stored = <T extends KubeObject>(
  kind: Kind<T>,
  fields: object = {},
  metadata: Fields = {},
): T => {
  const object: KubeObject = {
    apiVersion: kind.apiVersion,
    kind: kind.kind,
    metadata: {
      name: 'agent',
      uid: 'u-1',
      resourceVersion: '7',
      creationTimestamp: '2026-01-01T00:00:00Z',
      ...(kind.namespaced ? { namespace: 'default' } : {}),
      ...metadata,
    },
    ...fields,
  };
  return kind.defaults(object as T);
};

/** The object with some fields of its own set otherwise, to values of any type. */
export const spoilt = <T extends object>(object: T, fields: object): T => ({ ...object, ...fields });

export const container = { name: 'main', image: 'example.test/agent:v1' };

/** What is wrong, as `field: message`. */
export const wrong = (causes: readonly FieldCause[]): readonly string[] =>
  causes.map(({ field, message }) => `${field}: ${message}`);
