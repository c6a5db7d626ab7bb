import { deepEqual } from '../../fields/equality';
import { absent, type Part } from '../../fields/fill';
import type { LabelSelector } from '../../fields/labels';
import { asStruct, forbidden, invalid, named } from '../../fields/validation/causes';
import { printedSelector } from '../../fields/validation/labels';
import { immutable } from '../../fields/validation/metadata';
import type { FieldCause } from '../../refusals';
import { asHeld, internalDiff } from '../internalDiff';
import { BESIDE_SOURCE } from './rules/volumes';

/** What an update may not do to an object. */
export type UpdateRule = (next: Part, current: Part) => readonly FieldCause[];

const at = (object: Part, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, field) => (absent(value) ? undefined : (value as Part)[field]), object);

const asGiven = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? asStruct(value) : value;

/** A field that stays as it is. */
const keeps =
  (path: string, printed: (value: never) => unknown = asGiven): UpdateRule =>
  (next, current) => {
    const [value, before] = [at(next, path), at(current, path)];
    return immutable(value, before, path, absent(value) ? undefined : printed(value as never));
  };

/** Prints a value by the API server's own names for its fields. */
const held =
  (struct: string) =>
  (value: Part): unknown =>
    asHeld(struct, value);

const keepsSelector = keeps('spec.selector', (selector: LabelSelector) => printedSelector(selector));

const OPEN_IN_STATEFUL_SETS = [
  'replicas',
  'ordinals',
  'template',
  'updateStrategy',
  'revisionHistoryLimit',
  'persistentVolumeClaimRetentionPolicy',
  'minReadySeconds',
];

const without = (part: unknown, fields: readonly string[]): Part =>
  Object.fromEntries(
    Object.entries((part ?? {}) as Part).filter(
      ([field, value]) => !fields.includes(field) && !absent(value),
    ),
  );

const statefulSet: UpdateRule = (next, current) => {
  if (deepEqual(without(next.spec, OPEN_IN_STATEFUL_SETS), without(current.spec, OPEN_IN_STATEFUL_SETS)))
    return [];
  const open = OPEN_IN_STATEFUL_SETS.map((field) => `'${field}'`);
  return [
    forbidden(
      'spec',
      `updates to statefulset spec for fields other than ${open.slice(0, -1).join(', ')} and ${open.at(-1)} are forbidden`,
    ),
  ];
};

/** What a claim asks for stays, but for its size once it is bound; what was left open may be filled in once. */
const claim: UpdateRule = (next, current) => {
  const bound = at(next, 'status.phase') === 'Bound';
  const open = [
    ...(bound ? ['resources', 'volumeAttributesClassName'] : []),
    ...['volumeName', 'storageClassName'].filter((field) => !at(current, `spec.${field}`)),
  ];
  if (deepEqual(without(next.spec, open), without(current.spec, open))) return [];
  const [before, after] = [current.spec as Part, next.spec as Part];
  const opened = Object.fromEntries(open.map((field) => [field, before[field]]));
  const difference = internalDiff(
    'PersistentVolumeClaimSpec',
    before,
    bound ? { ...after, ...opened } : after,
  );
  return [
    forbidden(
      'spec',
      `spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims\n${difference}`,
    ),
  ];
};

const volumeSource: UpdateRule = (next, current) => {
  const [before, after] = [current, next].map((each) => without(each.spec, BESIDE_SOURCE)) as [Part, Part];
  if (deepEqual(before, after)) return [];
  const difference = internalDiff('PersistentVolumeSource', before, after);
  return [
    forbidden(
      'spec.persistentvolumesource',
      `spec.persistentvolumesource is immutable after creation\n${difference}`,
    ),
  ];
};

const secret: UpdateRule = (next, current) => {
  if (current.immutable !== true) return [];
  const fixed = (field: string) => forbidden(field, 'field is immutable when `immutable` is set');
  return [
    ...(next.immutable === true ? [] : [fixed('immutable')]),
    ...(deepEqual(next.data ?? {}, current.data ?? {}) ? [] : [fixed('data')]),
  ];
};

