import { absent, type Part } from '../../../fields/fill';
import { toMilli } from '../../../fields/quantity';
import {
  duplicate,
  forbidden,
  invalid,
  misformatted,
  notSupported,
  required,
} from '../../../fields/validation/causes';
import { dnsSubdomain, labelKey } from '../../../fields/validation/formats';
import { validateLabelKey } from '../../../fields/validation/labels';
import { alwaysFormed, formed, needs, oneOf, type Rule, selector, type TypeRules, under } from './rule';

const ACCESS_MODES = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod'];
const VOLUME_MODES = ['Block', 'Filesystem'];
const BINDING_MODES = ['Immediate', 'WaitForFirstConsumer'];
const RECLAIM_POLICIES = ['Delete', 'Recycle', 'Retain'];

/** Access modes that there are; the one for a single pod goes with no other. */
const accessModes: Rule = (spec, at) => {
  const field = under(at, 'accessModes');
  const modes = (spec.accessModes ?? []) as readonly string[];
  const known = modes.filter((mode) => ACCESS_MODES.includes(mode));
  return [
    ...modes.flatMap((mode) =>
      ACCESS_MODES.includes(mode) ? [] : [notSupported(field, mode, ACCESS_MODES)],
    ),
    ...(known.includes('ReadWriteOncePod') && known.some((mode) => mode !== 'ReadWriteOncePod')
      ? [forbidden(field, 'may not use ReadWriteOncePod with other access modes')]
      : []),
  ];
};

const positive = (quantity: string, field: string) =>
  toMilli(quantity) > 0 ? [] : [invalid(field, quantity, 'must be greater than zero')];

const requestsStorage: Rule = (spec, at) => {
  const { requests = {} } = (spec.resources ?? {}) as {
    readonly requests?: Readonly<Record<string, string>>;
  };
  const field = `${under(at, 'resources')}[storage]`;
  return requests.storage === undefined ? [required(field)] : positive(requests.storage, field);
};

/** What a claim asks for. */
export const claimSpec: readonly Rule[] = [
  needs('accessModes', 'at least 1 access mode is required'),
  selector('selector'),
  accessModes,
  requestsStorage,
  formed('storageClassName', dnsSubdomain),
  oneOf('volumeMode', VOLUME_MODES),
];

const capacity: Rule = (spec, at) => {
  const given = (spec.capacity ?? {}) as Readonly<Record<string, string>>;
  const field = under(at, 'capacity');
  return [
    ...(Object.keys(given).length === 0 ? [required(field)] : []),
    ...(given.storage === undefined || Object.keys(given).length > 1
      ? [
          {
            reason: 'FieldValueNotSupported',
            field,
            message: `Unsupported value: ${JSON.stringify(given)}: supported values: "storage"`,
          },
        ]
      : []),
    ...Object.entries(given).flatMap(([name, quantity]) => positive(quantity, `${field}[${name}]`)),
  ];
};

/** The fields of a persistent volume that are not its source: what may change of it. */
export const BESIDE_SOURCE: readonly string[] = [
  'accessModes',
  'capacity',
  'claimRef',
  'mountOptions',
  'nodeAffinity',
  'persistentVolumeReclaimPolicy',
  'storageClassName',
  'volumeAttributesClassName',
  'volumeMode',
];

const sourcesOf = (spec: Part): readonly string[] =>
  Object.keys(spec).filter((field) => !BESIDE_SOURCE.includes(field) && !absent(spec[field]));

const oneSource: Rule = (spec, at) => {
  const [first, ...more] = sourcesOf(spec);
  return first === undefined
    ? [required(at, 'must specify a volume type')]
    : more.map((field) => forbidden(under(at, field), 'may not specify more than 1 volume type'));
};

const localVolumes: Rule = (spec, at) =>
  absent(spec.local) || !absent(spec.nodeAffinity)
    ? []
    : [required(under(at, 'nodeAffinity'), 'Local volume requires node affinity')];

/** The name of a driver, in any case. */
const qualified =
  (field: string): Rule =>
  (part, at) => {
    const name = String(part[field] ?? '').toLowerCase();
    return name === '' ? [required(under(at, field))] : misformatted(under(at, field), name, labelKey(name));
  };

const attachmentSource: Rule = (source, at) => {
  const [inline, persistent] = [!absent(source.inlineVolumeSpec), !absent(source.persistentVolumeName)];
  const detail = 'must specify exactly one of inlineVolumeSpec and persistentVolumeName';
  if (inline === persistent) return [inline ? forbidden(at, detail) : required(at, detail)];
  return source.persistentVolumeName === ''
    ? [required(under(at, 'persistentVolumeName'), 'must specify non empty persistentVolumeName')]
    : [];
};

/** Where volumes may be: labels with values, no label and no value twice. */
const topologies: Rule = (storageClass, at) =>
  ((storageClass.allowedTopologies ?? []) as readonly Part[]).flatMap((term, index) => {
    const keys = new Set<string>();
    return ((term.matchLabelExpressions ?? []) as readonly Part[]).flatMap((expression, place) => {
      const where = `${under(at, 'allowedTopologies')}[${index}].matchLabelExpressions[${place}]`;
      const values = (expression.values ?? []) as readonly string[];
      const key = String(expression.key ?? '');
      const again = keys.has(key);
      keys.add(key);
      return [
        ...(values.length === 0 ? [required(`${where}.values`)] : []),
        ...values.flatMap((value, nth) =>
          values.indexOf(value) < nth ? [duplicate(`${where}.values[${nth}]`, value)] : [],
        ),
        ...validateLabelKey(key, `${where}.key`),
        ...(again ? [duplicate(`${where}.key`, key)] : []),
      ];
    });
  });

/**
 * The rules of volumes, claims and what stands behind them.
 * @see k8s.io/kubernetes/pkg/apis/core/validation and storage/validation
 */
export const volumeRules: TypeRules = {
  'io.k8s.api.core.v1.PersistentVolumeClaimSpec': claimSpec,
  'io.k8s.api.core.v1.PersistentVolumeSpec': [
    needs('accessModes'),
    accessModes,
    capacity,
    oneOf('persistentVolumeReclaimPolicy', RECLAIM_POLICIES),
    oneSource,
    localVolumes,
    formed('storageClassName', dnsSubdomain),
    oneOf('volumeMode', VOLUME_MODES),
  ],
  'io.k8s.api.storage.v1.StorageClass': [
    qualified('provisioner'),
    oneOf('reclaimPolicy', ['Delete', 'Retain']),
    oneOf('volumeBindingMode', BINDING_MODES),
    topologies,
  ],
  'io.k8s.api.storage.v1.VolumeAttributesClass': [
    qualified('driverName'),
    needs('parameters', 'must contain at least one key/value pair'),
  ],
  'io.k8s.api.storage.v1.VolumeAttachmentSpec': [needs('attacher'), alwaysFormed('nodeName', dnsSubdomain)],
  'io.k8s.api.storage.v1.VolumeAttachmentSource': [attachmentSource],
  'io.k8s.api.storage.v1.CSINodeDriver': [needs('name'), needs('nodeID')],
  'io.k8s.api.storage.v1.CSIStorageCapacity': [
    selector('nodeTopology'),
    alwaysFormed('storageClassName', dnsSubdomain),
  ],
};
