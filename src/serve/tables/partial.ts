import type { KubeObject } from '../../kubernetes/object';

/** A collection as it is answered. */
export interface ObjectList {
  readonly kind: string;
  readonly apiVersion: string;
  readonly metadata: object;
  readonly items: readonly KubeObject[];
}

/** True for a collection, as opposed to one object. */
export const isList = (object: object): object is ObjectList =>
  'items' in object && Array.isArray(object.items) && 'kind' in object && `${object.kind}`.endsWith('List');

/**
 * Of an object, what every object has.
 * @param apiVersion `meta.k8s.io/v1`, or its beta
 * @see k8s.io/apimachinery/pkg/api/meta AsPartialObjectMetadata
 */
export const partialMetadata = ({ metadata }: KubeObject, apiVersion: string): object => ({
  kind: 'PartialObjectMetadata',
  apiVersion,
  metadata,
});

/** The same of every object of a collection. */
export const partialMetadataList = ({ metadata, items }: ObjectList, apiVersion: string): object => ({
  kind: 'PartialObjectMetadataList',
  apiVersion,
  metadata,
  items: items.map((each) => partialMetadata(each, apiVersion)),
});
