import type { ObjectMeta, OwnerReference, StringMap } from '../../object';
import type { FieldCause } from '../../refusals';
import { byteLength } from '../bytes';
import { deepEqual } from '../equality';
import { asStruct, forbidden, invalid, misformatted, NIL, required, tooLong } from './causes';
import { validateManagedFields } from './fieldManager';
import { asPrefix, dnsLabel, type Format, labelKey } from './formats';
import { validateLabels } from './labels';

/** What a kind asks of its objects' metadata. */
export interface MetadataRules {
  readonly namespaced: boolean;
  readonly name: Format;
  /** The format of `generateName`; by default the name's, with a dash allowed at the end. */
  readonly prefix?: Format;
  /** Finalizers without a domain need not be among those that Kubernetes knows: so it is where others define kinds. */
  readonly anyFinalizer?: boolean;
}

const MOST_ANNOTATION_BYTES = 256 * 1024;
const STANDARD_FINALIZERS = new Set(['kubernetes', 'orphan', 'foregroundDeletion']);

/** Values that may not be less than zero. */
export const notNegative = (value: number | undefined, field: string): FieldCause[] =>
  (value ?? 0) < 0 ? [invalid(field, value, 'must be greater than or equal to 0')] : [];

/** Annotations: keys in form (upper case allowed), no more than 256 KiB in all. */
export const validateAnnotations = (annotations: StringMap | undefined, field: string): FieldCause[] => {
  if (annotations === undefined) return [];
  const causes: FieldCause[] = [];
  let size = 0;
  for (const key of Object.keys(annotations).sort()) {
    causes.push(...misformatted(field, key, labelKey(key.toLowerCase())));
    size += byteLength(key) + byteLength(annotations[key] ?? '');
  }
  if (size > MOST_ANNOTATION_BYTES) causes.push(tooLong(field, MOST_ANNOTATION_BYTES));
  return causes;
};

/** An owner reference with its fields in the order Go writes them. */
const printedOwner = ({ apiVersion, kind, name, uid, controller, blockOwnerDeletion }: OwnerReference) => ({
  apiVersion,
  kind,
  name,
  uid,
  ...(controller === undefined ? {} : { controller }),
  ...(blockOwnerDeletion === undefined ? {} : { blockOwnerDeletion }),
});

const validateOwners = (owners: readonly OwnerReference[], field: string): FieldCause[] => {
  const causes: FieldCause[] = [];
  let controller: string | undefined;
  for (const owner of owners) {
    if (!/^([^/]*\/)?[^/]+$/.test(owner.apiVersion ?? '')) {
      causes.push(invalid(`${field}.apiVersion`, owner.apiVersion ?? '', 'version must not be empty'));
    }
    for (const key of ['kind', 'name', 'uid'] as const) {
      if (!owner[key]) causes.push(invalid(`${field}.${key}`, owner[key] ?? '', 'must not be empty'));
    }
    if (owner.apiVersion === 'v1' && owner.kind === 'Event') {
      causes.push(
        invalid(field, asStruct(printedOwner(owner)), '/v1, Kind=Event is disallowed from being an owner'),
      );
    }
    if (owner.controller !== true) continue;
    const name = `${owner.kind}/${owner.name}`;
    if (controller !== undefined) {
      causes.push(
        invalid(
          field,
          asStruct(owners.map(printedOwner)),
          `Only one reference can have Controller set to true. Found "true" in references for ${controller} and ${name}`,
        ),
      );
    }
    controller ??= name;
  }
  return causes;
};

/** A finalizer without a prefix must be one that Kubernetes knows. */
export const validateFinalizerKind = (finalizer: string, field: string): FieldCause[] =>
  finalizer.includes('/') || STANDARD_FINALIZERS.has(finalizer)
    ? []
    : [invalid(field, finalizer, 'name is neither a standard finalizer name nor is it fully qualified')];

const validateFinalizers = (finalizers: readonly string[], field: string): FieldCause[] => {
  const causes = finalizers.flatMap((finalizer) => misformatted(field, finalizer, labelKey(finalizer)));
  if (finalizers.includes('orphan') && finalizers.includes('foregroundDeletion')) {
    causes.push(invalid(field, finalizers, 'finalizer orphan and foregroundDeletion cannot be both set'));
  }
  return causes;
};