/** The template of a job's pods stays while it runs. */
const jobTemplate: UpdateRule = (next, current) =>
  at(current, 'spec.suspend') === true ? [] : keeps('spec.template', held('PodTemplateSpec'))(next, current);

/** How often an indexed job is to succeed may change together with how many run at once. */
const completions: UpdateRule = (next, current) =>
  at(next, 'spec.completionMode') === 'Indexed' &&
  at(next, 'spec.completions') === at(next, 'spec.parallelism')
    ? []
    : keeps('spec.completions')(next, current);

const ranges: UpdateRule = (next, current) => {
  const [wanted, before] = [next, current].map((each) => (at(each, 'spec.cidrs') ?? []) as readonly string[]);
  if (!wanted || !before) return [];
  const grows = before.length === 1 && wanted.length === 2;
  if (!grows && wanted.length !== before.length) return [invalid('spec.cidrs', wanted, 'field is immutable')];
  return before.flatMap((range, index) =>
    wanted[index] === range ? [] : [invalid(`spec.cidrs[${index}]`, wanted[index], 'field is immutable')],
  );
};

const refusesChange =
  (field: string): UpdateRule =>
  (next, current) =>
    deepEqual(next[field] ?? null, current[field] ?? null)
      ? []
      : [forbidden(field, `updates to ${field} are forbidden.`)];

/**
 * What stays as it is once an object is stored, by kind. Structs are printed as they were sent, where the API server
 * prints them by its own names for their fields; of claims and volumes it tells the difference, too.
 * @see k8s.io/kubernetes/pkg/apis, in each group's validation, the functions that end in Update
 */
export const updateRules: Readonly<Record<string, readonly UpdateRule[]>> = {
  'apps/v1 Deployment': [keepsSelector],
  'apps/v1 ReplicaSet': [keepsSelector],
  'apps/v1 StatefulSet': [statefulSet],
  'batch/v1 Job': [
    completions,
    keepsSelector,
    jobTemplate,
    keeps('spec.completionMode', named),
    keeps('spec.podFailurePolicy', held('PodFailurePolicy')),
    keeps('spec.backoffLimitPerIndex'),
    keeps('spec.managedBy'),
    keeps('spec.successPolicy', held('SuccessPolicy')),
  ],
  'v1 Secret': [keeps('type', named), secret],
  'v1 PersistentVolumeClaim': [claim],
  'v1 PersistentVolume': [volumeSource],
  'storage.k8s.io/v1 StorageClass': [
    keeps('parameters'),
    keeps('provisioner'),
    keeps('reclaimPolicy', named),
    keeps('volumeBindingMode', named),
  ],
  'storage.k8s.io/v1 VolumeAttributesClass': [refusesChange('driverName'), refusesChange('parameters')],
  'storage.k8s.io/v1 VolumeAttachment': [keeps('spec')],
  'storage.k8s.io/v1 CSIStorageCapacity': [keeps('nodeTopology'), keeps('storageClassName')],
  'networking.k8s.io/v1 IngressClass': [keeps('spec.controller')],
  'networking.k8s.io/v1 IPAddress': [keeps('spec.parentRef')],
  'networking.k8s.io/v1 ServiceCIDR': [ranges],
  'node.k8s.io/v1 RuntimeClass': [keeps('handler')],
  'discovery.k8s.io/v1 EndpointSlice': [keeps('addressType', named)],
  'resource.k8s.io/v1 ResourceClaim': [keeps('spec')],
  'resource.k8s.io/v1 ResourceClaimTemplate': [keeps('spec')],
  'resource.k8s.io/v1 ResourceSlice': [keeps('spec.pool.name'), keeps('spec.driver'), keeps('spec.nodeName')],
};
