import { forbidden, invalid, notSupported, required } from '../../../fields/validation/causes';
import { dnsSubdomain, type Format } from '../../../fields/validation/formats';
import { immutable, validateMetadata, validateMetadataUpdate } from '../../../fields/validation/metadata';
import type { FieldCause } from '../../../refusals';
import { type CustomResourceDefinition, type DefinitionSpec, isEstablished } from './definition';
import { joined, validateNames } from './names';
import { validateVersions } from './versions';

type Causes = readonly FieldCause[];

const SCOPES = ['Cluster', 'Namespaced'];
const APPROVAL = 'api-approved.kubernetes.io';

/** A definition is named by its plural and its group. */
const nameOf =
  ({ names, group }: DefinitionSpec): Format =>
  (text) => [
    ...dnsSubdomain(text),
    ...(text === `${names.plural}.${group}` ? [] : ['must be spec.names.plural+"."+spec.group']),
  ];

const validateGroup = (group: string): Causes => {
  if (!group) return [required('spec.group')];
  const problems = dnsSubdomain(group);
  if (problems.length > 0) return joined('spec.group', group, problems);
  return group.includes('.')
    ? []
    : [invalid('spec.group', group, 'should be a domain with at least one dot')];
};

const validateSpec = (spec: DefinitionSpec): Causes => {
  const versions = validateVersions(spec);
  const { names, scope, conversion } = spec;
  const needed = ['plural', 'singular', 'kind', 'listKind'] as const;
  const strategy = conversion?.strategy ?? 'None';
  return [
    ...validateGroup(spec.group),
    ...(scope
      ? SCOPES.includes(scope)
        ? []
        : [notSupported('spec.scope', scope, SCOPES)]
      : [required('spec.scope')]),
    ...versions.each,
    ...needed.flatMap((field) => (names[field] ? [] : [required(`spec.names.${field}`)])),
    ...validateNames(names, 'spec.names'),
    ...versions.all,
    ...(strategy === 'None' || strategy === 'Webhook'
      ? []
      : [notSupported('spec.conversion.strategy', strategy, ['None', 'Webhook'])]),
    ...(strategy === 'Webhook' && !conversion?.webhook
      ? [required('spec.conversion.webhookClientConfig', 'required when strategy is set to Webhook')]
      : []),
    ...(strategy === 'None' && conversion?.webhook
      ? [
          forbidden(
            'spec.conversion.webhookClientConfig',
            'should not be set when strategy is not set to Webhook',
          ),
        ]
      : []),
  ];
};

/** Whoever defines a kind in a group of Kubernetes' own says who has agreed. */
const validateApproval = ({ spec, metadata }: CustomResourceDefinition): Causes => {
  if (!/(^|\.)(k8s|kubernetes)\.io$/.test(spec.group)) return [];
  const field = `metadata.annotations[${APPROVAL}]`;
  const given = metadata.annotations?.[APPROVAL] ?? '';
  const why = `protected groups must have approval annotation "${APPROVAL}"`;
  const see = 'see https://github.com/kubernetes/enhancements/pull/1111';
  if (given === '') return [required(field, `${why}, ${see}`)];
  return given.startsWith('unapproved') || /^[a-z][a-z0-9+.-]*:\/\/[^/]/i.test(given)
    ? []
    : [invalid(field, given, `${why} with either a URL or a reason starting with "unapproved", ${see}`)];
};

const validateStored = ({ spec, status }: CustomResourceDefinition): Causes => {
  const stored = status.storedVersions ?? [];
  const field = 'status.storedVersions';
  if (stored.length === 0) return [invalid(field, null, 'must have at least one stored version')];
  return stored.flatMap((version, index) =>
    spec.versions.some(({ name }) => name === version)
      ? []
      : [
          invalid(
            `${field}[${index}]`,
            version,
            `missing from spec.versions; ${version} was previously a storage version, and must remain in spec.versions until a storage migration ensures no data remains persisted in ${version} and removes ${version} from status.storedVersions`,
          ),
        ],
  );
};

const validateTolerance = ({ spec }: CustomResourceDefinition): Causes =>
  spec.preserveUnknownFields === true
    ? [
        invalid(
          'spec.preserveUnknownFields',
          true,
          'cannot set to true, set x-kubernetes-preserve-unknown-fields to true in spec.versions[*].schema instead',
        ),
      ]
    : [];

const validateRest = (definition: CustomResourceDefinition): Causes => [
  ...validateNames(definition.status.acceptedNames, 'status.acceptedNames'),
  ...validateStored(definition),
  ...validateApproval(definition),
  ...validateTolerance(definition),
];

/** Lists that Go takes for empty where there are none. */
const whole = (definition: CustomResourceDefinition): CustomResourceDefinition => ({
  ...definition,
  spec: {
    ...definition.spec,
    versions: definition.spec?.versions ?? [],
    names: definition.spec?.names ?? { plural: '', kind: '' },
  },
});

/**
 * A new definition, defaulted and readied.
 * @see k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/validation ValidateCustomResourceDefinition
 */
export const validateDefinition = (given: CustomResourceDefinition): Causes => {
  const definition = whole(given);
  return [
    ...validateMetadata(definition.metadata, {
      namespaced: false,
      name: nameOf(definition.spec),
      anyFinalizer: true,
    }),
    ...validateSpec(definition.spec),
    ...validateRest(definition),
  ];
};

/** A changed definition: group and plural stay, and once it is established, kind and scope. */
export const validateDefinitionUpdate = (
  given: CustomResourceDefinition,
  current: CustomResourceDefinition,
): Causes => {
  const next = whole(given);
  const [spec, before] = [next.spec, current.spec];
  return [
    ...validateMetadataUpdate(next.metadata, current.metadata, { anyFinalizer: true }),
    ...validateSpec(spec),
    ...(isEstablished(current)
      ? [
          ...immutable(spec.scope, before.scope, 'spec.scope'),
          ...immutable(spec.names.kind, before.names.kind, 'spec.names.kind'),
        ]
      : []),
    ...immutable(spec.group, before.group, 'spec.group'),
    ...immutable(spec.names.plural, before.names.plural, 'spec.names.plural'),
    ...validateRest(next),
  ];
};

/** A write of a definition's status. */
export const validateDefinitionStatusUpdate = (
  next: CustomResourceDefinition,
  current: CustomResourceDefinition,
): Causes => [
  ...validateMetadataUpdate(next.metadata, current.metadata, { anyFinalizer: true }),
  ...validateNames(next.status.acceptedNames, 'status.acceptedNames'),
];
