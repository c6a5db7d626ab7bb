import { exactly } from '../../../fields/exactQuantity';
import type { LabelSelector } from '../../../fields/labels';
import { forbidden, invalid, misformatted, notSupported, required } from '../../../fields/validation/causes';
import { dnsLabel, dnsSubdomain } from '../../../fields/validation/formats';
import { validateLabelSelector, validateLabels } from '../../../fields/validation/labels';
import { validateAnnotations } from '../../../fields/validation/metadata';
import type { StringMap } from '../../../object';
import type { FieldCause } from '../../../refusals';

type Part = Readonly<Record<string, unknown>>;

const ACCESS_MODES = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod'];
const VOLUME_MODES = ['Block', 'Filesystem'];

const accessModes = (modes: readonly string[], field: string): FieldCause[] => {
  const causes = modes
    .filter((mode) => !ACCESS_MODES.includes(mode))
    .map((mode) => notSupported(field, mode, ACCESS_MODES));
  const known = modes.filter((mode) => ACCESS_MODES.includes(mode));
  if (known.includes('ReadWriteOncePod') && known.some((mode) => mode !== 'ReadWriteOncePod')) {
    causes.push(forbidden(field, 'may not use ReadWriteOncePod with other access modes'));
  }
  return causes;
};

const storage = (requests: StringMap, field: string): FieldCause[] => {
  const at = `${field}[storage]`;
  const size = requests.storage;
  if (size === undefined) return [required(at)];
  return exactly(size).nano <= 0n ? [invalid(at, size, 'must be greater than zero')] : [];
};

interface Source {
  readonly apiGroup?: string;
  readonly kind?: string;
  readonly name?: string;
  readonly namespace?: string;
}

/** What a claim is to be filled from. */
const dataSource = (source: Source | undefined, field: string): FieldCause[] => {
  if (source === undefined) return [];
  const { apiGroup = '', kind = '', name = '', namespace = '' } = source;
  return [
    ...(name === '' ? [required(`${field}.name`)] : []),
    ...(kind === '' ? [required(`${field}.kind`)] : []),
    ...(apiGroup === '' && kind !== 'PersistentVolumeClaim'
      ? [invalid(field, kind, "must be 'PersistentVolumeClaim' when referencing the default apiGroup")]
      : []),
    ...(apiGroup === '' ? [] : misformatted(`${field}.apiGroup`, apiGroup, dnsSubdomain(apiGroup))),
    ...(namespace === '' ? [] : misformatted(`${field}.namespace`, namespace, dnsLabel(namespace))),
  ];
};

const className = (name: string | undefined, field: string): FieldCause[] =>
  name ? misformatted(field, name, dnsSubdomain(name)) : [];

/** What is said of an object, and not of what objects are made from: in the order of ObjectMeta. */
const NOT_OF_TEMPLATES = [
  'name',
  'generateName',
  'namespace',
  'selfLink',
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'ownerReferences',
  'finalizers',
  'managedFields',
];

/** The claim that is made for a pod: labels and annotations, access modes, and a size. */
export const validateClaimTemplate = (template: Part, field: string): FieldCause[] => {
  const metadata = (template.metadata ?? {}) as Part;
  const spec = (template.spec ?? {}) as Part;
  const requests = ((spec.resources as Part | undefined)?.requests ?? {}) as StringMap;
  const {
    storageClassName: storageClass,
    volumeAttributesClassName: attributesClass,
    volumeMode,
  } = spec as Readonly<Record<string, string | undefined>>;
  return [
    ...validateAnnotations(metadata.annotations as StringMap | undefined, `${field}.metadata.annotations`),
    ...validateLabels(metadata.labels as StringMap | undefined, `${field}.metadata.labels`),
    ...NOT_OF_TEMPLATES.filter((key) => key in metadata).map((key) =>
      forbidden(`${field}.metadata.${key}`, 'cannot be set'),
    ),
    ...((spec.accessModes as readonly string[] | undefined)?.length
      ? []
      : [required(`${field}.spec.accessModes`, 'at least 1 access mode is required')]),
    ...validateLabelSelector(spec.selector as LabelSelector | undefined, `${field}.spec.selector`),
    ...accessModes((spec.accessModes ?? []) as readonly string[], `${field}.spec.accessModes`),
    ...storage(requests, `${field}.spec.resources`),
    ...className(storageClass, `${field}.spec.storageClassName`),
    ...(volumeMode === undefined || VOLUME_MODES.includes(volumeMode)
      ? []
      : [notSupported(`${field}.spec.volumeMode`, volumeMode, VOLUME_MODES)]),
    ...dataSource(spec.dataSource as Source | undefined, `${field}.spec.dataSource`),
    ...dataSource(spec.dataSourceRef as Source | undefined, `${field}.spec.dataSourceRef`),
    ...className(attributesClass, `${field}.spec.volumeAttributesClassName`),
  ];
};
