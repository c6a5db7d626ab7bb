import type { KubeObject } from '../kubernetes/object';

/** Which object is meant. A name is unique within its kind and namespace; kinds of the whole cluster have none. */
export interface ObjectId {
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

/** The identity of an object. A successor of the same name shares it: only the uid tells them apart. */
export const idOf = ({ kind, metadata: { namespace, name } }: KubeObject): ObjectId => ({
  kind,
  ...(namespace === undefined ? {} : { namespace }),
  name,
});

/** True of the object that is meant, and of its predecessors and successors. */
export const isMeant = (id: ObjectId, { kind, metadata }: KubeObject): boolean =>
  kind === id.kind && metadata.name === id.name && metadata.namespace === id.namespace;

/** True if both name the same object. */
export const sameId = (a: ObjectId, b: ObjectId): boolean =>
  a.kind === b.kind && a.name === b.name && a.namespace === b.namespace;