const finalizerKinds = (meta: ObjectMeta): FieldCause[] =>
  (meta.finalizers ?? []).flatMap((finalizer, index) =>
    validateFinalizerKind(finalizer, `metadata.finalizers[${index}]`),
  );

/**
 * The metadata of a new object, after its name was generated.
 * @see k8s.io/apimachinery/pkg/api/validation ValidateObjectMeta
 */
export const validateMetadata = (meta: ObjectMeta, rules: MetadataRules): FieldCause[] => {
  const causes: FieldCause[] = [];
  if (meta.generateName) {
    const prefix = rules.prefix ?? asPrefix(rules.name);
    causes.push(...misformatted('metadata.generateName', meta.generateName, prefix(meta.generateName)));
  }
  if (!meta.name) causes.push(required('metadata.name', 'name or generateName is required'));
  else causes.push(...misformatted('metadata.name', meta.name, rules.name(meta.name)));
  if (rules.namespaced) {
    if (!meta.namespace) causes.push(required('metadata.namespace'));
    else causes.push(...misformatted('metadata.namespace', meta.namespace, dnsLabel(meta.namespace)));
  } else if (meta.namespace) causes.push(forbidden('metadata.namespace', 'not allowed on this type'));
  causes.push(
    ...notNegative(meta.generation, 'metadata.generation'),
    ...validateLabels(meta.labels, 'metadata.labels'),
    ...validateAnnotations(meta.annotations, 'metadata.annotations'),
    ...validateOwners(meta.ownerReferences ?? [], 'metadata.ownerReferences'),
    ...validateFinalizers(meta.finalizers ?? [], 'metadata.finalizers'),
    ...validateManagedFields(meta.managedFields, 'metadata.managedFields'),
    ...(rules.anyFinalizer ? [] : finalizerKinds(meta)),
  );
  return causes;
};

/** Refuses any change of a value. Absent is null to Go. */
export const immutable = (
  next: unknown,
  current: unknown,
  field: string,
  printed: unknown = next,
): FieldCause[] =>
  deepEqual(next ?? null, current ?? null) ? [] : [invalid(field, printed ?? NIL, 'field is immutable')];

/**
 * What an update may do to metadata: keep the identity, add no finalizers while the object is being deleted.
 * @see k8s.io/apimachinery/pkg/api/validation ValidateObjectMetaUpdate
 */
export const validateMetadataUpdate = (
  next: ObjectMeta,
  current: ObjectMeta,
  { anyFinalizer = false }: Pick<MetadataRules, 'anyFinalizer'> = {},
): FieldCause[] => {
  const causes: FieldCause[] = [];
  if (current.deletionTimestamp !== undefined) {
    const added = (next.finalizers ?? []).filter((each) => !(current.finalizers ?? []).includes(each)).sort();
    if (added.length > 0) {
      const list = added.map((each) => JSON.stringify(each)).join(', ');
      causes.push(
        forbidden(
          'metadata.finalizers',
          `no new finalizers can be added if the object is being deleted, found new finalizers []string{${list}}`,
        ),
      );
    }
  }
  if (!next.resourceVersion) {
    causes.push(
      invalid('metadata.resourceVersion', next.resourceVersion ?? '', 'must be specified for an update'),
    );
  }
  if ((next.generation ?? 0) < (current.generation ?? 0)) {
    causes.push(invalid('metadata.generation', next.generation ?? 0, 'must not be decremented'));
  }
  causes.push(
    ...immutable(next.name, current.name, 'metadata.name', next.name ?? ''),
    ...immutable(next.namespace, current.namespace, 'metadata.namespace', next.namespace ?? ''),
    ...immutable(next.uid, current.uid, 'metadata.uid', next.uid ?? ''),
    ...immutable(next.creationTimestamp, current.creationTimestamp, 'metadata.creationTimestamp'),
    ...immutable(next.deletionTimestamp, current.deletionTimestamp, 'metadata.deletionTimestamp'),
    ...immutable(
      next.deletionGracePeriodSeconds,
      current.deletionGracePeriodSeconds,
      'metadata.deletionGracePeriodSeconds',
    ),
    ...validateLabels(next.labels, 'metadata.labels'),
    ...validateAnnotations(next.annotations, 'metadata.annotations'),
    ...validateOwners(next.ownerReferences ?? [], 'metadata.ownerReferences'),
    ...validateManagedFields(next.managedFields, 'metadata.managedFields'),
    ...(anyFinalizer ? [] : finalizerKinds(next)),
  );
  return causes;
};
