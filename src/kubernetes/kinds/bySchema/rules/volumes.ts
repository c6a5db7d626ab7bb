import { absent, type Part } from '../../../fields/fill';
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
import type { FieldCause } from '../../../refusals';
import { nodeDrivers, positive, volumeSpec } from './persistentVolumes';
import { alwaysFormed, formed, needs, oneOf, type Rule, selector, type TypeRules, under } from './rule';

const ACCESS_MODES = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod'];
const VOLUME_MODES = ['Block', 'Filesystem'];
const BINDING_MODES = ['Immediate', 'WaitForFirstConsumer'];

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

const requestsStorage: Rule = (spec, at) => {
  const { requests = {} } = (spec.resources ?? {}) as {
    readonly requests?: Readonly<Record<string, string>>;
  };
  const field = `${under(at, 'resources')}[storage]`;
  return requests.storage === undefined ? [required(field)] : positive(requests.storage, field);
};

/** What a claim is filled from: another claim, or something of a group that has a name. */
const dataSource =
  (field: string): Rule =>
  (spec, at) => {
    const source = spec[field] as Part | undefined;
    if (absent(source)) return [];
    const where = under(at, field);
    return [
      ...needs('name')(source, where),
      ...needs('kind')(source, where),
      ...(!source.apiGroup && source.kind !== 'PersistentVolumeClaim'
        ? [
            invalid(
              where,
              source.kind ?? '',
              "must be 'PersistentVolumeClaim' when referencing the default apiGroup",
            ),
          ]
        : []),
      ...formed('apiGroup', dnsSubdomain)(source, where),
    ];
  };

/** Both ways to say it say the same. The API server prints the path in place of the value: as an empty struct. */
const sameDataSource: Rule = (spec, at) => {
  const [old, next] = [spec.dataSource, spec.dataSourceRef] as [Part | undefined, Part | undefined];
  if (absent(old) || absent(next)) return [];
  const same = ['apiGroup', 'kind', 'name'].every((field) => (old[field] ?? '') === (next[field] ?? ''));
  return same ? [] : [invalid(at, {}, 'must match dataSourceRef')];
};

/** What a claim asks for. */
export const claimSpec: readonly Rule[] = [
  needs('accessModes', 'at least 1 access mode is required'),
  selector('selector'),
  accessModes,
  requestsStorage,
  formed('storageClassName', dnsSubdomain),
  oneOf('volumeMode', VOLUME_MODES),
  dataSource('dataSource'),
  dataSource('dataSourceRef'),
  sameDataSource,
  formed('volumeAttributesClassName', dnsSubdomain),
];

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

type Term = readonly Part[];

/** What a term says, however its labels and values are ordered. */
const meaning = (term: Term): string =>
  JSON.stringify(
    term.map(({ key, values }) => [key, [...new Set((values ?? []) as string[])].sort()]).sort(),
  );

/** Labels with values, no label and no value twice. */
const topologyTerm = (term: Term, at: string): readonly FieldCause[] => {
  const keys = new Set<string>();
  return term.flatMap((expression, place) => {
    const where = `${at}[${place}]`;
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
};

/** Where volumes may be, nothing said twice. A term that says nothing counts as one before it for each term there is. */
const topologies: Rule = (storageClass, at) => {
  const terms = ((storageClass.allowedTopologies ?? []) as readonly Part[]).map(
    (term) => (term.matchLabelExpressions ?? []) as Term,
  );
  const meanings = terms.map(meaning);
  return terms.flatMap((term, index) => {
    const where = `${under(at, 'allowedTopologies')}[${index}].matchLabelExpressions`;
    const before = meanings.slice(0, index).filter((each) => each === meanings[index]).length;
    const again = before + (term.length === 0 ? terms.length : 0);
    return [...topologyTerm(term, where), ...Array.from({ length: again }, () => duplicate(where, ''))];
  });
};

/**
 * The rules of volumes, claims and what stands behind them.
 * @see k8s.io/kubernetes/pkg/apis/core/validation and storage/validation
 */
export const volumeRules: TypeRules = {
  'io.k8s.api.core.v1.PersistentVolumeClaimSpec': claimSpec,
  'io.k8s.api.core.v1.PersistentVolumeSpec': [needs('accessModes'), accessModes, ...volumeSpec],
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
  'io.k8s.api.storage.v1.CSINodeSpec': [nodeDrivers],
  'io.k8s.api.storage.v1.CSIStorageCapacity': [
    selector('nodeTopology'),
    alwaysFormed('storageClassName', dnsSubdomain),
  ],
};
