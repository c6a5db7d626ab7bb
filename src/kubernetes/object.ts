/** A value nobody may change: API objects are shared between components, so updates make new ones. */
export type Immutable<T> = T extends (infer E)[]
  ? readonly Immutable<E>[]
  : T extends object
    ? { readonly [K in keyof T]: Immutable<T[K]> }
    : T;

/** A published type with fields that it lacks, or says otherwise than the API. */
export type Amended<T, Fields> = Omit<T, keyof Fields> & Fields;

/** Labels, annotations, selectors: string to string. */
export type StringMap = Readonly<Record<string, string>>;

/** Names an object that another one belongs to, and goes with. */
export interface OwnerReference {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly uid: string;
  readonly controller?: boolean;
  readonly blockOwnerDeletion?: boolean;
}

/**
 * A set of fields, written as a tree: `{"f:spec":{"f:replicas":{}}}`.
 * @see k8s.io/apimachinery/pkg/apis/meta/v1 FieldsV1
 */
export interface FieldsV1 {
  readonly [step: string]: FieldsV1;
}

/** Who has set which fields, in one way. As senders may write it: all of it may be missing. */
export interface ManagedFieldsEntry {
  readonly manager?: string;
  /** `Apply` or `Update`. */
  readonly operation?: string;
  readonly apiVersion?: string;
  readonly time?: string;
  readonly fieldsType?: string;
  readonly fieldsV1?: FieldsV1;
  readonly subresource?: string;
}

/** Metadata of a stored object. Times are RFC 3339 in whole seconds, as the API server writes them. */
export interface ObjectMeta {
  readonly name: string;
  readonly generateName?: string;
  readonly namespace?: string;
  readonly uid: string;
  readonly resourceVersion: string;
  readonly generation?: number;
  readonly creationTimestamp: string;
  readonly deletionTimestamp?: string;
  readonly deletionGracePeriodSeconds?: number;
  readonly labels?: StringMap;
  readonly annotations?: StringMap;
  readonly ownerReferences?: readonly OwnerReference[];
  readonly finalizers?: readonly string[];
  /** Kept where the cluster keeps account of it, and of objects that were applied by the server. */
  readonly managedFields?: readonly ManagedFieldsEntry[];
}

/** Any object as the API server stores and returns it. */
export interface KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMeta;
}

/** An object as somebody sends it: metadata still to be completed, everything else unchecked. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata?: Partial<ObjectMeta>;
  readonly [field: string]: unknown;
}
