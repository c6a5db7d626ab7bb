import { invalid, misformatted, named } from '../../fields/validation/causes';
import { dnsLabel, labelKey } from '../../fields/validation/formats';
import {
  type MetadataRules,
  validateFinalizerKind,
  validateMetadata,
  validateMetadataUpdate,
} from '../../fields/validation/metadata';
import type { FieldCause } from '../../refusals';
import type { Namespace } from './namespace';

const METADATA: MetadataRules = { namespaced: false, name: dnsLabel };

/** A new namespace: its name is a DNS label. */
export const validateNamespace = (namespace: Namespace): FieldCause[] => [
  ...validateMetadata(namespace.metadata, METADATA),
  ...(namespace.spec?.finalizers ?? []).flatMap((finalizer) => [
    ...misformatted('spec.finalizers', finalizer, labelKey(finalizer)),
    ...validateFinalizerKind(finalizer, 'spec.finalizers'),
  ]),
];

/** A changed namespace. */
export const validateNamespaceUpdate = (next: Namespace, current: Namespace): FieldCause[] => [
  ...validateNamespace(next),
  ...validateMetadataUpdate(next.metadata, current.metadata),
];

/** The finalizers of a namespace that is finalized. */
export const validateFinalizers = (next: Namespace, current: Namespace): FieldCause[] => [
  ...validateMetadataUpdate(next.metadata, current.metadata),
  ...(next.spec?.finalizers ?? []).flatMap((finalizer, index) => [
    ...misformatted(`spec.finalizers[${index}]`, finalizer, labelKey(finalizer)),
    ...validateFinalizerKind(finalizer, `spec.finalizers[${index}]`),
  ]),
];

/** A namespace's phase follows from whether it is being deleted. */
export const validateNamespaceStatusUpdate = (next: Namespace, current: Namespace): FieldCause[] => {
  const going = next.metadata.deletionTimestamp !== undefined;
  const phase = next.status?.phase;
  const wanted = going ? 'Terminating' : 'Active';
  return [
    ...validateMetadataUpdate(next.metadata, current.metadata),
    ...(phase === wanted
      ? []
      : [
          invalid(
            'status.Phase',
            named(phase),
            `may only be '${wanted}' if \`deletionTimestamp\` is ${going ? 'not empty' : 'empty'}`,
          ),
        ]),
  ];
};
