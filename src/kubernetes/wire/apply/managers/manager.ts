import type { FieldSet } from '../sets/fieldSet';

export type Operation = 'Apply' | 'Update';

/** Who writes, and by which way. */
export interface Writer {
  readonly manager: string;
  readonly operation: Operation;
  /** The version that the fields are named in. */
  readonly apiVersion: string;
  /** The part of the object that is written at an endpoint of its own. */
  readonly subresource?: string;
}

/** A writer with the fields that are its. */
export interface Manager extends Writer {
  /** Of its last write, RFC 3339. One that has but confirmed what was there has none. */
  readonly time?: string;
  readonly fields: FieldSet;
}

/** The managers of an object, by what tells them apart: see `identify`. */
export type Managers = ReadonlyMap<string, Manager>;

const identifiers = new WeakMap<Writer, string>();

/**
 * What tells managers apart. Who applies is the same one in every version.
 * @see k8s.io/apimachinery/pkg/util/managedfields/internal BuildManagerIdentifier
 */
export const identify = (writer: Writer): string => {
  let identifier = identifiers.get(writer);
  if (identifier === undefined) {
    const { manager, operation, apiVersion, subresource } = writer;
    identifier = JSON.stringify({
      ...(manager ? { manager } : {}),
      operation,
      ...(operation === 'Apply' ? {} : { apiVersion }),
      ...(subresource ? { subresource } : {}),
    });
    identifiers.set(writer, identifier);
  }
  return identifier;
};
